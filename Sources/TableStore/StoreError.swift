/// What the store throws: a code to switch on, one clear sentence, and the names it is about.
///
/// Everything a user can get wrong, and every fault found in stored bytes, arrives as a `StoreError`; a misuse of the
/// API by its caller traps instead.
public struct StoreError: Error, Hashable, Sendable {
  /// The kinds of failure.
  public enum Code: String, Sendable {
    /// There is no such row, table, column or store.
    case notFound
    /// A value does not fit its column: too long, out of range, NULL, malformed.
    case invalidValue
    /// A unique index or the primary key holds the value already.
    case duplicate
    /// A declared foreign key has no target row.
    case missingReference
    /// The row is still referred to by a declared foreign key.
    case stillReferenced
    /// A row of another workspace was referred to, or a row was to change its workspace.
    case crossesScope
    /// The path cannot be opened as asked: rights, a directory, a missing folder.
    case cannotOpen
    /// The file is no store of this program.
    case notAStore
    /// The file was written in a newer format or for another schema.
    case incompatible
    /// Stored bytes do not follow the format.
    case damaged
    /// The volume or the map is full; what was stored before is intact.
    case full
    /// A write was asked of a store that was opened for reading.
    case readOnly
    /// A write was begun inside another write.
    case nestedWrite
    /// An order would take more sorting than is allowed.
    case sortTooLarge
    /// A search would read more postings than is allowed.
    case searchTooLarge
    /// A read has lasted longer than `StoreOptions.readerLimit` allows.
    case readTooLong
    /// The place of a page is none, was changed, or belongs to another question.
    case invalidCursor
    /// A file to be read in is unreadable or malformed.
    case malformedInput
    /// Any other failure of the operating system or the storage library.
    case system
  }

  /// The kind of failure.
  public var code: Code
  /// One sentence that says what is wrong and, where it can, what to do.
  public var message: String
  /// The table's SQL name.
  public var table: String?
  /// The column's SQL name.
  public var column: String?
  /// The index's or foreign key's name.
  public var constraint: String?
  /// The offending value as text, cut to 80 characters.
  public var value: String?
  /// The key of the other row in a conflict.
  public var otherKey: String?

  /// A failure with its context.
  public init(
    _ code: Code, _ message: String, table: String? = nil, column: String? = nil, constraint: String? = nil,
    value: String? = nil, otherKey: String? = nil
  ) {
    self.code = code
    self.message = message
    self.table = table
    self.column = column
    self.constraint = constraint
    self.value = value.map { $0.count > 80 ? $0.prefix(80) + "…" : $0 }
    self.otherKey = otherKey
  }
}

extension StoreError: CustomStringConvertible {
  /// The whole sentence: table and column first, then what is wrong, then the value.
  public var description: String {
    let place = [table, column].compactMap(\.self).joined(separator: ".")
    var sentence = place.isEmpty ? message : "\(place): \(message)"
    if let value { sentence += " (value '\(value.onOneLine)')" }
    if let constraint { sentence += " [\(constraint)]" }
    return sentence
  }
}

extension String {
  /// The text with its control characters written as escapes, so that a message stays one line.
  var onOneLine: String {
    unicodeScalars.map { $0.properties.generalCategory == .control ? $0.escaped(asASCII: true) : String($0) }.joined()
  }
}
