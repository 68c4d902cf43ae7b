import Foundation

/// Numbers as the report writes them: three digits that count, thousands apart.
enum Amount {
  static func text(_ value: Double, _ unit: Results.Line.Unit) -> String {
    switch unit {
    case .microseconds, .milliseconds: short(value)
    case .rowsPerSecond, .perSecond: value >= 1_000_000 ? "\(short(value / 1_000_000)) M" : grouped(value)
    case .bytes, .mebibytes: grouped(value)
    }
  }

  static func ratio(_ value: Double) -> String { "\(short(value)) ×" }

  static func short(_ value: Double) -> String {
    if value >= 1_000 { return grouped(value) }
    return String(format: value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value)
  }

  static func grouped(_ value: Double) -> String {
    var digits = String(Int(value.rounded()))
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: digits.index(digits.startIndex, offsetBy: place))
      place -= 3
    }
    return digits
  }
}
