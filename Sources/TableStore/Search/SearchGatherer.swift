internal import Dispatch
internal import Foundation
internal import Synchronization

/// Gathers the terms of rows that come in the order of their scopes and keys, on all cores.
///
/// The caller's thread takes texts out of rows and puts terms together in the order of the rows; what lies between, texts
/// that become terms, is done in batches by whoever is free. The caller's thread does a batch itself before it waits for
/// one that nobody has begun.
struct SearchGatherer {
  private let index: SearchLayout
  private let emit: (Scope, SearchBuilder) throws -> Void
  /// The batch that is being filled.
  private var batch = TextBatch(scope: .global)
  /// The batches that were given away, in order.
  private var line: [TextBatch] = []
  private let longestLine = 16 * ProcessInfo.processInfo.activeProcessorCount
  private var scope: Scope?
  private var builder = SearchBuilder()

  /// - Parameter emit: is given what was gathered of a scope; on the caller's thread, once for each.
  init(_ index: SearchLayout, _ emit: @escaping (Scope, SearchBuilder) throws -> Void) {
    (self.index, self.emit) = (index, emit)
  }

  /// Adds the next row. It is not looked at any more when `emit` is called.
  mutating func append(_ row: borrowing RowReader) throws {
    let (scope, key) = (row.keyTenant, row.keyInteger)
    if scope != batch.scope || batch.isFull { try giveAway(next: scope) }
    try batch.append(row, key: key, index)
    if line.count > longestLine { try takeFirst() }
  }

  /// Ends the last scope.
  mutating func finish() throws {
    try giveAway(next: .global)
    while !line.isEmpty { try takeFirst() }
    if let scope { try emit(scope, builder) }
  }

  private mutating func giveAway(next scope: Scope) throws {
    let full = batch
    batch = TextBatch(scope: scope)
    guard !full.isEmpty else { return }
    line.append(full)
    if full.isLarge { DispatchQueue.global().async { full.make() } }
  }

  private mutating func takeFirst() throws {
    let first = line.removeFirst()
    let terms = try first.terms()
    if first.scope != scope {
      if let scope { try emit(scope, builder) }
      (scope, builder) = (first.scope, SearchBuilder())
    }
    builder.append(terms)
  }
}

/// Texts of some rows of one scope, and then their terms.
///
/// The thread that fills it gives it away; from then on it belongs to whoever claims it, and when that one has made its
/// terms, to the first thread again.
private final class TextBatch: @unchecked Sendable {
  let scope: Scope
  private var keys: [UInt64] = []
  private var texts: [SearchTexts] = []
  private var bytes = 0
  private var made: Result<SearchBuilder, any Error>?
  private let isClaimed = Atomic(false)
  private let isDone = DispatchSemaphore(value: 0)

  private static let mostRows = 512
  private static let mostBytes = 1 << 18

  init(scope: Scope) { self.scope = scope }

  var isEmpty: Bool { keys.isEmpty }
  var isFull: Bool { keys.count >= Self.mostRows || bytes >= Self.mostBytes }
  /// Whether it takes longer to make its terms than to have another thread make them.
  var isLarge: Bool { keys.count >= Self.mostRows / 16 || bytes >= Self.mostBytes / 16 }

  func append(_ row: borrowing RowReader, key: UInt64, _ index: SearchLayout) throws {
    var own = SearchTexts()
    try own.fill(row, index)
    keys.append(key)
    bytes += own.bytes.count
    texts.append(own)
  }

  /// Makes the terms, unless another thread does.
  func make() {
    guard !isClaimed.exchange(true, ordering: .acquiringAndReleasing) else { return }
    made = Result {
      var (builder, terms) = (SearchBuilder(), SearchTerms())
      for (key, texts) in zip(keys, texts) {
        try terms.fill(texts)
        builder.append(terms, of: key)
      }
      return builder
    }
    isDone.signal()
  }

  /// The terms, which this thread makes where nobody has begun; once.
  func terms() throws -> SearchBuilder {
    make()
    isDone.wait()
    guard let made else { preconditionFailure("a batch that is done has terms") }
    return try made.get()
  }
}
