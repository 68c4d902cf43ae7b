public import CLMDB

/// The lengths that this module writes.
@usableFromInline package enum Limits {
  /// The longest key in bytes.
  @inlinable package static var keyBytes: Int { 511 }
  /// The longest value in bytes: what one overflow page holds. Longer values would need adjoining free pages, which
  /// LMDB searches for by reading its whole list of free pages.
  @inlinable package static var valueBytes: Int { 4_080 }
  /// The size of a page in bytes.
  @inlinable package static var pageBytes: Int { 4_096 }
}

extension MDB_val {
  /// The address and length of `span`, to be handed to the library while `span` is alive; the library copies what it
  /// keeps.
  @inlinable @inline(__always)
  package init(borrowing span: RawSpan) {
    self = span.withUnsafeBytes {
      MDB_val(mv_size: $0.count, mv_data: UnsafeMutableRawPointer(mutating: $0.baseAddress))
    }
  }

  /// The bytes in the map. The caller ties them to the transaction that keeps them in place.
  @inlinable @inline(__always)
  var unownedSpan: RawSpan {
    @_lifetime(immortal) get {
      _overrideLifetime(RawSpan(_unsafeStart: mv_data.unsafelyUnwrapped, byteCount: mv_size), copying: ())
    }
  }
}

/// Traps on the one length that LMDB cannot look up.
@inlinable @inline(__always)
package func requireKey(_ key: RawSpan) {
  precondition(key.byteCount > 0, "a key has at least one byte")
}
