/// The application's own changes, by the numbers of its list.
extension ChangeTrial {
  /// Whom changes are about that are made once.
  private struct Pool {
    private var rest: [Subject]
    private var second: Int64 = 1_770_000_000

    init(_ subjects: [Subject]) {
      var seen: Set<String> = []
      rest = subjects.filter { seen.insert("\($0.workspace) \($0.number) \($0.text)").inserted }
    }

    /// The next ones, each with a time of its own; fewer where there are no more.
    mutating func take(_ count: Int) -> [Subject] {
      let taken = rest.suffix(count)
      rest.removeLast(taken.count)
      return taken.map { subject in
        second += 1
        return Subject(
          workspace: subject.workspace, number: subject.number, other: UInt64(second), from: second,
          text: subject.text)
      }
    }
  }

  mutating func application(_ peers: [any ChangingPeer]) throws {
    var threads = Pool(subjects.unreadThreads)
    try single(.openThread, peers) { _ in threads.take(20) }
    try single(.storeMessage, peers) { $0.newChats(20) }
    var messages = Pool(subjects.messageIDs)
    try single(.webhook, peers) { _ in messages.take(20) }
    var contacts = Pool(subjects.newTickets)
    try single(.ensureTicket, peers) { _ in contacts.take(20) }
    var campaigns = Pool(subjects.campaigns)
    try single(.materialize, peers) { _ in campaigns.take(2) }
    var logs = Pool(subjects.waitingLogs)
    try single(.claimLog, peers) { _ in logs.take(20) }
    try audit(peers)
    try queue(peers)
  }

  private mutating func audit(_ peers: [any ChangingPeer]) throws {
    var begun: [Subject] = []
    var users = Pool(
      subjects.users.map { user in
        Subject(workspace: user.workspace, number: user.number, text: generator.uuid())
      })
    try single(.auditBegins, peers) { _ in
      let taken = users.take(20)
      begun += taken
      return taken
    }
    var ended = Pool(begun)
    try single(.auditEnds, peers) { _ in ended.take(20) }
  }

  private mutating func queue(_ peers: [any ChangingPeer]) throws {
    let jobs = (1...UInt64(20 * rounds)).map { Subject(number: 1_000_000_000 + $0) }
    for change in [Change.queueJob, .takeJob, .finishJob] {
      // All of them are queued before one is taken.
      var rest = Pool(jobs)
      try single(change, peers) { _ in rest.take(20) }
    }
  }
}
