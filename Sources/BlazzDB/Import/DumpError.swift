/// Why a dump could not be read: the kind of fault, its place, and one sentence for a person.
struct DumpError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The kind of fault, for callers that decide by it.
  enum Code: Sendable {
    /// The file could not be opened or read.
    case unreadableFile
    /// The gzip data is truncated or corrupt.
    case damagedArchive
    /// The text ends inside a row, string, comment or statement.
    case endOfDump
    /// Something stands where the grammar has no place for it.
    case unexpectedText
    /// One row or token is larger than the reader may hold.
    case rowTooLarge
    /// The dump is written in a character set whose text cannot be told apart from its quotes.
    case unsupportedCharset
  }

  /// The kind of fault.
  var code: Code
  /// The dump's path, as given.
  var file: String
  /// The 1-based line that had been reached, 0 where the file could not be opened.
  var line: Int
  /// The table whose definition or rows were being read.
  var table: String?
  /// One sentence without a full stop.
  var message: String

  var description: String {
    let subject = table.map { " table \($0):" } ?? ""
    let place = line > 0 ? "\(file):\(line)" : file
    return "\(place):\(subject) \(message)"
  }

  /// At most 40 characters of `text`, control characters written as escapes.
  static func excerpt(_ text: some Sequence<UInt8>) -> String {
    var excerpt = ""
    for scalar in String(decoding: Array(text.prefix(160)), as: UTF8.self).unicodeScalars {
      let piece = scalar.value < 0x20 || scalar.value == 0x7F ? scalar.escaped(asASCII: true) : String(scalar)
      if excerpt.count + piece.count > 40 { return excerpt + "…" }
      excerpt += piece
    }
    return excerpt
  }
}
