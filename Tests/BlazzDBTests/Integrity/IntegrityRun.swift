import Foundation
import TestSupport
import Testing

@testable import BlazzDB
@testable import TableStore

/// Runs random statements on a store and its model, and holds every outcome against the model's.
final class IntegrityRun {
  let store: Store
  var model = IntegrityModel()
  var maker: StatementMaker
  /// Takes down what a MySQL server is to agree with.
  var journal: MySQLJournal?
  private(set) var statementCount = 0
  /// How often each outcome came about: a run that never fails proves little.
  private(set) var outcomes: [String: Int] = [:]
  private var touched: Set<Int> = []

  init(_ store: Store, _ random: SeededRandom) {
    self.store = store
    maker = StatementMaker(random)
  }

  /// One transaction of a workspace or of the system, one in six of which is abandoned, and a look at every table that it
  /// could have changed.
  func transaction() throws {
    let reach = maker.chance(4) ? Reach.everything : .tenant(maker.values.random.pick(StatementMaker.tenants))
    let tables = (0..<6).map { _ in maker.number(0..<model.tables.count) }
    let isAbandoned = maker.chance(6)
    let before = model
    touched = []
    do {
      try store.writeSync(reach) { db in
        let context = try ModelContext(reach: reach, now: db.now())
        journal?.begin(context)
        try prepare(db, context)
        for _ in 0..<maker.number(20..<320) {
          let place = tables[maker.number(0..<tables.count)]
          try run(maker.statement(place, model, context), place, db, context)
        }
        if isAbandoned { throw Abandoned() }
      }
      journal?.end(isKept: true)
    } catch is Abandoned {
      model = before
      journal?.end(isKept: false)
    }
    try requireRows(touched)
  }

  /// A user and the writer's workspace, without which little can be stored.
  private func prepare(_ db: Tables<Writing>, _ context: ModelContext) throws {
    let (users, workspaces) = (model.place("users"), model.place("workspaces"))
    while model.tables[users].keys.count < 5 {
      try run(.insert(maker.newRow(users, model, context)), users, db, context)
    }
    guard let tenant = context.scope.tenant, model.tables[workspaces].rows[.number(tenant)] == nil else { return }
    var values = maker.newRow(workspaces, model, context)
    values[model.tables[workspaces].schema.primaryKey] = .integer(Int128(tenant))
    try run(.insert(values), workspaces, db, context)
  }

  private func run(
    _ statement: IntegrityStatement, _ place: Int, _ db: Tables<Writing>, _ context: ModelContext
  ) throws {
    statementCount += 1
    touched.insert(place)
    let schema = model.tables[place].schema
    let refusals: Set<ModelRefusal>
    do {
      refusals = try perform(statement, place, db, context)
    } catch let disagreement as Disagreement {
      let what = "statement \(statementCount) of \(context.reach): \(statement.description(schema))"
      throw Disagreement("\(disagreement) — in \(what)")
    }
    let outcome = refusals.first.map { refusals.count == 1 ? $0.code.rawValue : "several" } ?? "done"
    outcomes["\(statement.name): \(outcome)", default: 0] += 1
    if refusals.isEmpty { touchReferrers(of: place, statement) }
  }

  /// What an erasure may have reached.
  private func touchReferrers(of place: Int, _ statement: IntegrityStatement) {
    switch statement {
    case .erase, .eraseTyped, .delete: break
    default: return
    }
    var left = [place]
    while let next = left.popLast() {
      for (table, _) in model.tables[next].referrers where touched.insert(table).inserted { left.append(table) }
    }
  }
}

/// A failure that only a test throws.
private struct Abandoned: Error {}

/// Store and model differ.
struct Disagreement: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

extension Tables {
  /// The time of the transaction's statements as SQL writes it.
  fileprivate func now() throws -> String {
    let session = try #require(session as? WriteSession)
    return ModelValues.text(Int(session.now.timeIntervalSince1970))
  }
}
