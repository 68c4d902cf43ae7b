/// What the entries of a key space add up to, in any order: two key spaces with equal sums hold the same entries, but for
/// one case in 2^64.
///
/// The sums are kept in buckets, which the hash of an entry's key chooses: where two differ, only the entries of the
/// buckets that differ have to be looked at.
///
/// One thread fills it; who reads it then does so behind a lock.
final class EntrySums: @unchecked Sendable {
  private struct Bucket {
    var sum: UInt64 = 0
    var count = 0
  }

  private let shift: UInt64
  private let buckets: UnsafeMutableBufferPointer<Bucket>
  private(set) var size = TableSizes.Size()

  /// - Parameter bits: there are 2^`bits` buckets.
  init(bits: Int) {
    precondition((1...16).contains(bits), "there are some buckets")
    shift = UInt64(64 - bits)
    buckets = .allocate(capacity: 1 << bits)
    buckets.initialize(repeating: Bucket())
  }

  deinit { buckets.deallocate() }

  /// How many bits suit a table of so many rows: a bucket has some thousand entries.
  static func bits(rows: Int64) -> Int { min(max(64 - (rows >> 10).leadingZeroBitCount, 4), 12) }

  var bucketCount: Int { buckets.count }

  /// The bucket of a key's hash.
  @inline(__always)
  func bucket(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key >> shift) }

  /// Adds an entry.
  ///
  /// - Parameters:
  ///   - key: the hash of its key.
  ///   - entry: the hash of key and value.
  ///   - bytes: of key and value.
  @inline(__always)
  func add(key: UInt64, entry: UInt64, bytes: Int) {
    let bucket = bucket(key)
    buckets[bucket].sum &+= entry
    buckets[bucket].count &+= 1
    size.entries &+= 1
    size.bytes &+= Int64(bytes)
  }

  /// The buckets in which two differ, each with the number of entries that the other has there.
  func differences(from other: EntrySums) -> [(bucket: Int, count: Int)] {
    precondition(buckets.count == other.buckets.count, "sums are compared with as many buckets")
    return buckets.indices.filter {
      buckets[$0].sum != other.buckets[$0].sum || buckets[$0].count != other.buckets[$0].count
    }.map { ($0, other.buckets[$0].count) }
  }
}
