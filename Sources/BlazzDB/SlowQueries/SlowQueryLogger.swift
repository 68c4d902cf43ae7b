internal import Dispatch
internal import Foundation
internal import Synchronization
internal import TableStore

/// Notes slow queries and writes them, on a thread of its own and in transactions of its own.
///
/// Invariants:
/// 1. `state` is locked for moments only, never while something is written: whoever reads does not wait.
/// 2. A pass over what waits is under way or about to be whenever something waits.
final class SlowQueryLogger: Sendable {
  fileprivate struct Note {
    var query: SlowQuery
    var action: String?
  }

  private struct State {
    weak var store: Store?
    var waiting: [Note] = []
    var dropped = 0
    var minute = ContinuousClock.now
    var countOfMinute = 0
  }

  private let settings: SlowQueryLog
  private let state = Mutex(State())
  private let queue = DispatchQueue(label: "blazz.slow-queries", qos: .utility)

  init(_ settings: SlowQueryLog) { self.settings = settings }

  /// Says where to write.
  func attach(to store: Store) { state.withLock { $0.store = store } }

  /// Slow queries that are not and will not be in the table.
  var droppedCount: Int { state.withLock { $0.dropped } }

  /// Notes a query, on its own thread.
  func note(_ query: SlowQuery) {
    guard query.table != QueryPerformanceLog.schema.name else { return }
    settings.onSlowQuery?(query, settings.level(of: query.duration))
    let note = Note(query: query, action: Blazz.action)
    let isFirst = state.withLock { state in
      let now = ContinuousClock.now
      if now - state.minute >= .seconds(60) { (state.minute, state.countOfMinute) = (now, 0) }
      guard state.countOfMinute < settings.maxRowsPerMinute, state.waiting.count < settings.maxWaiting else {
        state.dropped += 1
        return false
      }
      state.countOfMinute += 1
      state.waiting.append(note)
      return state.waiting.count == 1
    }
    if isFirst { queue.async { self.writeWaiting() } }
  }

  /// Waits until nothing waits. Not to be called within a write, which it would wait for.
  func flush() { queue.sync { writeWaiting() } }

  private func writeWaiting() {
    let (store, notes) = state.withLock { state in
      defer { state.waiting = [] }
      return (state.store, state.waiting)
    }
    guard !notes.isEmpty else { return }
    let kept = notes.suffix(max(0, settings.maxRows))
    do {
      guard let store, !kept.isEmpty else { return drop(notes.count) }
      try store.writeSync(.everything) { db in
        try makeRoom(for: kept.count, db)
        for note in kept { try db.queryPerformanceLogs.insert(note.draft) }
      }
      drop(notes.count - kept.count)
    } catch {
      // A full disk must not make queries fail that only were slow.
      drop(notes.count)
    }
  }

  private func drop(_ count: Int) { state.withLock { $0.dropped += count } }

  /// Erases the oldest rows, a tenth of them at once, so that not each row that comes makes another one go.
  private func makeRoom(for count: Int, _ db: Tables<Writing>) throws {
    let rows = try db.table(named: QueryPerformanceLog.schema.name)?.storedSizes().rows ?? 0
    let excess = rows + count - settings.maxRows
    guard excess > 0 else { return }
    try db.queryPerformanceLogs.orderedByKey().limit(min(rows, max(excess, settings.maxRows / 10))).erase()
  }
}

extension SlowQueryLogger.Note {
  /// The row to be stored.
  fileprivate var draft: QueryPerformanceLog.Draft {
    .init(
      queryHash: MD5.hexDigest(of: query.sql), querySQL: query.sql.cut(toBytes: 65_535),
      executionTime: query.duration.loggedSeconds, rowsExamined: Int32(clamping: query.rowsExamined),
      rowsSent: Int32(clamping: query.rowsSent), connectionName: .blazz,
      controllerAction: action.map { String(String.UnicodeScalarView($0.unicodeScalars.prefix(255))) },
      queryBindings: query.bindings, executedAt: query.startedAt)
  }
}

extension Duration {
  /// Seconds to the microsecond, as far as the column goes.
  fileprivate var loggedSeconds: Decimal {
    let microseconds = components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000
    return Decimal(min(microseconds, 9_999_999_999)) / 1_000_000
  }
}

extension String {
  /// As many whole code points as take at most so many bytes.
  fileprivate func cut(toBytes limit: Int) -> String {
    guard utf8.count > limit else { return self }
    var count = 0
    return String(
      String.UnicodeScalarView(
        unicodeScalars.prefix {
          count += UTF8.width($0)
          return count <= limit
        }))
  }
}
