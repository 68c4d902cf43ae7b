import BlazzDB
import CComparePeers
import TableStore

/// What all peers are asked. It stands here once: SQL for those who speak it, the typed API, and the floor's function.
struct Question: Sendable {
  /// What comes of it.
  enum Answer: Sendable {
    /// Whole rows, of which the hash takes the primary keys in order.
    case rows(RowKind)
    /// Whole rows side by side, with so many of their keys in front, which the hash takes.
    case joined(keys: Int)
    /// Numbers, of which the hash takes all.
    case counts
    /// Primary keys alone.
    case keys
    /// It changes rows.
    case nothing

    /// How many columns C's peers take into the hash; 0 for all, as of numbers.
    var hashed: Int32 {
      switch self {
      case .counts: 0
      case .rows(.contactsWithChat): 2
      case .joined(let keys): Int32(keys)
      case .rows, .keys, .nothing: 1
      }
    }
  }

  /// Whose rows they are, for peers who make records of them.
  enum RowKind: Sendable {
    case chats, contacts, logs, audits
    /// Of a table that only some of the application's questions name.
    case others
    /// A contact, and behind it its newest chat, with both keys in front.
    case contactsWithChat
  }

  /// What is to be reached.
  enum Goal: Sendable {
    case microseconds(Double)
    /// Times the floor's time.
    case timesFloor(Double)
    /// Rows a second.
    case rate(Double)
  }

  let suite: String
  let name: String
  /// Whom it is asked of.
  let subjects: @Sendable (Subjects) -> [Subject]
  let answer: Answer
  /// With the subject's values as `:workspace`, `:number`, `:other`, `:from`, `:to` and `:text`.
  let sql: String
  /// For MariaDB, where it says the same otherwise.
  var mariaSQL: String?
  /// What is asked behind it in the same read; counts stand last.
  var also: [Statement] = []
  /// How many questions are timed together, for those that take hardly longer than looking at the clock.
  var batch = 1
  /// How many answers of a subject are one answer: several numbers in one read.
  var repeats = 1
  /// The table whose every row is passed over.
  var scanned: String?
  var goal: Goal?
  var floor: floor_question?
  let blazz: @Sendable (BlazzPeer, Subject, inout AnswerHash) throws -> Void

  /// All questions, suite by suite.
  static var all: [Question] {
    chats + campaigns + contacts + audits + conversations + sending + requests + scans
  }

  /// The question of this name; where there is none, the first whose name begins so.
  static func named(_ name: String) -> Question {
    all.first { $0.name == name } ?? all.first { $0.name.hasPrefix(name) }!
  }

  /// Rows, of which the hash takes the keys.
  ///
  /// - Parameter isOfAll: whether they are read past the borders of workspaces, and not in the subject's.
  @inline(__always)
  static func rows<Row: Table>(
    ofAll isOfAll: Bool = false, _ fetch: @escaping @Sendable (Tables<Reading>, Subject) throws -> [Row]
  ) -> @Sendable (BlazzPeer, Subject, inout AnswerHash) throws -> Void where Row.Key == ID<Row> {
    { peer, subject, hash in
      let rows =
        isOfAll
        ? try peer.readAll { db in try fetch(db, subject) } : try peer.read(subject) { db in try fetch(db, subject) }
      hash.add(rows) { $0.primaryKey.rawValue }
    }
  }

  /// All that is asked, in order.
  var statements: [Statement] { [Statement(answer, sql, mariaSQL: mariaSQL)] + also }
}

/// One of the statements of a question or a change.
struct Statement: Sendable {
  /// What comes of it.
  let answer: Question.Answer
  /// With a subject's values by name.
  let sql: String
  /// For MariaDB.
  let mariaSQL: String

  init(_ answer: Question.Answer, _ sql: String, mariaSQL: String? = nil) {
    (self.answer, self.sql, self.mariaSQL) = (answer, sql, mariaSQL ?? sql)
  }
}

/// The hash of answers, made as the peers in C make it.
struct AnswerHash {
  private static let start = UInt64(PEER_START)
  private(set) var value = Self.start
  private var sum: UInt64 = 0

  mutating func add(_ key: UInt64) { value = peer_mix(value, key) }

  /// The key of a row that may be missing.
  mutating func add(_ key: UInt64?) { add(key ?? UInt64(PEER_NULL)) }

  mutating func add(_ key: String) { value = peer_mix(value, Self.number(of: key)) }

  mutating func add<Row>(_ rows: [Row], key: (Row) -> UInt64) {
    for row in rows { value = peer_mix(value, key(row)) }
  }

  /// A row of counts.
  mutating func count(_ first: UInt64) { take(peer_mix(Self.start, first)) }
  mutating func count(_ first: UInt64, _ second: UInt64) { take(peer_mix(peer_mix(Self.start, first), second)) }
  mutating func count(_ first: UInt64, _ second: UInt64, _ third: UInt64) {
    take(peer_mix(peer_mix(peer_mix(Self.start, first), second), third))
  }
  mutating func count(all numbers: [UInt64]) { take(numbers.reduce(Self.start, peer_mix)) }

  private mutating func take(_ row: UInt64) {
    sum &+= row
  }

  /// Ends the answer of a subject.
  mutating func finish(_ answer: Question.Answer) {
    guard case .counts = answer else { return }
    value = peer_mix(value, sum)
    sum = 0
  }

  /// A text as a number of a hash.
  static func number(of text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { peer_text($0.baseAddress, $0.count) }
  }
}
