/// Where a row is, kept beyond the scan that found it.
struct RowAddress: Hashable, Sendable {
  var scope: Scope
  /// The primary key as an element.
  var element: [UInt8]
}
