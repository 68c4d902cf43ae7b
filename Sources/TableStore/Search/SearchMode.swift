/// How a search's text is read.
public enum SearchMode: String, CaseIterable, Hashable, Sendable {
  /// MySQL's boolean mode: `+ - < > ~ * ( ) "phrase" "phrase" @N`.
  case boolean
  /// Words, one of which is enough, and no sign is an operator; the best rows first.
  case natural
}
