public import Foundation
public import TableStore

/// A question that many ask, with its answer.
@Table("faqs", id: 37)
public struct FAQ {
  /// The primary key; the next number when none is given.
  public var id: ID<FAQ>
  /// The id for URLs and the API; a new UUID when none is given.
  @Column(.char(50), default: .uuid) public var uuid: String
  /// What many ask.
  @Column(.text) public var question: String
  /// What they are told.
  @Column(.text) public var answer: String
  /// The heading it stands under.
  @Column(.varchar(100)) public var category: String?
  /// The place in the list, lowest first.
  public var orderIndex: Int32 = 0
  /// Whether it is shown; a new question is.
  public var status: FAQStatus = .active
  /// How often it was read.
  public var viewsCount: Int32 = 0
  /// When it was stored.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
  public var updatedAt: Date?

  /// One question by its UUID.
  public static let byUUID = Index.unique("faqs_uuid_unique", id: 1, on: \.uuid)
  /// Questions in a state.
  public static let byStatus = Index("faqs_status_index", id: 2, on: \.status)
  /// Questions in the order of the list.
  public static let byOrder = Index("faqs_order_index", id: 3, on: \.orderIndex)
  /// The words of questions and answers; off unless `StoreOptions.fulltextIndexes` names it.
  public static let words = Index.ownFulltext("own_faqs_words", id: 0x90, on: \.question, \.answer)
}

/// Whether a question is shown.
public enum FAQStatus: String, EnumColumnValue {
  /// `active`: shown. `inactive`: not shown.
  case active, inactive
}

extension Tables {
  /// The questions that many ask.
  public var faqs: TableHandle<FAQ, Mode> { table() }
}
