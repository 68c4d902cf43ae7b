internal import BlazzDB
internal import Foundation
internal import TableStore
internal import TestSupport

/// Flips single bits inside live rows, in the file of an open store, and reads the row each time: through the same map, by
/// the same code as any other read.
struct RowFlips {
  private let path: String
  private let rows: [(table: String, key: String, value: Range<Int>)]
  private let seed: UInt64
  private let file: [UInt8]

  init(_ base: BaseStore, folder: String, seed: UInt64) throws {
    path = "\(folder)/flipped"
    self.seed = seed
    file = base.file
    rows = LMDBFileMap(base.file).entries.compactMap { entry in
      guard let tree = entry.tree, let schema = Blazz.tables.first(where: { $0.schema.name == tree })?.schema,
        let key = Self.primaryKey(entry.key, isScoped: schema.isScoped)
      else { return nil }
      return (tree, key, entry.value)
    }
  }

  /// Flips so many bits; gives how many were read over.
  func run(_ count: Int) throws -> Int {
    try Data(file).write(to: URL(filePath: path))
    let blazz = try Blazz(path: path, checking: .structure, options: .readOnly)
    let descriptor = open(path, O_RDWR)
    precondition(descriptor >= 0, "the store's file can be written")
    defer { close(descriptor) }
    var random = SeededRandom(seed: seed)
    var undetected = 0
    try blazz.system.read { db in
      for _ in 0..<count {
        let row = random.pick(rows)
        let place = Int.random(in: row.value, using: &random)
        write(file[place] ^ 1 << UInt8.random(in: 0..<8, using: &random), at: place, descriptor)
        do {
          _ = try db.table(named: row.table)!.get(row.key) { row in _ = row.keyInteger }
          undetected += 1
          say("undetected: \(row.table) \(row.key), byte \(place - row.value.lowerBound) of \(row.value.count)")
        } catch let error as StoreError where error.code == .damaged {}
        write(file[place], at: place, descriptor)
      }
      // All is as it was: nothing else was damaged, and every row was there to be read.
      for row in rows {
        let isThere = try db.table(named: row.table)!.get(row.key) { _ in }
        precondition(isThere, "an undamaged row is read")
      }
    }
    try blazz.close()
    return undetected
  }

  private func write(_ byte: UInt8, at place: Int, _ descriptor: Int32) {
    var byte = byte
    precondition(pwrite(descriptor, &byte, 1, off_t(place)) == 1, "the file takes a byte")
  }

  /// The primary key of a row or of one of its chunks by its stored key: see docs/format.md.
  private static func primaryKey(_ key: [UInt8], isScoped: Bool) -> String? {
    guard key[0] == 0x00 || key[0] == 0xFF else { return nil }
    var place = 1
    func integer() -> UInt64? {
      guard place < key.count, key[place] == 0 || (0x80...0x88).contains(key[place]) else { return nil }
      let length = key[place] == 0 ? 0 : Int(key[place]) - 0x80
      guard place + length < key.count else { return nil }
      defer { place += 1 + length }
      return key[(place + 1)...(place + length)].reduce(0) { $0 << 8 | UInt64($1) }
    }
    if isScoped { guard integer() != nil else { return nil } }
    guard let number = integer() else { return nil }
    return "\(number)"
  }
}
