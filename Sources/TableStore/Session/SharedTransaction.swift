internal import LMDB

/// The library's one changing transaction, while sessions change the store through it, one behind the other.
///
/// It begins and ends on one thread. Between, another thread may change it as long as it alone does.
final class SharedTransaction {
  /// The library's transaction; `nil` once it has ended.
  @exclusivity(unchecked) private var raw: WriteTransaction?

  init(_ environment: Environment) throws(LMDBError) { raw = try environment.beginWrite() }

  /// The library's transaction.
  var handle: OpaquePointer { look { $0.handle } }

  /// Whether nothing is left but to abandon it.
  var isPoisoned: Bool { look { $0.isPoisoned } }

  /// The library's first failure, after which only abandoning the transaction is left.
  var failure: LMDBError? { look { $0.failure } }

  /// Bytes of keys and values put so far.
  var bytesWritten: Int { look { $0.bytesWritten } }

  private func look<Result>(_ body: (inout WriteTransaction) -> Result) -> Result { body(&raw!) }

  /// Changes the transaction.
  @inline(__always)
  func change<Result, E: Error>(_ body: (inout WriteTransaction) throws(E) -> Result) throws(E) -> Result {
    try body(&raw!)
  }

  /// Commits; nothing is kept when that fails.
  func commit() throws(LMDBError) { try raw.take()!.commit() }

  /// Ends without a change; nothing happens when it has ended.
  func abandon() { raw = nil }
}
