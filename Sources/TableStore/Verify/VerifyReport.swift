/// What a look through a whole store found.
public struct VerifyReport: Sendable {
  /// The faults, those of one kind and table together; of each kind in a table the first `mostListed`.
  public internal(set) var faults: [VerifyFault] = []
  /// How many faults there are, listed or not.
  public internal(set) var faultCount = 0
  /// What is worth knowing and no fault.
  public internal(set) var notes: [String] = []
  /// The tables that were looked through.
  public internal(set) var tables = 0
  /// The rows that there are, unreadable ones included.
  public internal(set) var rows = 0
  /// The entries of all indexes that there are, full-text ones included.
  public internal(set) var indexEntries = 0
  /// How the file's pages are used; `nil` when they are damaged.
  public internal(set) var structure: StructureReport?
  /// The state that was looked at: the number of the last transaction in it.
  public internal(set) var transaction: UInt64 = 0

  /// So many faults of a kind in a table are listed.
  public static let mostListed = 100

  /// Whether no fault was found.
  public var isSound: Bool { faultCount == 0 }
}

extension VerifyReport {
  /// What is said of a file whose pages are damaged.
  init(damagedPages message: String) {
    faults = [VerifyFault(kind: .damagedPages, message: message)]
    faultCount = 1
  }
}

/// One thing that is wrong in a store.
public struct VerifyFault: Hashable, Sendable {
  /// The kinds of faults.
  public enum Kind: String, CaseIterable, Sendable {
    /// The file's pages are not what LMDB makes; nothing else was looked at.
    case damagedPages
    /// A row that cannot be read: its checksum, key or layout is wrong, or its chunks are.
    case unreadableRow
    /// A value that its column does not take.
    case invalidValue
    /// A row without its entry in an index.
    case missingEntry
    /// An index entry that no row asks for.
    case surplusEntry
    /// An entry that names another row than the one whose values it has.
    case wrongEntry
    /// A value that a unique index takes once, in several rows.
    case duplicate
    /// Bytes of a long row that belong to none.
    case surplusChunk
    /// A row in another workspace than the row that it belongs to by a foreign key.
    case wrongScope
    /// A declared foreign key without its target.
    case missingReference
    /// The next AUTO_INCREMENT value was used already.
    case wrongSequence
    /// The record of a table's sizes is not what there is.
    case wrongSizes
    /// A record in the meta key space that cannot be read.
    case malformedRecord
    /// A full-text index lacks that a term stands in a row.
    case missingPosting
    /// A full-text index has a term of a row that the row does not have.
    case surplusPosting
    /// A full-text index says of a term in a row what is not so.
    case wrongPosting
    /// An entry of a full-text index that does not follow the format.
    case malformedPostings
    /// The counts of a full-text index are not what there is.
    case wrongCounts
  }

  /// What kind of fault it is.
  public var kind: Kind
  /// The table's SQL name.
  public var table: String?
  /// The index's or foreign key's name.
  public var index: String?
  /// The row's primary key as text, where it is known.
  public var key: String?
  /// What is wrong, without the names above.
  public var message: String
}

extension VerifyFault: CustomStringConvertible {
  /// One sentence: table and row, what is wrong, the index.
  public var description: String {
    guard kind != .damagedPages else { return message.onOneLine }
    var place = table ?? "meta"
    if let key { place += " \(key)" }
    return "\(place): \(message)".onOneLine + (index.map { " [\($0)]" } ?? "")
  }
}

/// How far a look through a store is.
public struct VerifyProgress: Sendable {
  /// Entries that were looked at.
  public var done: Int
  /// Entries that there are to look at, as the store's own counts say.
  public var total: Int
}

/// Faults as they are found: all are counted, the first of each kind in a table are kept.
struct FaultList {
  private struct Group: Hashable {
    let kind: VerifyFault.Kind
    let table: String?
  }

  private var counts: [Group: Int] = [:]
  private(set) var listed: [VerifyFault] = []
  private(set) var count = 0

  /// Whether a fault would still be listed.
  func lists(_ kind: VerifyFault.Kind, _ table: String?) -> Bool {
    counts[Group(kind: kind, table: table), default: 0] < VerifyReport.mostListed
  }

  /// Counts a fault, and makes it only where it is listed.
  mutating func add(
    _ kind: VerifyFault.Kind, _ table: String?, index: String? = nil, key: @autoclosure () -> String? = nil,
    _ message: @autoclosure () -> String
  ) {
    if lists(kind, table) {
      listed.append(VerifyFault(kind: kind, table: table, index: index, key: key(), message: message()))
    }
    counts[Group(kind: kind, table: table), default: 0] += 1
    count += 1
  }

  /// Takes over what another list has.
  mutating func add(_ other: FaultList) {
    let before = counts
    for fault in other.listed where lists(fault.kind, fault.table) {
      listed.append(fault)
      counts[Group(kind: fault.kind, table: fault.table), default: 0] += 1
    }
    for (group, more) in other.counts { counts[group] = before[group, default: 0] + more }
    count += other.count
  }
}
