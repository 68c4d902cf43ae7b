internal import TableStore

/// What is known of a dump's tables: where their rows go, in which pass, and where the dump breaks off.
final class DumpStructure {
  /// The dump.
  let path: String
  /// The last pass that a table of the dump waits for.
  private(set) var lastPass = 0
  /// Where the dump breaks off: no pass goes on behind it.
  private(set) var breakage: (error: DumpError, offset: Int)?
  /// By table, the columns that no row of the dump has and that are filled otherwise each time.
  private(set) var volatileColumns: [String: Set<String>] = [:]
  /// The tables that have rows in the dump, without counts.
  private(set) var tables: [ImportReport.Table] = []
  private var targets: ImportTargets
  private var definitions: [String: DumpTable] = [:]
  private var shapes: [InsertShape.Key: InsertShape] = [:]
  /// What the pass at hand began with.
  private var firstDefinitions: [String: DumpTable] = [:]

  init(path: String, _ targets: ImportTargets) { (self.path, self.targets) = (path, targets) }

  /// Notes that a pass begins.
  func beginPass() { firstDefinitions = definitions }

  /// Runs `body`, which reads the pass at hand again from its beginning.
  func again<Result>(_ body: () throws -> Result) rethrows -> Result {
    let kept = (definitions, shapes)
    defer { (definitions, shapes) = kept }
    if definitions != firstDefinitions { (definitions, shapes) = (firstDefinitions, [:]) }
    return try body()
  }

  /// Notes that the dump breaks off.
  func note(_ error: DumpError, at offset: Int) {
    if offset < breakage?.offset ?? .max { breakage = (error, offset) }
  }

  /// Goes on to the next INSERT whose turn it is; `nil` when there is none.
  func advance(_ reader: inout DumpReader, _ pass: Int) throws(DumpError) -> InsertShape? {
    while let event = try reader.next() {
      if let breakage, reader.offset >= breakage.offset { return nil }
      switch event {
      case .createTable(let table):
        targets.note(table.name)
        if definitions.updateValue(table, forKey: table.name) != table {
          shapes[InsertShape.Key(table: table.name, list: nil)] = nil
        }
      case .insert(let name, let columns):
        targets.note(name)
        let turn = targets.pass(of: name)
        lastPass = max(lastPass, turn)
        guard turn == pass else { continue }
        return shape(InsertShape.Key(table: name, list: columns))
      }
    }
    return nil
  }

  private func shape(_ key: InsertShape.Key) -> InsertShape {
    if let shape = shapes[key] { return shape }
    let target = targets[key.table]
    let names = key.list ?? definitions[key.table]?.columns.map(\.name)
    let entry = entry(key.table, target?.schema.name)
    let destination: InsertShape.Destination
    switch (target, names) {
    case (nil, _): destination = .aside
    case (let target?, let names?):
      let binding = ColumnBinding(names, target)
      binding.describe(in: &tables[entry])
      let volatile = binding.volatileColumns
      volatileColumns[binding.schema.name, default: volatile].formIntersection(volatile)
      destination = .table(binding)
    case (let target?, nil):
      destination = .nowhere(
        StoreError(
          .malformedInput, "an INSERT names no columns and the dump has no CREATE TABLE before it",
          table: target.schema.name))
    }
    let shape = InsertShape(
      entry: entry, table: target?.schema.name ?? key.table, columns: DumpColumns(names ?? []),
      destination: destination)
    shapes[key] = shape
    return shape
  }

  /// The place of a table in the report.
  func entry(_ name: String, _ target: String?) -> Int {
    if let index = tables.firstIndex(where: { $0.name == name }) { return index }
    tables.append(.init(name: name, target: target))
    return tables.count - 1
  }
}
