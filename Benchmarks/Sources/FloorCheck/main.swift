import BlazzDB
import CFloor
import Foundation
import TableStore

// Reads of 1M chats beside bare LMDB on the same bytes, in one run. Prints nanoseconds; asserts nothing.

let chats = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 1_000_000
let folder = FileManager.default.temporaryDirectory.appending(path: "blazz-floor-\(UUID().uuidString)")
try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
defer { try? FileManager.default.removeItem(at: folder) }
let path = folder.appending(path: "chats.blazz").path
let clock = ContinuousClock()

func nanoseconds(_ work: () throws -> Void) rethrows -> Double {
  let spent = try clock.measure(work)
  return Double(spent.components.seconds) * 1e9 + Double(spent.components.attoseconds) / 1e9
}

func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

var options = StoreOptions()
options.durability = .none
var maker = DataMaker()
var places: [ChatPlace] = []
do {
  let blazz = try Blazz(path: path, options: options)
  let spent = try nanoseconds { places = try maker.fill(blazz, chats: chats) }
  print("insert, 10,000 a transaction: \(Int(Double(chats) / spent * 1e9)) rows/s")
  try blazz.close()
}
let bytes = try FileManager.default.attributesOfItem(atPath: path)[.size] as! Int
print("file: \(bytes / chats) bytes a chat")

/// A thousand random chats of one workspace, then of another: one snapshot each.
let groups = (0..<200).map { _ in
  let workspace = places.randomElement(using: &maker.generator)!.workspace
  let own = places.filter { $0.workspace == workspace }
  return (workspace, (0..<1000).map { _ in own.randomElement(using: &maker.generator)! })
}
var keys: [UInt8] = []
var ends: [UInt32] = []
for place in groups.flatMap(\.1) {
  keys.append(0)
  for number in [place.workspace, place.id] {
    let digits = withUnsafeBytes(of: number.bigEndian) { Array($0.drop { $0 == 0 }) }
    keys += [0x80 + UInt8(digits.count)] + digits
  }
  ends.append(UInt32(keys.count))
}

let copy = folder.appending(path: "floor.blazz").path
try FileManager.default.copyItem(atPath: path, toPath: copy)
let blazz = try Blazz(path: path)
var typed: [Double] = []
var floor: [Double] = []
var floorCopy: [Double] = []
var characters = 0
for _ in 0..<5 {
  let result = floor_gets(copy, "chats", keys, ends, ends.count)
  guard result.code == 0 else { fatalError("bare LMDB failed: \(result.code)") }
  floor.append(result.get)
  floorCopy.append(result.get_and_copy)
  for round in 0..<2 {
    let spent = try nanoseconds {
      for (workspace, group) in groups {
        try blazz.workspace(ID(workspace)).read { db in
          for place in group { characters &+= try db.chats.get(ID(place.id))!.metadata.text.utf8.count }
        }
      }
    }
    if round == 1 { typed.append(spent / Double(ends.count)) }
  }
}
print("get by id: mdb_get \(Int(median(floor))) ns, mdb_get and copy \(Int(median(floorCopy))) ns, typed row "
  + "\(Int(median(typed))) ns, ratio to mdb_get \(median(typed) / median(floor))")

var latest: [Double] = []
var rows = 0
let workspaces = try groups.map { try blazz.workspace(ID($0.0)) }
for _ in 0..<5 {
  let spent = try nanoseconds {
    for workspace in workspaces {
      for _ in 0..<10 {
        rows &+= try workspace.read { db in
          try db.chats.order(by: Chat.timeline, .descending).limit(50).all().count
        }
      }
    }
  }
  latest.append(spent / Double(workspaces.count * 10))
}
print("latest 50 of a workspace: \(median(latest) / 1000) µs")
let uuids = try groups.prefix(20).flatMap { workspace, group in
  try blazz.workspace(ID(workspace)).read { db in try group.prefix(100).map { try db.chats.get(ID($0.id))!.uuid } }
}
let byUUID = try nanoseconds {
  try blazz.system.read { db in for uuid in uuids { rows += try db.chats.find(Chat.byUUID, uuid) == nil ? 0 : 1 } }
}
print("uuid to row: \(Int(byUUID) / uuids.count) ns")
print("checked: \(rows) rows, \(characters) characters")
