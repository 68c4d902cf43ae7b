struct Entry: Hashable {
  var key: Bytes
  var value: Bytes
}

/// What a keyspace must hold: entries in key order.
struct Model: Equatable {
  private(set) var entries: [Entry] = []

  /// The place of the first key that is `key` or lies behind it.
  func place(atOrAfter key: Bytes) -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].key.lexicographicallyPrecedes(key) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  func place(of key: Bytes) -> Int? {
    let place = place(atOrAfter: key)
    return place < entries.count && entries[place].key == key ? place : nil
  }

  subscript(key: Bytes) -> Bytes? { place(of: key).map { entries[$0].value } }

  mutating func put(_ value: Bytes, _ key: Bytes) {
    if let place = place(of: key) {
      entries[place].value = value
    } else {
      entries.insert(Entry(key: key, value: value), at: place(atOrAfter: key))
    }
  }

  mutating func delete(_ key: Bytes) -> Bool {
    guard let place = place(of: key) else { return false }
    entries.remove(at: place)
    return true
  }

  mutating func deleteRange(from lower: Bytes, to upper: Bytes?, limit: Int) -> Int {
    let start = place(atOrAfter: lower)
    let end = max(start, upper.map { place(atOrAfter: $0) } ?? entries.count)
    let count = min(limit, end - start)
    entries.removeSubrange(start..<start + count)
    return count
  }
}
