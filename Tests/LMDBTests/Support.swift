import Foundation
import LMDB
import Testing

typealias Bytes = [UInt8]

extension RawSpan {
  var array: Bytes { withUnsafeBytes { Bytes($0) } }
}

/// A folder of its own; whoever makes it removes it. Exit tests are given its path, since a process that dies cannot
/// remove it.
struct TemporaryFolder {
  let path = FileManager.default.temporaryDirectory.appending(path: "lmdb-tests-\(UUID().uuidString)").path

  init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}

/// Runs `body` on a folder of its own, removed at the end.
func withTemporaryFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
  let folder = try TemporaryFolder()
  defer { folder.remove() }
  return try body(folder.path)
}

extension EnvironmentOptions {
  /// Fast and small, for tests.
  static var testing: EnvironmentOptions {
    var options = EnvironmentOptions()
    options.durability = .none
    options.mapSizeBytes = 256 << 20
    return options
  }
}

extension Environment {
  /// Runs `body` in a write transaction that is committed afterwards.
  func write<Result>(_ body: (inout WriteTransaction) throws -> Result) throws -> Result {
    var transaction = try beginWrite()
    let result = try body(&transaction)
    try transaction.commit()
    return result
  }

  func keyspace(_ name: String = "k") throws -> Keyspace {
    try #require(try openKeyspaces([name], create: !isReadOnly)[name])
  }
}

extension Transaction where Self: ~Copyable {
  borrowing func value(_ key: Bytes, in keyspace: Keyspace) throws -> Bytes? {
    try get(key.span.bytes, in: keyspace)?.array
  }

  borrowing func entries(in keyspace: Keyspace) throws -> [Entry] {
    var cursor = try cursor(in: keyspace)
    var entries: [Entry] = []
    var isFound = try cursor.first()
    while isFound {
      entries.append(Entry(key: cursor.key.array, value: cursor.value.array))
      isFound = try cursor.next()
    }
    return entries
  }
}

extension WriteTransaction {
  @discardableResult
  mutating func put(_ value: Bytes, _ key: Bytes, in keyspace: Keyspace, mode: PutMode = .upsert) throws -> Bool {
    try put(value.span.bytes, for: key.span.bytes, in: keyspace, mode: mode)
  }
}

/// The reason of the `LMDBError` that `body` throws; `nil` when it throws nothing or another error.
func reason(_ body: () throws -> Void) -> LMDBError.Reason? {
  do { try body() } catch { return (error as? LMDBError)?.reason }
  return nil
}

/// A generator whose numbers follow from its seed: `BLAZZ_TEST_SEED`, or a new one, which is printed.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(for test: String = #function) {
    let given = ProcessInfo.processInfo.environment["BLAZZ_TEST_SEED"].flatMap(UInt64.init)
    state = given ?? UInt64.random(in: 0..<1 << 32)
    print("\(test): BLAZZ_TEST_SEED=\(state)")
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
