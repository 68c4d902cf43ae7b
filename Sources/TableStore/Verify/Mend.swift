internal import LMDB
internal import Synchronization

/// A change that takes a fault out of a store.
enum Mend: Sendable {
  /// An entry as it should be; without a value, one that should not be.
  case entry(table: UInt8, key: [UInt8], value: [UInt8]?)
  /// A row that cannot be read, or a chunk of none: it goes, and is kept beside the store.
  case aside(table: UInt8, key: [UInt8], reason: String)
  /// A record of the meta key space.
  case record(key: [UInt8], value: [UInt8])
  /// A full-text index that is built anew.
  case build(table: UInt8, index: UInt8)

  /// Bytes that it takes, more or less.
  fileprivate var bytes: Int {
    switch self {
    case .entry(_, let key, let value): key.count + (value?.count ?? 0) + 96
    case .aside(_, let key, let reason): key.count + reason.count + 96
    case .record(let key, let value): key.count + value.count + 96
    case .build: 96
    }
  }
}

/// Mends as they are found, up to a number of bytes: what does not fit is found again by the next look.
final class MendList: Sendable {
  private struct State {
    var mends: [Mend] = []
    var bytesLeft: Int
  }

  private let state: Mutex<State>

  init(bytes: Int) { state = Mutex(State(bytesLeft: bytes)) }

  /// Takes a mend while there is room.
  func add(_ mend: Mend) {
    state.withLock { state in
      guard state.bytesLeft > 0 else { return }
      state.bytesLeft -= mend.bytes
      state.mends.append(mend)
    }
  }

  /// The mends, which are forgotten.
  func take() -> [Mend] { state.withLock { state in exchange(&state.mends, with: []) } }
}

private func exchange(_ mends: inout [Mend], with other: [Mend]) -> [Mend] {
  defer { mends = other }
  return mends
}

extension RawSpan {
  /// A copy of the bytes.
  var copied: [UInt8] { withUnsafeBytes { Array($0) } }
}
