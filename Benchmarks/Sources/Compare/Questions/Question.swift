import BlazzDB
import CComparePeers
import TableStore

/// What all peers are asked. It stands here once: SQL for those who speak it, the typed API, and the floor's function.
struct Question: Sendable {
  /// What comes of it.
  enum Answer: Sendable {
    /// Whole rows, of which the hash takes the primary keys in order.
    case rows(RowKind)
    /// Numbers, of which the hash takes all.
    case counts
    /// Primary keys alone.
    case keys

    /// What C's peers take into the hash: -1 for all columns, else the place of one beside the first, 0 for none.
    var hashed: Int32 {
      switch self {
      case .counts: -1
      case .rows(.contactsWithChat): Int32(Contact.schema.columns.count)
      case .rows, .keys: 0
      }
    }
  }

  /// Whose rows they are, for peers who make records of them.
  enum RowKind: Sendable {
    case chats, contacts, logs, audits
    /// A contact, and behind it its newest chat.
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
  static var all: [Question] { chats + campaigns + contacts + audits + application + scans }
}

/// The hash of answers, made as the peers in C make it.
struct AnswerHash {
  private(set) var value: UInt64 = 0
  private var sum: UInt64 = 0

  mutating func add(_ key: UInt64) { value = peer_mix(value, key) }

  mutating func add(_ key: String) { value = peer_mix(value, Self.number(of: key)) }

  mutating func add<Row>(_ rows: [Row], key: (Row) -> UInt64) {
    for row in rows { value = peer_mix(value, key(row)) }
  }

  /// A row of counts.
  mutating func count(_ first: UInt64) { take(peer_mix(0, first)) }
  mutating func count(_ first: UInt64, _ second: UInt64) { take(peer_mix(peer_mix(0, first), second)) }
  mutating func count(_ first: UInt64, _ second: UInt64, _ third: UInt64) {
    take(peer_mix(peer_mix(peer_mix(0, first), second), third))
  }
  mutating func count(all numbers: [UInt64]) { take(numbers.reduce(0, peer_mix)) }

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
