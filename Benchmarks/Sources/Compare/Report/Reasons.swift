/// Why Blazz is behind in a line of the report, for the lines of which that is known. How it was found out stands in
/// docs/performance.md.
enum Reasons {
  /// The reason for a line, if it is behind a peer or its goal.
  static func of(_ line: Results.Line) -> String? {
    known.first { line.key.hasPrefix($0.key) }?.reason
  }

  private static let pages = """
    LMDB writes each page that was touched anew, in each index, and flushes twice; SQLite's WAL and InnoDB's log take the \
    change in one piece and flush once
    """
  private static let cold =
    "two searches a row, in pages that lie in no cache; SQLite's are the same, its file is smaller"
  private static let decoding = """
    the floor copies bytes; a row's checksum is compared and its columns are decoded, two texts of a chat onto the heap, \
    which are freed again
    """

  /// By how a line's key begins; the first that fits counts.
  private static let known: [(key: String, reason: String)] = [
    ("chats: a chat by id", decoding),
    ("chats: a chat by uuid", decoding),
    ("chats: the latest 50 of a workspace", decoding),
    ("chats: the latest 50 with a contact in a state", "rows are fetched twice: to be put in order, and in that order"),
    ("scans: ", "the checksum over each row, and the search for where it ends"),
    ("campaign_logs: ", "opening the read, the plan, the groups as typed values"),
    ("audit_logs: ", cold),
    ("application: 1, 3 inbox", "one query for each of 15 contacts: " + cold),
    ("application: 19 a contact by phone", cold),
    ("application: 35 the log of a chat", cold),
    (
      "writes: insert chats, 10,000",
      """
      the system writes some 16,000 scattered pages of twelve indexes, 66 MB; to flush them takes a third of the time \
      (at 1M). LMDB, row by row, is held up by the same
      """
    ),
    (
      "writes: insert a chat, durable commits by 64",
      """
      some 1,000 pages are written and flushed for 64 chats: LMDB itself, with 64 rows a commit, makes hardly a greater \
      multiple of one writer
      """
    ),
    (
      "writes: delete a small workspace",
      "the pages that its rows and their entries lay in are written anew, in 68 tables"
    ),
    ("writes: ", pages),
    ("mixed day: a chat by id beside", "two threads on two cores, and pages that a commit has just written"),
    ("mixed day: ", "its durable changes: " + pages),
    ("loads: full-text", "one thread stores what all cores make"),
    ("loads: ", "entries of all indexes are encoded, sorted and appended; LMDB gets them sorted"),
    ("start, memory, disk: cold start", "nearly all of it is the disk's; one run differs from the next by twice"),
    (
      "start, memory, disk: a",
      """
      LMDB takes ten bytes an entry and leaves pages partly empty; keys are not shortened by what neighbours share. Of all \
      tables, SQL peers have nine, Blazz 68
      """
    ),
  ]
}
