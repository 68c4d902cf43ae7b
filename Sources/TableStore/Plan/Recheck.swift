/// What a plan rechecks on every entry or row that it finds.
struct Recheck: Sendable {
  /// All of it.
  let filter: Filter?
  /// The same for evaluation, but for the mark of deletion.
  let program: FilterProgram?
  /// The program, for a loop that keeps the plan and names it row by row.
  var unownedProgram: Unmanaged<FilterProgram>? { program.map { .passUnretained($0) } }
  /// The NULL bit that must be set, when deleted rows are left out and nothing else tells.
  let deletedBit: Int?

  init(_ filter: Filter?, _ schema: TableSchema, isCovering: Bool) {
    self.filter = filter
    let all = filter?.conjuncts ?? []
    let left = all.isEmpty ? [] : all.filter { $0 != schema.isNotDeleted }
    let checksDeleted = left.count != all.count
    deletedBit = checksDeleted && !isCovering ? schema.softDeleteBit : nil
    let checked = isCovering && checksDeleted ? all : left
    program = checked.isEmpty ? nil : FilterProgram(checked.count == 1 ? checked[0] : .all(checked), schema)
  }
}
