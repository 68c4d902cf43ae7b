import TestSupport
import Testing

@testable import TableStore

/// The one way by which rows come, change and go, against a model: plain, composite, prefix, unique and long text
/// indexes of several tenants, with statements and transactions that fail in between.
@Suite struct ModelTests {
  @Test func tenThousandStatements() throws {
    try withTenants { store in
      var run = ModelRun(store, SeededRandom(for: "store against model"))
      while run.operationCount < 10_000 {
        try run.transaction()
        try run.requireAgreement()
      }
      for outcome in [
        "insert note: done", "insert note: duplicate", "insert note: crossesScope", "update note: done",
        "update note: duplicate", "update note: crossesScope", "update unseen note: notFound",
        "insert attachment: done", "insert attachment: duplicate", "insert attachment: missingReference",
        "insert attachment: crossesScope", "update attachment: done", "update attachment: notFound", "delete note",
        "erase note", "insert setting: done", "insert setting: duplicate",
      ] {
        #expect(run.outcomes[outcome, default: 0] > 10, "\(outcome)")
      }
    }
  }
}
