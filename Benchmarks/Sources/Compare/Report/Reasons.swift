/// Why Blazz is behind in a line of the report, as far as that is known: for rows, groups, scans and commits by the profiles
/// in docs/performance.md, for the rest by what is done and counted.
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
    The floor copies bytes; a row's checksum is compared and its columns are decoded, two texts of a chat onto the heap, \
    which are freed again.
    """
  private static let searches = """
    Both search two trees for each row and wait for memory, or at large sizes for the disk; SQLite's file is smaller.
    """
  private static let queries = """
    What belongs to a row is asked for row by row and kind by kind, where SQLite has one statement that is prepared.
    """
  private static let counting = """
    Entries of all chats and contacts of a workspace are counted, at large sizes from the disk.
    """
  private static let commit = """
    LMDB writes each page that was touched anew, in each index, and flushes twice; SQLite's WAL and InnoDB's log take the \
    change in one piece and flush once. At large sizes most of these pages come from the disk, one after the other.
    """
  private static let space = """
    LMDB takes ten bytes an entry and leaves pages partly empty; keys are not shortened by what neighbours share.
    """

  /// The first that fits counts.
  private static let known = [
    Reasons("chats: a chat by", goal: decoding),
    Reasons("chats: the latest 50 of a workspace", goal: decoding),
    Reasons(
      "chats: the latest 50 with a contact in a state",
      peer: "Rows are fetched twice, to be put in order and in that order; at large sizes from the disk."),
    Reasons("chats: ", peer: searches),
    Reasons("scans: ", goal: "The checksum over each row."),
    Reasons("campaign_logs: status counts", goal: "Opening the read, the plan, the groups as typed values."),
    Reasons("audit_logs: ", peer: searches),
    Reasons("contacts: ", peer: searches),
    Reasons("application: 1, 3 inbox", peer: queries),
    Reasons("application: 18 contact list: 10 with", peer: queries),
    Reasons("application: 48 subscription", peer: queries),
    Reasons("application: 42 request", peer: "Five queries are made anew, where SQLite has five prepared statements."),
    Reasons("application: 10 dashboard", peer: counting),
    Reasons("application: 49 limits", peer: counting),
    Reasons("application: 7 webhook", peer: searches),
    Reasons("application: 19 a contact by phone", peer: searches),
    Reasons("application: 35 the log of a chat", peer: searches),
    Reasons(
      "writes: insert a chat, one durable commit",
      goal: """
        LMDB does it last at large sizes, in pages that are in memory by then; else one run differs from the next by a \
        quarter.
        """, peer: commit),
    Reasons(
      "writes: insert a chat, durable commits by 64",
      goal:
        "The pages of 64 chats are nearly all different ones: LMDB itself, with 64 rows a commit, reaches as little.",
      peer: commit),
    Reasons(
      "writes: insert chats, 10,000",
      goal: """
        The system writes scattered pages of twelve indexes and flushes them, which takes longer the further apart they lie; \
        LMDB, with as many entries in order, is held up by the same.
        """,
      peer: "At large sizes the unique keys of each row are looked up one after the other in pages that the disk has."),
    Reasons("writes: delete a small workspace", peer: "The pages that its rows and entries lay in are written anew."),
    Reasons("writes: ", peer: commit),
    Reasons("mixed day: a chat by id beside", goal: beside, peer: beside),
    Reasons("mixed day: chats that", peer: commit),
    Reasons("mixed day: steps", peer: commit),
    Reasons("mixed day: nine", peer: commit),
    Reasons("loads: full-text", peer: "One thread stores what all cores make."),
    Reasons(
      "start, memory, disk: cold", peer: "Nearly all of it is the disk's, and one run differs from the next by twice."),
    Reasons(
      "start, memory, disk: memory at the most",
      peer: "Pages of the mapped file that were read count, and the file has more of them."),
    Reasons("start, memory, disk: memory", peer: "Tables, indexes and their types are described in memory."),
    Reasons("start, memory, disk: all", peer: space),
    Reasons("start, memory, disk: a chat", goal: space, peer: space),
  ]

  private static let beside = "Two threads on two cores, and pages that a commit has just written."
}
