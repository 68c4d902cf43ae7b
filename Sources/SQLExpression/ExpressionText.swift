/// The text of a condition, of an ORDER BY list, or of a list of columns.
///
/// ```swift
/// let text = ExpressionText("status = 'open' AND deleted_at IS NULL")
/// do {
///   let condition = try text.condition()
/// } catch {
///   print(error, text.marked(error), separator: "\n")
/// }
/// ```
///
/// Reading takes time in proportion to the text, whatever it holds.
package struct ExpressionText: Sendable {
  /// The text in UTF-8, or what was given as such.
  let bytes: [UInt8]

  /// A text.
  package init(_ text: String) { bytes = Array(text.utf8) }

  /// A text that may turn out not to be valid UTF-8.
  package init(utf8 bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

  /// The text as a condition, with MySQL's precedence.
  package func condition() throws(ExpressionError) -> SyntaxNode {
    var parser = try Parser(self, endName: "end of expression")
    return try parser.wholeCondition()
  }

  /// The text as `column [ASC|DESC], …`.
  package func orderList() throws(ExpressionError) -> [OrderedColumn] {
    var parser = try Parser(self, endName: "end of list")
    return try parser.wholeOrderList()
  }

  /// The text as `column, …`.
  package func columnList() throws(ExpressionError) -> [NamedColumn] {
    var parser = try Parser(self, endName: "end of list")
    return try parser.wholeColumnList()
  }
}

/// A column as a list names it.
package struct NamedColumn: Hashable, Sendable {
  /// The name, without backticks.
  package var name: String
  /// The bytes of the text that name it.
  package var range: Range<Int>
}

/// A column to order by, as a list names it.
package struct OrderedColumn: Hashable, Sendable {
  /// The column.
  package var column: NamedColumn
  /// Whether DESC follows it.
  package var isDescending: Bool
}

extension ExpressionText {
  /// Refuses a text that is too long, is no UTF-8, or has control characters. What follows relies on it.
  func check() throws(ExpressionError) {
    guard bytes.count <= ExpressionLimits.textBytes else {
      throw failure(
        at: ExpressionLimits.textBytes, expected: "at most \(ExpressionLimits.textBytes) bytes of text",
        found: "\(bytes.count)")
    }
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      let start = error.byteOffsets.lowerBound
      let byte = String(bytes[start], radix: 16, uppercase: true)
      throw failure(at: start, expected: "UTF-8", found: "byte 0x\(byte)")
    }
    if let offset = bytes.firstIndex(where: { $0.isControl }) {
      let code = (bytes[offset] < 16 ? "000" : "00") + String(bytes[offset], radix: 16, uppercase: true)
      throw failure(
        at: offset, expected: "printable text", found: "control character U+\(code)",
        hint: "within quotes, MySQL's escapes \\0, \\b and \\Z or a hexadecimal literal stand for such bytes")
    }
  }

  /// The code point that begins at `offset`, and its length. The text has been checked.
  func scalar(at offset: Int) -> (scalar: Unicode.Scalar, byteCount: Int) {
    let byteCount = max(1, (~bytes[offset]).leadingZeroBitCount)
    let lead = byteCount == 1 ? UInt32(bytes[offset]) : UInt32(bytes[offset]) & (0x7F >> UInt32(byteCount))
    let value = bytes[offset + 1..<offset + byteCount].reduce(lead) { $0 << 6 | UInt32($1 & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", byteCount)
  }
}
