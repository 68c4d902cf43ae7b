/// Why Blazz is behind in a line of the report, for lines of which that is known. How it was found out stands in
/// docs/performance.md.
struct Reasons {
  /// How a line's key begins.
  private let key: String
  /// Why it is behind its goal, and a peer.
  private let goal: String?
  private let peer: String?

  /// The reasons for a line.
  static func of(_ line: Results.Line) -> (goal: String?, peer: String?) {
    let found = known.first { line.key.hasPrefix($0.key) }
    return (found?.goal, found?.peer)
  }

  private init(_ key: String, goal: String? = nil, peer: String? = nil) {
    (self.key, self.goal, self.peer) = (key, goal, peer)
  }

  private static let decoding = """
    the floor copies bytes; a row's checksum is compared and its columns are decoded, two texts of a chat onto the heap, \
    which are freed again
    """
  private static let searches = """
    both search two trees for each row and wait for memory, or at large sizes for the disk; SQLite's file is smaller
    """
  private static let commit = """
    LMDB writes each page that was touched anew, in each index, and flushes twice; SQLite's WAL and InnoDB's log take the \
    change in one piece and flush once
    """
  private static let space = """
    LMDB takes ten bytes an entry and leaves pages partly empty; keys are not shortened by what neighbours share
    """

  /// The first that fits counts.
  private static let known = [
    Reasons("chats: a chat by", goal: decoding),
    Reasons("chats: the latest 50 of a workspace", goal: decoding),
    Reasons(
      "chats: the latest 50 with a contact in a state",
      peer: "rows are fetched twice, to be put in order and in that order; at large sizes from the disk"),
    Reasons("chats: ", peer: searches),
    Reasons("scans: ", goal: "the checksum over each row"),
    Reasons("campaign_logs: status counts", goal: "opening the read, the plan, the groups as typed values"),
    Reasons("audit_logs: ", peer: searches),
    Reasons("contacts: ", peer: searches),
    Reasons("application: 1, 3 inbox", peer: "one query for each of 15 contacts, made anew; " + searches),
    Reasons(
      "application: 34 counters",
      peer: "the chat of a log is looked up anew for each of two counts, where a join finds it once"),
    Reasons(
      "application: 10 dashboard",
      peer: "entries of all chats and contacts of a workspace are counted, at large sizes from the disk"),
    Reasons("application: 7 webhook", peer: searches),
    Reasons("application: 19 a contact by phone", peer: searches),
    Reasons("application: 35 the log of a chat", peer: searches),
    Reasons(
      "writes: insert a chat, one durable commit",
      goal: """
        LMDB does it last at large sizes, in pages that are in memory by then; else one run differs from the next by a \
        quarter
        """, peer: commit),
    Reasons(
      "writes: insert a chat, durable commits by 64",
      goal:
        "the pages of 64 chats are nearly all different ones: LMDB itself, with 64 rows a commit, reaches as little",
      peer: commit),
    Reasons(
      "writes: insert chats, 10,000",
      goal: """
        the system writes scattered pages of twelve indexes and flushes them, which takes longer the further apart they lie; \
        LMDB, entry by entry, is held up by the same
        """),
    Reasons("writes: delete a small workspace", peer: "the pages that its rows and entries lay in are written anew"),
    Reasons("writes: ", peer: commit),
    Reasons(
      "mixed day: a chat by id beside", goal: "two threads on two cores, and pages that a commit has just written"),
    Reasons("mixed day: ", peer: "its durable changes: " + commit),
    Reasons("loads: full-text", peer: "one thread stores what all cores make"),
    Reasons(
      "start, memory, disk: cold", peer: "nearly all of it is the disk's; one run differs from the next by twice"),
    Reasons("start, memory, disk: memory", peer: "68 tables are described in memory, of SQL peers nine"),
    Reasons("start, memory, disk: all", peer: space + "; and Blazz has 68 tables, SQL peers nine"),
    Reasons("start, memory, disk: a chat", goal: space, peer: space),
  ]
}
