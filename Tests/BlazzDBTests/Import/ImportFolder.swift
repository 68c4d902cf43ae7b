import Foundation
import TableStore
import TestSupport
import Testing

@testable import BlazzDB

/// A line of one of the files beside a store, read by other means than it was written.
struct KeptRecord: Equatable {
  var dump: String
  var line: Int?
  var table: String
  var reason: String?
  var key: String?
  /// The members of "row" or "columns": bytes, or `nil` for NULL.
  var values: [String: [UInt8]?]

  init(_ json: Data) throws {
    let object = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
    dump = try #require(object["dump"] as? String)
    line = object["line"] as? Int
    table = try #require(object["table"] as? String)
    reason = object["reason"] as? String
    key = object["key"] as? String
    let members = try #require((object["row"] ?? object["columns"]) as? [String: Any])
    values = try members.mapValues { value in
      if let hex = (value as? [String: String])?["hex"] {
        return stride(from: 0, to: hex.count, by: 2).map { UInt8(hex.dropFirst($0).prefix(2), radix: 16) ?? 0 }
      }
      return value is NSNull ? nil : Array(try #require(value as? String).utf8)
    }
  }

  /// A value as text.
  subscript(_ column: String) -> String? { (values[column] ?? nil).map { String(decoding: $0, as: UTF8.self) } }
}

/// A new store, and the dumps that are imported into it.
struct ImportFolder {
  let folder: URL
  let blazz: Blazz

  var refusedFile: URL { folder.appending(path: "crm.blazz.refused.jsonl") }
  var asideFile: URL { folder.appending(path: "crm.blazz.aside.jsonl") }

  /// Writes a dump and imports it.
  @discardableResult
  func importing(_ dump: some Sequence<UInt8>, as name: String = "d.sql") throws -> ImportReport {
    let file = folder.appending(path: name)
    try Data(dump).write(to: file)
    return try blazz.system.importDump(file.path)
  }

  @discardableResult
  func importing(_ dump: String, as name: String = "d.sql") throws -> ImportReport {
    try importing(Array(dump.utf8), as: name)
  }

  /// The lines of one of the two files; none when it is not there.
  func records(_ file: URL) throws -> [KeptRecord] {
    guard FileManager.default.fileExists(atPath: file.path) else { return [] }
    let data = try Data(contentsOf: file)
    #expect(data.last == 0x0A, "a file has whole lines, and one at least")
    return try data.split(separator: 0x0A).map { try KeptRecord($0) }
  }

  var refused: [KeptRecord] { get throws { try records(refusedFile) } }
  var aside: [KeptRecord] { get throws { try records(asideFile) } }

  /// The rows of a table as text by column, in the primary key's order.
  func rows(_ table: String) throws -> [[String: [UInt8]?]] {
    let columns = try #require(Blazz.tables.first { $0.schema.name == table }).schema.columns.map(\.name)
    return try tableContents(blazz, table).map { values in
      Dictionary(uniqueKeysWithValues: zip(columns, values.map(\.dumped)))
    }
  }

  /// One column of a table.
  func column(_ column: String, of table: String) throws -> [String?] {
    try rows(table).map { row in (row[column] ?? nil).map { String(decoding: $0, as: UTF8.self) } }
  }
}

/// Runs `body` with a store in a folder of its own.
func withImportFolder<Result>(_ body: (ImportFolder) throws -> Result) throws -> Result {
  try withScratchFolder { folder in
    var options = StoreOptions()
    options.durability = .none
    options.mapSizeBytes = 256 << 20
    let blazz = try Blazz(path: folder.appending(path: "crm.blazz").path, options: options)
    let result = try body(ImportFolder(folder: folder, blazz: blazz))
    try blazz.close()
    return result
  }
}

extension SQLValue {
  /// The value as a dump would have it.
  var dumped: [UInt8]? {
    switch self {
    case .null: nil
    case .bool(let bool): bool ? [0x31] : [0x30]
    case .integer(let integer): Array("\(integer)".utf8)
    case .text(let text): Array(text.utf8)
    case .bytes(let bytes): bytes
    }
  }
}
