internal import CUnicodeWeights

/// Turns one text into key units. The invariant between calls: every unit of `source[..<position]` has been written
/// to `output[..<written]`, spaces before `spaceRunEnd` being written as `spaceUnit`.
struct KeyWriter {
  private let source: UnsafeRawBufferPointer
  private let output: UnsafeMutableRawBufferPointer
  private var position = 0
  private var written = 0
  private var spaceUnit: UInt8 = 0
  private var spaceRunEnd = 0

  private static let spaceBeforeLower: UInt8 = 0x0A
  private static let spaceBeforeHigher: UInt8 = 0x0C

  init(source: UnsafeRawBufferPointer, output: UnsafeMutableRawBufferPointer) {
    self.source = source
    self.output = output
  }

  /// Writes the units of the whole text and `UnicodeCI.end`, as far as they fit.
  mutating func write() -> UnicodeCI.KeyResult {
    while true {
      writePlain()
      guard position < source.count else { break }
      repeat {
        guard writeCodePoint() else {
          return .truncated(byteCount: written, sourceByteCount: position)
        }
      } while position < source.count && source[position] >= 0x80
    }
    guard written < output.count else {
      return .truncated(byteCount: written, sourceByteCount: position)
    }
    output[written] = UnicodeCI.end
    return .complete(byteCount: written + 1)
  }

  /// Writes characters of ASCII that sort above space, and single spaces between two of them.
  @inline(__always)
  private mutating func writePlain() {
    let keys = blazz_ci_plain_key_table()
    let length = min(source.count - position, output.count - written)
    var index = 0
    while index < length {
      let byte = source[position + index]
      var key = keys[Int(byte)]
      if key == 0 {
        let next = position + index + 1
        guard byte == 0x20, next < source.count, keys[Int(source[next])] != 0 else { break }
        key = Self.spaceBeforeHigher
      }
      output[written + index] = key
      index += 1
    }
    position += index
    written += index
  }

  /// Writes the units of the code point at `position` and passes it; false where not all of them fit.
  @inline(__always)
  private mutating func writeCodePoint() -> Bool {
    let codePoint = CodePoint(in: source, at: position)
    let entry = CollationEntry(of: codePoint.value)
    if entry == .space { return writeSpace(codePoint) }
    if entry.byteCount <= CollationEntry.inlineByteCount, output.count - written >= 4 {
      // Writes a byte beyond the units, still inside the buffer; the next unit or `end` replaces it.
      output.storeBytes(of: entry.rawValue.littleEndian, toByteOffset: written, as: UInt32.self)
      written += entry.byteCount
    } else if !writeUnits(of: entry) {
      return false
    }
    position += codePoint.byteCount
    return true
  }

  /// Unit by unit, so that a key is cut at the same place however the text spells it ("ß" as "ss").
  @inline(never)
  private mutating func writeUnits(of entry: CollationEntry) -> Bool {
    let lengths = blazz_ci_unit_length_table()
    var index = 0
    while index < entry.byteCount {
      let next = index + Int(lengths[Int(entry.byte(index))])
      guard next - index <= output.count - written else { return false }
      while index < next {
        output[written] = entry.byte(index)
        written += 1
        index += 1
      }
    }
    return true
  }

  @inline(never)
  private mutating func writeSpace(_ space: CodePoint) -> Bool {
    if position >= spaceRunEnd { measureSpaceRun() }
    if spaceUnit == UnicodeCI.end {
      position = source.count
      return true
    }
    guard written < output.count else { return false }
    output[written] = spaceUnit
    written += 1
    position += space.byteCount
    return true
  }

  /// Finds the first weight behind `position` that is neither a space nor ignorable; it decides the unit of the
  /// spaces before it.
  private mutating func measureSpaceRun() {
    var next = position
    while next < source.count {
      let codePoint = CodePoint(in: source, at: next)
      let entry = CollationEntry(of: codePoint.value)
      if entry.byteCount > 0, entry != .space {
        spaceUnit = entry.byte(0) < Self.spaceBeforeLower ? Self.spaceBeforeLower : Self.spaceBeforeHigher
        spaceRunEnd = next
        return
      }
      next += codePoint.byteCount
    }
    spaceUnit = UnicodeCI.end
    spaceRunEnd = source.count
  }
}
