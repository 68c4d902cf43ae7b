@testable import BlazzDB

/// A small generator whose sequence its seed fixes.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements.randomElement(using: &self)! }
}

/// Makes up rows and writes them as dump text in every way that servers accept; shares no code with the reader.
struct DumpRenderer {
  var random: SeededGenerator
  var text: [UInt8] = []
  var batches: [DumpBatch] = []
  private var isBackslashPlain = false
  private var isANSI = false

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// Writes a whole dump; `batches` is then what a reader has to find in it.
  mutating func renderDump() {
    if random.chance(20) { text += [0xEF, 0xBB, 0xBF] }
    for _ in 0..<Int.random(in: 1...5, using: &random) {
      blank()
      if random.chance(15) { changeModes() }
      if random.chance(40) { add(random.pick(Self.noise)) }
      if random.chance(80) { insert() }
    }
    blank()
  }

  static let noise = [
    "/*!40000 ALTER TABLE `a;'` DISABLE KEYS */;", "LOCK TABLES `x` WRITE;", "COMMIT;", "DROP TABLE IF EXISTS `it's`;",
    "/*!50001 CREATE VIEW `v` AS select ';' , `INSERT INTO t VALUES (1)` */;", "/*M!999999\\- don't mind; */",
    "DELIMITER $$\nCREATE TRIGGER t BEGIN INSERT INTO t VALUES (1); -- it's $\nEND$$\nDELIMITER ;\n", ";",
    "USE `db`;", "ALTER TABLE x COMMENT \"it's; \";", "SET @a = ';', @b = 1;", "SELECT '-- ', `# `, 1 -- ;\n;",
  ]

  private mutating func add(_ string: String) { text += Array(string.utf8) }

  private mutating func changeModes() {
    (isBackslashPlain, isANSI) = (random.chance(50), random.chance(50))
    let modes = (isBackslashPlain ? ["NO_BACKSLASH_ESCAPES"] : []) + (isANSI ? ["ANSI_QUOTES"] : []) + ["NO_ZERO_DATE"]
    let statement = "SET SQL_MODE='\(modes.joined(separator: ","))'"
    add(random.chance(50) ? "/*!40101 \(statement) */;" : "\(statement);")
  }

  private mutating func insert() {
    let table = random.pick(["chats", "Größe", "a`b", "it's", "x"])
    let columns: [String]? = random.chance(40) ? ["id", "a b", "c`"] : nil
    add(random.pick(["INSERT INTO", "insert ignore into", "REPLACE INTO", "INSERT"]))
    space()
    if random.chance(20) { add("`db;`.") }
    add(quotedName(table))
    blank()
    if let columns { add("(" + columns.map { quotedName($0) }.joined(separator: ", ") + ")") }
    blank()
    add(random.pick(["VALUES", "values", "VALUE"]))
    var rows: [[DumpValue]] = []
    for index in 0..<Int.random(in: 1...6, using: &random) {
      if index > 0 { add(",") }
      blank()
      rows.append(row())
      blank()
    }
    if random.chance(10) { add(" ON DUPLICATE KEY UPDATE a = ';'") }
    add(";")
    batches.append(DumpBatch(table: table, columns: columns, rows: rows))
  }

  private mutating func quotedName(_ name: String) -> String {
    if isANSI, random.chance(50) { return "\"\(name)\"" }
    return "`\(name.replacing("`", with: "``"))`"
  }

  private mutating func row() -> [DumpValue] {
    var values: [DumpValue] = []
    add("(")
    for index in 0..<Int.random(in: 0...7, using: &random) {
      if index > 0 { add(",") }
      blank()
      values.append(value())
      blank()
    }
    add(")")
    return values
  }

