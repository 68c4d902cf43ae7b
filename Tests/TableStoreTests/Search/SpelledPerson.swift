import TableStore
import Testing

/// A person as a tenant has entered it, found by all four texts.
@Table("spelled", id: 9, scope: .workspace)
struct SpelledPerson: Equatable {
  var id: ID<SpelledPerson>
  var workspaceID: ID<Tenant>
  @Column(.varchar(255)) var name: String?
  @Column(.varchar(255)) var surname: String?
  @Column(.varchar(255)) var phone: String?
  @Column(.varchar(255)) var email: String?

  static let words = Index.fulltext("spelled_words", id: 1, on: \.name, \.surname, \.phone, \.email)
}

extension Tables {
  var spelled: TableHandle<SpelledPerson, Mode> { table() }
}

/// Some rows, and which of them each search finds.
struct SpelledRows: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// The rows: their columns with ` | ` between them.
  let rows: [String]
  /// Searches in boolean mode, and what each of them finds, written by hand.
  let finds: [(search: String, rows: [String])]
  /// Whether rows and searches are single words, so that ICU's comparison of the two tells what is found.
  let isWords: Bool

  /// - Parameter same: the rows that any of them finds, and nothing else does.
  init(words description: String, same: [[String]]) {
    testDescription = description
    rows = same.flatMap(\.self)
    finds = same.flatMap { rows in rows.map { ($0, rows) } }
    isWords = true
  }

  init(_ description: String, _ rows: [String], _ finds: [(String, [String])]) {
    testDescription = description
    self.rows = rows
    self.finds = finds.map { ($0.0, $0.1) }
    isWords = false
  }
}
