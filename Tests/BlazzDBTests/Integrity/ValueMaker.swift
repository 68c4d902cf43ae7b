import TestSupport

@testable import TableStore

/// Values that are likely to expose a wrong rule: the borders of every type and what lies just behind them, texts that
/// agree under the collation, characters of four bytes, empty texts and NULLs.
struct ValueMaker {
  var random: SeededRandom
  /// Leaves out what MySQL reads in another way than we, as documented: see `Tests/mariadb-random/README.md`.
  var isForMySQL = false
  /// How often a value does not fit its column: once in so many.
  var badPart = 250

  init(_ random: SeededRandom) { self.random = random }

  /// A value for a column that is no key and refers to nothing.
  mutating func value(_ column: ColumnDefinition, isUnique: Bool) -> SQLValue {
    if random.chance(badPart) { return bad(column) }
    if column.isNullable && random.chance(6) { return .null }
    let value: SQLValue =
      switch column.type {
      case .bool: random.pick([.bool(true), .bool(false), .integer(1), .text("0")])
      case .enumeration(let names): .text(enumeration(names))
      case .decimal(let precision, let scale): .text(decimal(precision, scale))
      case .timestamp: .text(random.pick(Self.times + ["1970-01-01 00:00:01", "2038-01-19 03:14:07"]))
      case .datetime: .text(random.pick(Self.times + ["1000-01-01 00:00:00", "9999-12-31 23:59:59"]))
      case .date: .text(random.pick(["1000-01-01", "9999-12-31", "2024-02-29", "2025-03-04", "1969-12-31"]))
      case .json: .text(random.pick(ModelJSON.valid))
      case .blob: .bytes(blob())
      case .tinyint, .int, .bigint, .tinyintUnsigned, .intUnsigned, .bigintUnsigned: integer(column)
      default: .text(isUnique ? unique(column) : text(column))
      }
    return disguised(value, column)
  }

  /// The same in another SQL type, now and then.
  private mutating func disguised(_ value: SQLValue, _ column: ColumnDefinition) -> SQLValue {
    guard random.chance(40), column.type != .blob else { return value }
    switch value {
    case .integer(let number): return .text("\(number)")
    case .text(let text): return .bytes(Array(text.utf8))
    case .bool(let bool): return .integer(bool ? 1 : 0)
    default: return value
    }
  }

  private mutating func integer(_ column: ColumnDefinition) -> SQLValue {
    let range = ModelValues.range(column)
    switch random.pick(Array(0..<8)) {
    case 0: return .integer(range.lowerBound)
    case 1: return .integer(range.upperBound)
    case 2: return .text(random.pick(["007", "+12", "5.", ".5", "1.49999", "-0"]))
    case 3 where range.lowerBound < 0: return .integer(-1)
    default: return .integer(Int128(random.pick(Array(0..<5))))
    }
  }

  private mutating func enumeration(_ names: [String]) -> String {
    let name = random.pick(names)
    switch random.pick(Array(0..<12)) {
    case 0: return name.uppercased()
    case 1: return name + "  "
    case 2: return name.replacing("e", with: "é").replacing("i", with: "Í")
    default: return name
    }
  }

  private mutating func decimal(_ precision: Int, _ scale: Int) -> String {
    let nines = String(repeating: "9", count: precision - scale)
    let fraction = String(repeating: "9", count: scale)
    return switch random.pick(Array(0..<8)) {
    case 0: "\(nines).\(fraction)"
    case 1: "-\(nines).\(fraction)"
    case 2: "0." + String(repeating: "0", count: scale) + "5"
    case 3: "-0." + String(repeating: "0", count: scale) + "49999"
    case 4: "+\(random.pick(Array(0..<9)))"
    default: "\(random.pick(Array(-3..<30))).\(random.pick(Array(0..<100)))"
    }
  }

  private mutating func blob() -> [UInt8] {
    let count = random.chance(60) ? 65_535 : random.pick([0, 1, 3, 40])
    return (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37) }
  }

  private static let times = [
    "2024-02-29 23:59:59", "2025-03-30 02:30:00", "2000-01-01T00:00:00", "2025-01-01", "2024-12-31 23:59:59.5",
    "2025-06-15 12:00:00.499999", "2025-06-15 12:00:01", "2025-06-15 12:00:02", "2025-06-15 12:00:03",
  ]
}

// MARK: Texts

