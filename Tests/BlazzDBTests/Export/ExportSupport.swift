import BlazzDB
import Foundation
import TableStore
import TestSupport
import Testing

/// Runs `body` with a new store that holds what the dump has.
func withStore<Result>(
  of dump: String, _ body: (Blazz, _ folder: URL) throws -> Result
) throws -> Result {
  try withScratchFolder { folder in
    let file = folder.appending(path: "dump.sql")
    try Data(dump.utf8).write(to: file)
    let blazz = try Blazz(path: folder.appending(path: "test.blazz").path, options: .scratch)
    _ = try blazz.system.importDump(file.path) { Issue.record("refused: \($0.description)") }
    let result = try body(blazz, folder)
    try blazz.close()
    return result
  }
}

/// Runs `body` with a new store that holds what an exported file has.
func withStore<Result>(ofExport file: String, _ body: (Blazz) throws -> Result) throws -> Result {
  try withScratchFolder { folder in
    let blazz = try Blazz(path: folder.appending(path: "copy.blazz").path, options: .scratch)
    _ = try blazz.system.importDump(file) { Issue.record("refused: \($0.description)") }
    let result = try body(blazz)
    try blazz.close()
    return result
  }
}

extension StoreOptions {
  /// Small and not kept.
  static var scratch: StoreOptions {
    var options = StoreOptions()
    options.durability = .none
    options.mapSizeBytes = 256 << 20
    return options
  }
}

/// Gathers what an export passes on.
final class GatheredText {
  private(set) var bytes: [UInt8] = []
  private(set) var longestPiece = 0

  func append(_ piece: [UInt8]) {
    bytes += piece
    longestPiece = max(longestPiece, piece.count)
  }

  /// Lines without their ends.
  var lines: [[UInt8]] { bytes.split(separator: 0x0A).map { Array($0) } }
  var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension System {
  /// The whole text of an export.
  func exported(as format: ExportFormat) throws -> GatheredText {
    let text = GatheredText()
    try export(as: format) { text.append($0) }
    return text
  }
}

extension Workspace {
  /// The whole text of an export.
  func exported(as format: ExportFormat) throws -> GatheredText {
    let text = GatheredText()
    try export(as: format) { text.append($0) }
    return text
  }
}

/// A line of an export as JSON, read by Foundation.
struct ExportedRow {
  var table: String
  var row: [String: Any]

  init(_ line: [UInt8]) throws {
    let object = try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
    #expect(object.count == 2)
    table = try #require(object["table"] as? String)
    row = try #require(object["row"] as? [String: Any])
  }

  /// Whether a column holds a value, down to its bytes.
  func holds(_ value: RandomRows.Value, in column: ColumnDefinition) -> Bool {
    guard let found = row[column.name] else { return false }
    switch value {
    case .null: return found is NSNull
    case .number(let digits):
      guard let number = found as? NSNumber else { return false }
      return column.type == .bool ? number.boolValue == (digits == "1") : number.stringValue == digits
    case .text(let text): return (found as? String)?.utf8.elementsEqual(text.utf8) ?? false
    case .bytes(let bytes):
      let hex = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
      return found as? String == hex
    }
  }
}
