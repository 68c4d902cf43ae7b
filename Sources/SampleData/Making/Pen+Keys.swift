extension Pen {
  /// The UUID at a place of so many in ascending order, which lie evenly.
  mutating func risingUUID(_ place: Int, of count: Int) -> String {
    // Of the first 48 bits each place has a stretch of its own.
    let stretch = (1 << 48) / count
    let first = UInt64(place * stretch + random.below(stretch))
    return RowRandom.uuid(first << 16 | random.next() & 0xFFFF, random.next())
  }
}
