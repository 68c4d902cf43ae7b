import BenchmarkSupport
import BlazzDB
import CFloor
import Foundation
import TableStore

/// Reads of made-up chats beside bare LMDB on the same bytes, in one run. Prints nanoseconds; asserts nothing.
///
/// usage: FloorCheck [CHATS]
@main
struct FloorCheck {
  let path: String
  var maker = DataMaker()
  var places: [ChatPlace] = []
  /// A thousand random chats of one workspace, then of another.
  var groups: [(workspace: UInt64, chats: [UInt64])] = []

  /// No waiting for the disk, and a map that a profiler such as valgrind has room for.
  private static var options: StoreOptions {
    var options = StoreOptions()
    options.durability = .none
    options.mapSizeBytes = 16 << 30
    return options
  }

  static func main() throws {
    let chats = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 1_000_000
    let folder = FileManager.default.temporaryDirectory.appending(path: "blazz-floor-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var check = FloorCheck(path: folder.appending(path: "chats.blazz").path)
    try check.fill(chats)
    let copy = folder.appending(path: "floor.blazz").path
    try FileManager.default.copyItem(atPath: check.path, toPath: copy)
    let blazz = try Blazz(path: check.path, options: Self.options)
    try check.compareGets(blazz, floor: copy)
    try check.timeLatest(blazz)
    try check.timeUUIDs(blazz)
  }

  private mutating func fill(_ chats: Int) throws {
    let blazz = try Blazz(path: path, options: Self.options)
    let spent = try nanoseconds { places = try maker.fill(blazz, chats: chats) }
    try blazz.close()
    let bytes = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    print("insert, 10,000 a transaction: \(Int(Double(chats) / spent * 1e9)) rows/s")
    print("file: \(bytes / chats) bytes a chat with its indexes, not repacked")
    groups = (0..<200).map { _ in
      let workspace = places.randomElement(using: &maker.generator)!.workspace
      let own = places.filter { $0.workspace == workspace }
      return (workspace, (0..<1000).map { _ in own.randomElement(using: &maker.generator)!.id })
    }
  }

  /// The keys of the rows of `groups`, by docs/format.md.
  private func rowKeys() -> (bytes: [UInt8], ends: [UInt32]) {
    var bytes: [UInt8] = []
    var ends: [UInt32] = []
    for (workspace, chats) in groups {
      for chat in chats {
        bytes.append(0)
        for number in [workspace, chat] {
          let digits = withUnsafeBytes(of: number.bigEndian) { Array($0.drop { $0 == 0 }) }
          bytes += [0x80 + UInt8(digits.count)] + digits
        }
        ends.append(UInt32(bytes.count))
      }
    }
    return (bytes, ends)
  }

  private func compareGets(_ blazz: Blazz, floor path: String) throws {
    let (keys, ends) = rowKeys()
    let workspaces = try groups.map { (try blazz.workspace(ID($0.workspace)), $0.chats) }
    var floor: [Double] = []
    var copies: [Double] = []
    var typed: [Double] = []
    var bytes = 0
    for round in 0..<6 {
      let result = floor_gets(path, "chats", keys, ends, ends.count)
      guard result.code == 0 else { throw StoreError(.system, "bare LMDB failed with code \(result.code)") }
      let spent = try nanoseconds {
        for (workspace, chats) in workspaces {
          bytes &+= try workspace.read { db in
            let table = db.chats
            return try chats.reduce(0) { $0 &+ (try table.get(ID($1))?.metadata.text.utf8.count ?? 0) }
          }
        }
      }
      // The first round warms the caches.
      guard round > 0 else { continue }
      floor.append(result.get)
      copies.append(result.get_and_copy)
      typed.append(spent / Double(ends.count))
    }
    let ratio = (median(typed) / median(floor) * 100).rounded() / 100
    print(
      "get by id: mdb_get \(Int(median(floor))) ns, with a copy \(Int(median(copies))) ns, whole typed row "
        + "\(Int(median(typed))) ns: \(ratio) x mdb_get (\(bytes) bytes of metadata)")
  }

  private func timeLatest(_ blazz: Blazz) throws {
    let workspaces = try groups.map { try blazz.workspace(ID($0.workspace)) }
    var rows = 0
    let times = try (0..<6).map { _ in
      try nanoseconds {
        for _ in 0..<10 {
          for workspace in workspaces {
            rows &+= try workspace.read { db in
              try db.chats.order(by: Chat.timeline, .descending).limit(50).all().count
            }
          }
        }
      } / Double(workspaces.count * 10)
    }
    print("latest 50 of a workspace: \((median(times) / 10).rounded() / 100) µs (\(rows) rows)")
  }

  private func timeUUIDs(_ blazz: Blazz) throws {
    let uuids = try groups.prefix(100).flatMap { workspace, chats in
      try blazz.workspace(ID(workspace)).read { db in
        try chats.prefix(100).compactMap { try db.chats.get(ID($0))?.uuid }
      }
    }
    var found = 0
    let spent = try nanoseconds {
      try blazz.system.read { db in
        let table = db.chats
        for uuid in uuids where try table.find(Chat.byUUID, uuid) != nil { found += 1 }
      }
    }
    print("uuid to row: \(Int(spent) / uuids.count) ns (\(found) rows)")
  }
}
