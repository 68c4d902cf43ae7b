import TableStore

extension Ledger {
  /// How many commits each writer has made, if the store holds exactly what follows from that, in every table and by
  /// every index; all zero for a store whose accounts were not put yet.
  func judge() throws -> [Int] {
    let progress = try store.read(Self.tenant) { db in try judge(db) }
    try store.read(.everything) { db in
      let isEmpty = try db.tenants.get(1) == nil
      for (table, rows) in [("accounts", isEmpty ? 0 : writers), ("entries", expected(progress).count)] {
        let sizes = try db.table(named: table)!.storedSizes()
        try require(sizes.rows, rows, "recorded rows of \(table)")
        for index in sizes.indexes where index.name != "entries_words" {
          try require(index.entries, rows, "recorded entries of \(index.name)")
        }
      }
    }
    return progress
  }

  /// The same for one snapshot, without the sizes.
  func judge(_ db: Tables<Reading>) throws -> [Int] {
    let accounts = try db.accounts.orderedByKey().all()
    guard !accounts.isEmpty else {
      try require(try db.entries.count(), 0, "entries without an account")
      return Array(repeating: 0, count: writers)
    }
    try require(accounts.map(\.id), (0..<writers).map(Self.account), "accounts")
    let progress = accounts.map { Int($0.commits) }
    try require(accounts.map { Int($0.balance) }, balances(progress), "balances")
    try require(
      try db.accounts.order(by: \.balance).using(Account.byBalance).ids().sorted { $0.rawValue < $1.rawValue },
      accounts.map(\.id), "accounts by balance")
    try judgeEntries(db, progress)
    return progress
  }

  private func judgeEntries(_ db: Tables<Reading>, _ progress: [Int]) throws {
    let rows = try db.entries.orderedByKey().all()
    try require(Set(rows.map(\.id)).count, rows.count, "ids of entries")
    let expected = expected(progress)
    // Ids follow from the order of commits, which nobody knows: they are taken from the rows.
    let ordered = rows.sorted { ($0.writer, $0.number, $0.part) < ($1.writer, $1.number, $1.part) }
    try require(ordered.count, expected.count, "entries")
    for (row, draft) in zip(ordered, expected) {
      let isSame =
        row.workspaceID == ID(1) && row.accountID == draft.accountID && row.writer == draft.writer
        && row.number == draft.number && row.part == draft.part && row.amount == draft.amount
        && row.code == draft.code && row.text == draft.text
      guard isSame else { throw LedgerFault("entry \(row.code) is not what was written as \(draft.code): \(row)") }
    }
    try require(try db.entries.order(by: Entry.byCommit).using(Entry.byCommit).all(), ordered, "entries by commit")
    let byAmount = try db.entries.order(by: Entry.byAmount).using(Entry.byAmount).all()
    try require(
      byAmount, rows.sorted { ($0.amount, $0.id.rawValue) < ($1.amount, $1.id.rawValue) }, "entries by amount")
    for row in ordered { try require(try db.entries.find(Entry.byCode, row.code), row, "code \(row.code)") }
    try judgeWords(db, progress, ordered)
  }

  private func judgeWords(_ db: Tables<Reading>, _ progress: [Int], _ rows: [Entry]) throws {
    func find(_ words: String, _ isFound: (Entry) -> Bool) throws {
      let found = try db.entries.search(words, in: Entry.words).ids().map(\.rawValue).sorted()
      try require(found, rows.filter(isFound).map(\.id.rawValue).sorted(), "entries with \(words)")
    }
    try find("+ledger") { _ in true }
    try find("+revised") { $0.text.hasSuffix("revised") }
    for (writer, last) in progress.enumerated() {
      // The newest, the oldest that is kept, the newest that was erased, and the one that is to come.
      for number in [last + 1, last, last - Commit.kept + 1, last - Commit.kept] where number > 0 {
        try find("+\(commit(writer, number).word)") { $0.writer == Int32(writer) && $0.number == Int64(number) }
      }
    }
  }

  /// The entries that there have to be, by writer, number and part.
  private func expected(_ progress: [Int]) -> [Entry.Draft] {
    progress.enumerated().flatMap { writer, last in
      (max(1, last - Commit.kept + 1)..<max(1, last + 1)).flatMap { number in
        (0..<Commit.parts).map { commit(writer, number).entry($0, isRevised: number < last) }
      }
    }
  }

  private func balances(_ progress: [Int]) -> [Int] {
    var balances = Array(repeating: 0, count: writers)
    for (writer, last) in progress.enumerated() {
      for number in 1..<max(1, last + 1) {
        let commit = commit(writer, number)
        balances[writer] -= commit.amount
        balances[commit.partner] += commit.amount
      }
    }
    return balances
  }
}

/// Throws unless two answers agree.
func require<Value: Equatable>(_ found: Value, _ expected: Value, _ what: @autoclosure () -> String) throws {
  guard found != expected else { return }
  throw LedgerFault("\(what()): \(found) where \(expected) belongs")
}
