/// Where everything lies in a sound LMDB file, found without the library: what crafted damage aims at, and what rows are
/// found by to have their bits flipped. It trusts the file.
public struct LMDBFileMap: Sendable {
  /// The size of a page in bytes.
  public static let pageBytes = 4_096

  /// One entry of a leaf.
  public struct Entry: Sendable {
    /// The named tree; `nil` for the tree of names.
    public var tree: String?
    /// The entry's key.
    public var key: [UInt8]
    /// Where its value lies in the file.
    public var value: Range<Int>
  }

  /// All entries of named trees.
  public private(set) var entries: [Entry] = []
  /// The pages that hold entries, branches, and first pages of long values.
  public private(set) var leaves: [Int] = []
  /// See `leaves`.
  public private(set) var branches: [Int] = []
  /// See `leaves`.
  public private(set) var runs: [Int] = []
  /// Leaves of the list of free pages.
  public private(set) var freeLeaves: [Int] = []
  /// Where records of named trees lie in the file.
  public private(set) var records: [Int] = []
  /// Where in the file long values' nodes name their first page.
  public private(set) var runPointers: [Int] = []
  /// The newer meta page: 0 or 1.
  public let meta: Int

  private let file: [UInt8]

  /// Goes over all trees.
  public init(_ file: [UInt8]) {
    self.file = file
    meta = file.integer(144, UInt64.self) >= file.integer(4_096 + 144, UInt64.self) ? 0 : 1
    let start = meta * Self.pageBytes
    walk(Self.root(file, record: start + 88), tree: nil, isFree: false)
    for (name, record) in records.map({ ($0, name(ofRecord: $0)) }).map({ ($0.1, $0.0) }) {
      walk(Self.root(file, record: record), tree: name, isFree: false)
    }
    walk(Self.root(file, record: start + 40), tree: nil, isFree: true)
  }

  /// Where the nodes of a page lie in the file.
  public static func nodes(_ file: [UInt8], page: Int) -> [Int] {
    let base = page * pageBytes
    let lower = Int(file.integer(base + 12, UInt16.self))
    return stride(from: 16, to: lower, by: 2).map { base + Int(file.integer(base + $0, UInt16.self)) }
  }

  private static func root(_ file: [UInt8], record: Int) -> Int? {
    let root = file.integer(record + 40, UInt64.self)
    return root == .max ? nil : Int(root)
  }

  private func name(ofRecord record: Int) -> String {
    let node = record - 8
    // A record lies behind its name, whose length stands before the name.
    for length in 1...511 where Int(file.integer(node - length + 6, UInt16.self)) == length {
      return String(decoding: file[record - length..<record], as: UTF8.self)
    }
    return ""
  }

  private mutating func walk(_ page: Int?, tree: String?, isFree: Bool) {
    guard let page else { return }
    let flags = file.integer(page * Self.pageBytes + 10, UInt16.self)
    let nodes = Self.nodes(file, page: page)
    guard flags & 2 != 0 else {
      branches.append(page)
      for node in nodes {
        let child = UInt64(file.integer(node, UInt32.self)) | UInt64(file.integer(node + 4, UInt16.self)) << 32
        walk(Int(child), tree: tree, isFree: isFree)
      }
      return
    }
    if isFree { freeLeaves.append(page) } else { leaves.append(page) }
    for node in nodes {
      let keyBytes = Int(file.integer(node + 6, UInt16.self))
      let valueBytes = Int(file.integer(node, UInt32.self))
      var value = node + 8 + keyBytes
      switch file.integer(node + 4, UInt16.self) {
      case 1:
        runPointers.append(value)
        let run = Int(file.integer(value, UInt64.self))
        runs.append(run)
        value = run * Self.pageBytes + 16
      case 2: records.append(value)
      default: break
      }
      guard let tree else { continue }
      entries.append(
        Entry(tree: tree, key: Array(file[node + 8..<node + 8 + keyBytes]), value: value..<value + valueBytes))
    }
  }
}

extension [UInt8] {
  /// The integer at a place, as this machine orders its bytes.
  public func integer<Integer: FixedWidthInteger>(_ place: Int, _: Integer.Type) -> Integer {
    var value = Integer.zero
    for index in (0..<Integer.bitWidth / 8).reversed() { value = value << 8 | Integer(self[place + index]) }
    return value
  }

  /// Puts an integer at a place.
  public mutating func set<Integer: FixedWidthInteger>(_ place: Int, _ value: Integer) {
    for index in 0..<Integer.bitWidth / 8 { self[place + index] = UInt8(truncatingIfNeeded: value >> (8 * index)) }
  }
}