  private mutating func value() -> DumpValue {
    switch Int.random(in: 0..<10, using: &random) {
    case 0: return plain(random.pick(["NULL", "null", "Null"]), .null)
    case 1, 2:
      let number = random.pick([
        "0", "-1", "+1", "1.50", "1e10", ".5", "-7.25E-3", "5.", "18446744073709551615", "1E+2",
      ])
      return plain(number, .number(number))
    case 3:
      let word = random.pick(["TRUE", "false", "DEFAULT", "CURRENT_TIMESTAMP()", "now(6)", "NULLS", "_"].dropLast())
      return plain(word, .word(word))
    case 4:
      let bits = random.next() >> UInt64.random(in: 0..<64, using: &random)
      let digits = String(bits, radix: 2)
      return plain(random.pick(["b'\(digits)'", "B'0\(digits)'", "0b\(digits)"]), .bit(bits))
    case 5: return hex()
    case 6:
      let bytes = content()
      add(random.pick(["_binary", "_BINARY"]))
      blank()
      string(bytes)
      return .bytes(bytes)
    default: return strings()
    }
  }

  private mutating func plain(_ sql: String, _ value: DumpValue) -> DumpValue {
    add(sql)
    return value
  }

  private mutating func hex() -> DumpValue {
    let bytes = content() + [7]
    let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: random.chance(50)) }.joined()
    if bytes[0] < 16, random.chance(50) { return plain("0x" + digits.dropFirst(), .bytes(bytes)) }
    return plain(random.pick(["0x\(digits)", "X'\(digits)'", "x'\(digits)'"]), .bytes(bytes))
  }

  /// One string, or several side by side, which are one.
  private mutating func strings() -> DumpValue {
    var whole = content()
    let parts = random.chance(15) ? 3 : 1
    add(random.pick(["", "", "", "_utf8mb4", "_utf8 ", "N"]))
    string(whole)
    for _ in 1..<parts {
      space()
      let part = content()
      string(part)
      whole += part
    }
    return .text(whole)
  }

  private mutating func content() -> [UInt8] {
    let length = random.chance(5) ? Int.random(in: 0...300, using: &random) : Int.random(in: 0...12, using: &random)
    let tricky = Array("'\"\\`%_;,()-#/*0bnrtZ\n\r\t\0\u{8}\u{1A} x".utf8)
    return (0..<length).map { _ in
      random.chance(60) ? random.pick(tricky) : UInt8.random(in: 0...255, using: &random)
    }
  }

  private mutating func string(_ bytes: [UInt8]) {
    let isDouble = !isANSI && text.last != UInt8(ascii: "N") && random.chance(30)
    let quote = UInt8(ascii: isDouble ? "\"" : "'")
    text.append(quote)
    for (index, byte) in bytes.enumerated() {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      character(byte, quote: quote, isBeforeWildcard: next == UInt8(ascii: "%") || next == UInt8(ascii: "_"))
    }
    text.append(quote)
  }

  private mutating func character(_ byte: UInt8, quote: UInt8, isBeforeWildcard: Bool) {
    let backslash = UInt8(ascii: "\\")
    if isBackslashPlain { return text += byte == quote ? [byte, byte] : [byte] }
    let letters: [UInt8: Character] = [0: "0", 8: "b", 10: "n", 13: "r", 9: "t", 26: "Z"]
    if byte == quote {
      text += random.chance(50) ? [quote, quote] : [backslash, quote]
    } else if byte == backslash {
      // `\%` is two characters, so a lone backslash may stand before % and _.
      text += isBeforeWildcard && random.chance(50) ? [backslash] : [backslash, backslash]
    } else if let letter = letters[byte], random.chance(50) {
      text += [backslash, letter.asciiValue!]
    } else if !Array("0bnrtZ%_".utf8).contains(byte), random.chance(10) {
      text += [backslash, byte]
    } else {
      text.append(byte)
    }
  }

  /// Perhaps blanks and comments.
  private mutating func blank() { if random.chance(35) { space() } }

  /// At least one blank.
  private mutating func space() {
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      add(
        random.pick([
          " ", "\n", "\r\n", "\t", " /* it's; ( */ ", "-- don't; )\n", "# \"no`\n", "--\n", " /**/ ", "\n-- \\'\r\n",
        ]))
      if random.chance(50) { add(" ") }
    }
    // Keeps `-` of a comment away from what stands before it.
    add(" ")
  }
}
