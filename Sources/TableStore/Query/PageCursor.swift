internal import Foundation
internal import LMDB
internal import UnicodeText

/// A place in the order of a query, to be handed out and brought back: opaque, and refused when a letter of it changed.
///
/// It holds the order's values of the row before it, so it stays good whatever is inserted or erased. It is signed with a
/// key of the store, together with the query, so that it cannot be made or bent by whom it is handed to.
public struct PageCursor: Hashable, Sendable {
  /// Letters, digits, `-` and `_`.
  public let text: String

  /// A cursor as it was handed out. Whether it is one shows when it is used.
  public init(_ text: String) { self.text = text }
}

extension PageCursor: CustomStringConvertible {
  /// The text.
  public var description: String { text }
}

extension PageCursor {
  /// The cursor of some bytes.
  fileprivate init(bytes: [UInt8]) {
    let text = Data(bytes).base64EncodedString()
    self.init(text.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: ""))
  }

  /// The bytes; `nil` unless the text is their only spelling.
  fileprivate var bytes: [UInt8]? {
    let base = text.replacing("-", with: "+").replacing("_", with: "/")
    let padding = String(repeating: "=", count: (4 - base.utf8.count % 4) % 4)
    guard let bytes = Data(base64Encoded: base + padding).map({ [UInt8]($0) }),
      PageCursor(bytes: bytes).text.utf8.elementsEqual(text.utf8)
    else { return nil }
    return bytes
  }
}

extension Session {
  /// The cursor of a place.
  final func seal(_ position: PagePosition, _ table: StoredTable, _ selection: Selection) throws -> PageCursor {
    let content = ByteBuffer(capacity: 128)
    content.append(cursorVersion)
    for element in position.elements {
      content.append(littleEndian: UInt32(element.count))
      content.append(element.span.bytes)
    }
    let tag = try SipHash.hash(content.array + question(table, selection), key: cursorKey())
    content.append(littleEndian: tag)
    return PageCursor(bytes: content.array)
  }

  /// The place of a cursor.
  ///
  /// - Parameter count: how many elements it has; those of the order's terms unless it is said.
  final func open(
    _ cursor: PageCursor, _ table: StoredTable, _ selection: Selection, elements count: Int? = nil
  ) throws -> PagePosition {
    let refusal = StoreError(
      .invalidCursor, "the cursor is none of this query's: it was changed, or comes from another store or query",
      table: table.schema.name, value: cursor.text)
    guard let bytes = cursor.bytes, bytes.count > 9, bytes[0] == cursorVersion else { throw refusal }
    let content = Array(bytes.dropLast(8))
    let tag = bytes.suffix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard try tag == SipHash.hash(content + question(table, selection), key: cursorKey()) else { throw refusal }
    var elements: [[UInt8]] = []
    var rest = content.dropFirst()
    while rest.count >= 4 {
      let length = rest.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
      rest = rest.dropFirst(4)
      guard rest.count >= length else { throw refusal }
      elements.append(Array(rest.prefix(length)))
      rest = rest.dropFirst(length)
    }
    guard rest.isEmpty, elements.count == count ?? selection.cursorTerms(table.schema).count else { throw refusal }
    return PagePosition(elements: elements)
  }

  /// What the cursor is for: table, reach, conditions and order.
  private final func question(_ table: StoredTable, _ selection: Selection) throws -> [UInt8] {
    let schema = table.schema
    let terms = try selection.cursorTerms(schema)
      .map {
        "\(schema.columns[$0.column].name) \($0.direction) \(try $0.locale.map { "\($0) \(try ICUVersions.current())" } ?? "")"
      }
    let text =
      "\(schema.id) \(reach) \(selection.includesDeleted) \(selection.filter.sqlText(schema, .exact)) \(terms)"
      + (selection.misuse.map { " \($0)" } ?? "")
    return Array(text.utf8)
  }

  /// The store's key for cursors.
  private final func cursorKey() throws -> [UInt8] {
    guard let key = try transaction.record(MetaRecords.cursorKey, in: store.meta), key.count == 16 else {
      throw StoreError(.incompatible, "the store was made before there were cursors; open it once for writing")
    }
    return key
  }
}

extension Selection {
  /// The terms of the order that a page has.
  fileprivate func cursorTerms(_ schema: TableSchema) -> [OrderTerm] {
    var selection = self
    selection.isUnordered = false
    return selection.terms(schema)
  }
}

private let cursorVersion: UInt8 = 1

/// SipHash-2-4: a keyed hash made to tell changed messages (Aumasson and Bernstein, 2012).
enum SipHash {
  /// - Parameter key: 16 bytes.
  static func hash(_ message: [UInt8], key: [UInt8]) -> UInt64 {
    precondition(key.count == 16, "a key has 16 bytes")
    func word(_ bytes: some Sequence<UInt8>) -> UInt64 { bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) } }
    let (low, high) = (word(key[..<8]), word(key[8...]))
    var state = SipState(
      a: low ^ 0x736F_6D65_7073_6575, b: high ^ 0x646F_7261_6E64_6F6D, c: low ^ 0x6C79_6765_6E65_7261,
      d: high ^ 0x7465_6462_7974_6573)
    let whole = message.count / 8 * 8
    for start in stride(from: 0, to: whole, by: 8) { state.take(word(message[start..<start + 8])) }
    state.take(word(message[whole...]) | UInt64(message.count & 0xFF) << 56)
    state.c ^= 0xFF
    for _ in 0..<4 { state.round() }
    return state.a ^ state.b ^ state.c ^ state.d
  }
}

private struct SipState {
  var a, b, c, d: UInt64

  mutating func take(_ word: UInt64) {
    d ^= word
    round()
    round()
    a ^= word
  }

  mutating func round() {
    func rotated(_ value: UInt64, _ bits: UInt64) -> UInt64 { value << bits | value >> (64 - bits) }
    a &+= b
    b = rotated(b, 13) ^ a
    a = rotated(a, 32)
    c &+= d
    d = rotated(d, 16) ^ c
    a &+= d
    d = rotated(d, 21) ^ a
    c &+= b
    b = rotated(b, 17) ^ c
    c = rotated(c, 32)
  }
}
