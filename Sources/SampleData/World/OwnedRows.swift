/// Which workspace each row of a table belongs to, when rows come as workspaces open: every workspace has some, and the
/// others go by the workspaces' sizes.
struct OwnedRows {
  let count: Int
  private let least: Int
  private let seed: UInt64
  private let table: UInt8
  private let workspaces: WorkspaceShape

  /// - Parameters:
  ///   - least: how many rows each workspace has at least, where there are enough.
  ///   - table: a number that sets the table apart.
  init(_ count: Int, least: Int = 1, table: UInt8, _ workspaces: WorkspaceShape, seed: UInt64) {
    (self.count, self.least, self.table, self.workspaces, self.seed) = (count, least, table, workspaces, seed)
  }

  /// The part of the year after which a row comes.
  func part(of place: Int) -> Double {
    max(WorkspaceShape.opening(Double(place) / Double(count)), workspaces.opening(of: workspace(of: place)))
  }

  /// The place of the workspace that a row belongs to.
  func workspace(of place: Int) -> Int {
    let candidate = place * workspaces.count / count
    // The rows that the workspace is sure of lie from where its share begins.
    let start = (candidate * count + workspaces.count - 1) / workspaces.count
    if place - start < least { return candidate }
    var random = RowRandom(seed: seed &+ 1, table: table, place: place)
    return workspaces.draw(at: WorkspaceShape.opening(Double(place) / Double(count)), &random, evenly: true)
  }

  /// All rows by workspace.
  func grouped() -> Grouping {
    Grouping((0..<count).map { UInt32(workspace(of: $0)) }, count: workspaces.count)
  }
}