extension ValueMaker {
  /// Any text that fits, most of them short and of few kinds, so that indexes hold many that are equal.
  mutating func text(_ column: ColumnDefinition) -> String {
    let limit = column.type.lengthLimit ?? 0
    switch random.pick(Array(0..<24)) {
    case 0: return ""
    case 1: return " "
    case 2, 3: return random.text(maximum: min(8, limit))
    case 4 where column.type.countsCodePoints: return String(repeating: random.pick(["x", "😀", "é"]), count: limit)
    case 5 where column.type.countsCodePoints: return String(repeating: "y", count: limit) + "  "
    case 6 where !column.type.countsCodePoints: return long(limit)
    default: return spelling(of: random.pick(["alpha", "beta", "strasse", "10", "ca"]))
    }
  }

  /// A text that other rows have too, though not many.
  mutating func unique(_ column: ColumnDefinition) -> String {
    let limit = column.type.lengthLimit ?? 0
    if limit >= 36 && random.chance(3) { return uuid() }
    if limit > 100 && random.chance(30) {
      return String(repeating: random.pick(["w", "漢", "😀"]), count: limit - 4) + "\(random.pick(Array(0..<300)))"
    }
    return spelling(of: "ss\(random.pick(Array(0..<700)))")
  }

  /// Another way to write a text that the collation takes for the same.
  mutating func spelling(of text: String) -> String {
    switch random.pick(Array(0..<10)) {
    case 0: text.uppercased()
    case 1: text + "  "
    case 2: text.replacing("ss", with: "ß").replacing("a", with: "Á")
    case 3: text.replacing("e", with: "e\u{301}").replacing("s", with: "s\u{200D}")
    default: text
    }
  }

  /// A canonical UUID, in capitals now and then.
  mutating func uuid() -> String {
    let digits = String(random.next() % 1_000_000, radix: 16)
    let text = "c0ffee00-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
    return random.chance(4) ? text.uppercased() : text
  }

  /// A text that is longer than a page, or, rarely, as long as its column takes.
  private mutating func long(_ limit: Int) -> String {
    if random.chance(60) && limit == 65_535 {
      return String(repeating: "é", count: 32_767) + random.pick(["", "z", "z  "])
    }
    if random.chance(40) && limit > 65_535 { return String(repeating: "m", count: 70_000) }
    guard random.chance(4) else { return "long" }
    return String(repeating: random.pick(["t", "😀"]), count: random.pick([500, 1_500, 2_500]))
  }
}

// MARK: What does not fit

extension ValueMaker {
  /// A value that its column refuses, or NULL where it takes none.
  private mutating func bad(_ column: ColumnDefinition) -> SQLValue {
    if !column.isNullable && random.chance(3) && !(isForMySQL && column.type == .timestamp) { return .null }
    let limit = column.type.lengthLimit ?? 0
    switch column.type {
    case .bool: return isForMySQL ? .integer(300) : random.pick([.integer(2), .integer(-1), .text("true")])
    case .enumeration: return .text(random.pick(["", "nope", isForMySQL ? "x" : "1"]))
    case .decimal(let precision, let scale):
      let tooLong = "1" + String(repeating: "0", count: precision - scale)
      return .text(random.pick([tooLong, "", "abc", isForMySQL ? "-" : "1e2"]))
    case .timestamp: return .text(random.pick(["1970-01-01 00:00:00", "2038-01-19 03:14:08", "2038-01-19 03:14:07.5"]))
    case .datetime: return .text(random.pick(["2024-01-01 24:00:00", "9999-12-31 23:59:59.5", "2023-02-29 00:00:00"]))
    case .date: return .text(random.pick(["2023-02-29", "", "2024-13-01"]))
    case .json: return .text(random.pick(isForMySQL ? ["", "{", "nul", "[1,]"] : ModelJSON.malformed))
    case .blob: return .bytes([UInt8](repeating: 7, count: 65_536))
    case .char, .varchar: return .text(String(repeating: random.pick(["v", "😀"]), count: limit) + "v")
    case .text: return .text(String(repeating: "é", count: 32_768))
    case .mediumtext, .longtext: return .bytes([0x61, 0xFF])
    case .tinyint, .int, .bigint, .tinyintUnsigned, .intUnsigned, .bigintUnsigned:
      let range = ModelValues.range(column)
      let beyond: [SQLValue] = [.integer(range.upperBound + 1), .text("\(range.upperBound).5"), .text("x"), .text("")]
      return random.pick(beyond + [.integer(range.lowerBound - 1)])
    }
  }
}
