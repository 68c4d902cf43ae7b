import Foundation
import TableStore

/// A row with words in four columns, one of them a member of JSON, and in an index of its own in one of these.
@Table("letters", id: 40, scope: .workspace)
struct Letter: Equatable {
  var id: ID<Letter>
  var workspaceID: ID<Tenant>?
  @Column(.varchar(255)) var title: String?
  @Column(.longtext) var body: String?
  @Column(.text) var sender: String?
  var meta: JSON<[String: [String: String]]>?
  var rank: Int32?
  var isRead: Bool = false
  var deletedAt: Date?

  static let byRank = Index("letters_rank", id: 3, on: \.rank)
  static let words = Index.fulltext(
    "letters_words", id: 7, on: \.title, \.body, \.sender, \.meta["content.text"])
  static let senders = Index.fulltext("letters_senders", id: 9, on: \.sender)
}

extension Tables {
  var letters: TableHandle<Letter, Mode> { table() }
}

/// The full-text indexes of letters.
enum LetterIndex: CaseIterable, Hashable {
  case words, senders

  var index: TableIndex<Letter> { self == .words ? Letter.words : Letter.senders }

  /// The columns as highlights name them.
  var columns: [String] { self == .words ? ["title", "body", "sender", "meta.content.text"] : ["sender"] }

  /// The texts of a letter, without the engine; NULL is an empty one.
  func texts(_ letter: Letter) throws -> [String] {
    guard self == .words else { return [letter.sender ?? ""] }
    let text = try letter.meta.map { meta -> String in
      let object = try JSONSerialization.jsonObject(with: Data(meta.text.utf8)) as? [String: Any]
      return (object?["content"] as? [String: Any])?["text"] as? String ?? ""
    }
    return [letter.title ?? "", letter.body ?? "", letter.sender ?? "", text ?? ""]
  }
}
