internal import ArgumentParser

/// A number of bytes as a person writes it: 65536, 512M, 2G.
struct ByteCount: ExpressibleByArgument {
  private static let units: [(letter: Character, shift: Int)] = [("K", 10), ("M", 20), ("G", 30)]

  let bytes: Int

  init(_ bytes: Int) { self.bytes = bytes }

  init?(argument: String) {
    let unit = Self.units.first { argument.uppercased().last == $0.letter }
    guard let number = Int(unit == nil ? argument : String(argument.dropLast())), number > 0,
      number <= Int.max >> (20 + (unit?.shift ?? 0))
    else { return nil }
    bytes = number << (unit?.shift ?? 0)
  }

  var defaultValueDescription: String {
    let unit = Self.units.last { bytes.isMultiple(of: 1 << $0.shift) }
    return unit.map { "\(bytes >> $0.shift)\($0.letter)" } ?? "\(bytes)"
  }
}
