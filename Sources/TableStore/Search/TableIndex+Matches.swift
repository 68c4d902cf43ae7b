extension TableIndex {
  /// Rows whose words in this full-text index match a search, as a condition beside others.
  ///
  /// ```swift
  /// try db.contacts.where { Contact.words.matches("+john -doe") && $0.isFavorite == 1 }.all()
  /// ```
  ///
  /// What is wrong with the text is an error when the query is run.
  public func matches(_ text: String, mode: SearchMode = .boolean) -> Condition<Row> {
    Condition(.matches(SearchTest(index: definition.id, text: text, mode: mode)))
  }
}
