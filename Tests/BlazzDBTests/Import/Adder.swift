import BlazzDB
import Foundation
import TableStore
import Testing

/// Counts every value of a dump in the store and in the files beside it, by rules written down here once more.
///
/// A row is found where it is refused as a whole, or kept aside as a whole, or stored; of a stored row each value is in
/// its column, byte for byte, or kept aside under the row's key.
struct Adder {
  private static let olderTables = ["organizations": "workspaces", "organization_api_keys": "workspace_api_keys"]
  private static let olderColumns = [
    "organization_id": "workspace_id", "team_invites.code": "token", "team_invites.expire_at": "expires_at",
  ]

  /// Values that were found.
  private(set) var valueCount = 0
  private var stored: [String: [[String: [UInt8]?]]] = [:]
  private var refused: [KeptRecord]
  private var asideRows: [KeptRecord]
  private var asideValues: [KeptRecord]

  /// - Parameter dump: the beginning of the identity of the dump whose lines count.
  init(_ folder: ImportFolder, dump: String) throws {
    for table in Blazz.tables.map({ $0.schema.name }) { stored[table] = try folder.rows(table) }
    let records = try folder.refused.filter { $0.dump.hasPrefix(dump) }
    refused = records.filter { $0.line != nil }
    // Rows that were stored and taken out again: as good as stored ones, in the file.
    for record in records where record.line == nil { stored[record.table]?.append(record.values) }
    let aside = try folder.aside.filter { $0.dump.hasPrefix(dump) }
    asideRows = aside.filter { $0.key == nil }
    asideValues = aside.filter { $0.key != nil }
  }

  /// Finds every row of a table.
  mutating func add(_ table: RealTable) {
    let name = table.name.lowercased()
    let target = Self.olderTables[name] ?? name
    for row in table.members {
      let isFound =
        if stored[target] == nil {
          Self.take(from: &asideRows) { $0.table == table.name && $0.values == row }
        } else {
          Self.take(from: &refused) { $0.table == target && $0.values == row } || takeStored(row, target)
        }
      if isFound { valueCount += row.count }
      let text = row.mapValues { value in value.map { String(decoding: $0, as: UTF8.self) } ?? "NULL" }
      #expect(isFound, "\(table.name): \(text)")
    }
  }

  /// Expects that there is nothing that no row accounts for.
  func expectNothingElse() {
    #expect(stored.values.allSatisfy { $0.isEmpty }, "rows that no dump has")
    for record in refused + asideRows + asideValues { Issue.record("\(record) is of no row") }
  }

  private mutating func takeStored(_ row: [String: [UInt8]?], _ table: String) -> Bool {
    guard let schema = Blazz.tables.first(where: { $0.schema.name == table })?.schema, let candidates = stored[table]
    else { return false }
    let keyColumn = schema.columns[schema.primaryKey].name
    for (index, candidate) in candidates.enumerated() {
      let key = (candidate[keyColumn] ?? nil).map { String(decoding: $0, as: UTF8.self) }
      var homeless: [String: [UInt8]?] = [:]
      for (column, value) in row where !Self.isEqual(value, Self.name(column, table), candidate) {
        homeless[column] = value
      }
      guard
        homeless.isEmpty
          || Self.take(
            from: &asideValues,
            where: { record in
              record.table == table && record.key == key && record.values == homeless
            })
      else { continue }
      stored[table]?.remove(at: index)
      return true
    }
    return false
  }

  private static func name(_ column: String, _ table: String) -> String {
    let name = column.lowercased()
    return olderColumns[name] ?? olderColumns["\(table).\(name)"] ?? name
  }

  private static func isEqual(_ value: [UInt8]?, _ column: String, _ row: [String: [UInt8]?]) -> Bool {
    guard let stored = row[column] else { return false }
    // Nobody's rows say NULL or 0.
    if column == "workspace_id", value == nil || value == [0x30] { return stored == nil || stored == [0x30] }
    return stored == value
  }

  private static func take(from records: inout [KeptRecord], where isWanted: (KeptRecord) -> Bool) -> Bool {
    guard let index = records.firstIndex(where: isWanted) else { return false }
    records.remove(at: index)
    return true
  }
}
