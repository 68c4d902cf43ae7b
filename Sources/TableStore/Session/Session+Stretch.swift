internal import LMDB

extension Session {
  /// Walks the entries of a stretch in either direction until `visit` returns `false`.
  @inline(__always)
  final func walk(
    _ keyspace: Keyspace, _ range: KeyRange, descending: Bool = false,
    _ visit: (_ key: RawSpan, _ value: RawSpan) throws -> Bool
  ) throws {
    try requireTime()
    var cursor = try transaction.cursor(in: keyspace)
    var entries = 0
    let bound = descending ? range.lower : range.upper
    var isFound =
      descending
      ? try cursor.seek(toLastBefore: range.upper.span.bytes)
      : try cursor.seek(toFirstAtOrAfter: range.lower.span.bytes)
    while isFound {
      let key = cursor.key
      let order = key.compare(bound.span.bytes)
      guard descending ? order >= 0 : order < 0 else { return }
      entries &+= 1
      if entries & (Self.entriesPerLook - 1) == 0 { try requireTime() }
      guard try visit(key, cursor.value) else { return }
      isFound = descending ? try cursor.previous() : try cursor.next()
    }
  }
}
