import Testing
import UnicodeText

@Suite struct UnicodeBinaryTests {
  @Test(arguments: [
    ("a", "a", 0), ("a", "a  ", 0), ("a", "A", 1), ("a\t", "a", -1), ("a", "a!", -1), ("a", "a \t", 1), ("", " ", 0),
    ("é", "e", 1), ("\u{FFFD}", "😀", -1), ("a \u{0}", "a", -1),
  ])
  func ordersByCodePointWithPad(left: String, right: String, order: Int) {
    #expect(UnicodeBinary.compare(left.utf8Span.span.bytes, right.utf8Span.span.bytes) == order)
    #expect(UnicodeBinary.compare(right.utf8Span.span.bytes, left.utf8Span.span.bytes) == -order)
  }
}
