import BlazzDB
import CComparePeers
import Foundation

/// Whom a question is asked of.
struct Subject: Codable, @unchecked Sendable {
  var workspace: UInt64 = 0
  var number: UInt64 = 0
  var other: UInt64 = 0
  /// Seconds since 1970.
  var from: Int64 = 0
  var to: Int64 = 0
  let text: String
  /// Several numbers that are asked one by one in one read, instead of `number`.
  let numbers: [UInt64]
  /// Text and numbers for C; they live as long as the program.
  private let bytes: UnsafeMutablePointer<CChar>?
  private let numberBytes: UnsafeMutableBufferPointer<UInt64>

  init(
    workspace: UInt64 = 0, number: UInt64 = 0, other: UInt64 = 0, from: Int64 = 0, to: Int64 = 0, text: String = "",
    numbers: [UInt64] = []
  ) {
    (self.workspace, self.number, self.other, self.from, self.to) = (workspace, number, other, from, to)
    (self.text, bytes) = (text, strdup(text))
    self.numbers = numbers
    numberBytes = .allocate(capacity: numbers.count)
    _ = numberBytes.initialize(from: numbers)
  }

  private enum CodingKeys: CodingKey { case workspace, number, other, from, to, text, numbers }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      workspace: try values.decode(UInt64.self, forKey: .workspace),
      number: try values.decode(UInt64.self, forKey: .number), other: try values.decode(UInt64.self, forKey: .other),
      from: try values.decode(Int64.self, forKey: .from), to: try values.decode(Int64.self, forKey: .to),
      text: try values.decode(String.self, forKey: .text),
      numbers: try values.decode([UInt64].self, forKey: .numbers))
  }

  /// The same for C.
  var forC: peer_subject {
    peer_subject(
      workspace: workspace, number: number, other: other, from: from, to: to, text: bytes,
      numbers: numbers.isEmpty ? nil : UnsafePointer(numberBytes.baseAddress), number_count: numbers.count)
  }

  var fromDate: Date { Date(timeIntervalSince1970: Double(from)) }
  var toDate: Date { Date(timeIntervalSince1970: Double(to)) }

  /// What SQL calls a subject's values.
  static let names: Set = ["workspace", "number", "other", "from", "to", "text"]

  /// The value that SQL names so.
  func value(named name: String) -> SubjectValue {
    switch name {
    case "workspace": .number(workspace)
    case "number": .number(number)
    case "other": .number(other)
    case "from": .time(from)
    case "to": .time(to)
    case "text": .text(text)
    default: preconditionFailure("a subject has no :\(name)")
    }
  }
}

/// A value of a subject.
enum SubjectValue {
  case number(UInt64)
  case time(Int64)
  case text(String)
}
