internal import ArgumentParser
internal import BlazzDB
internal import TableStore

/// The store that a subcommand looks into.
struct StoreArgument: ParsableArguments {
  @Argument(help: "The store's file.", completion: .file())
  var store: String

  /// Opens it for reading.
  func open() throws -> Blazz { try Blazz(path: store, checking: .tool, options: .readOnly) }
}

extension StoreOptions.Checking {
  /// What every subcommand looks through first: the whole of a store that takes about a second, or as long as the disk
  /// takes to read it.
  static let tool = structureUpTo(bytes: 1 << 30)
}

/// Whose rows a subcommand shows.
struct WorkspaceOption: ParsableArguments {
  @Option(help: ArgumentHelp("Only this workspace's rows.", valueName: "id|uuid"))
  var workspace: String?

  /// Reads the workspace's tables, or everything.
  func read<Result>(_ blazz: Blazz, _ body: (Tables<Reading>) throws -> Result) throws -> Result {
    guard let workspace = try find(in: blazz) else { return try blazz.system.read(body) }
    return try workspace.read(body)
  }

  /// The workspace, also a deleted one; `nil` when none is asked for.
  func find(in blazz: Blazz) throws -> Workspace? {
    guard let workspace else { return nil }
    return try UInt64(workspace).map { try blazz.workspace(ID($0), includingDeleted: true) }
      ?? blazz.workspace(uuid: workspace, includingDeleted: true)
  }
}

extension Tables {
  /// A table by name, or a sentence that says which there are.
  func require(_ name: String) throws -> DynamicTable<Mode> {
    guard let table = table(named: try Blazz.schema(named: name).name) else {
      preconditionFailure("\(name) is among the store's tables")
    }
    return table
  }
}

extension Blazz {
  /// A table by name, or a sentence that says which there are.
  static func schema(named name: String) throws -> TableSchema {
    guard let table = tables.first(where: { $0.schema.name == name }) else {
      let names = tables.map { $0.schema.name }.joined(separator: ", ")
      throw StoreError(.notFound, "there is no table '\(name)'; there are \(names)")
    }
    return table.schema
  }
}

extension TableSchema {
  /// A column by name, or a sentence that says which there are.
  func require(column name: String) throws -> Int {
    guard let ordinal = ordinal(of: name) else {
      let names = columns.map(\.name).joined(separator: ", ")
      throw StoreError(.notFound, "there is no column '\(name)'; there are \(names)", table: self.name)
    }
    return ordinal
  }
}
