#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// What is in memory, what was waited for, and what is read before it is asked for.
extension Posix {
  /// The machine's memory.
  static var memoryBytes: Int { max(0, sysconf(Int32(_SC_PHYS_PAGES))) * max(0, sysconf(Int32(_SC_PAGESIZE))) }

  /// Whether the system tells how often a thread waited for the disk.
  static var countsDiskWaits: Bool {
    #if canImport(Glibc)
      true
    #else
      false
    #endif
  }

  /// How often this thread has come to memory that had to be read from the disk, and had not been asked for; 0 where that is
  /// unknown.
  static var diskWaits: Int {
    #if canImport(Glibc)
      var usage = rusage()
      // RUSAGE_THREAD, which the module Glibc lacks.
      return getrusage(__rusage_who_t(1), &usage) == 0 ? usage.ru_majflt : 0
    #else
      return 0
    #endif
  }

  /// Whether a page of memory that shows a file is in memory, or cannot be told to be.
  static func isInMemory(_ page: UInt) -> Bool {
    #if canImport(Glibc)
      var state: UInt8 = 1
      return mincore(UnsafeMutableRawPointer(bitPattern: page), Limits.pageBytes, &state) != 0 || state & 1 != 0
    #else
      return true
    #endif
  }

  /// Whether there is memory at the beginning of a page.
  static func isMapped(_ page: UInt) -> Bool {
    #if canImport(Glibc)
      var state: UInt8 = 0
    #else
      var state: CChar = 0
    #endif
    return mincore(UnsafeMutableRawPointer(bitPattern: page), 1, &state) == 0
  }

  /// The most that Linux reads for one call of those below, unless it is told otherwise.
  private static var readAheadBytes: Int { 128 << 10 }

  /// Has the system begin to read memory that shows a file; what shows none is passed over.
  static func willNeed(at address: UInt, byteCount: Int) {
    for start in stride(from: 0, to: byteCount, by: readAheadBytes) {
      let part = min(readAheadBytes, byteCount - start)
      _ = madvise(UnsafeMutableRawPointer(bitPattern: address &+ UInt(start)), part, MADV_WILLNEED)
    }
  }

  /// Waits until the system has read what a byte of a file lies in, and has it read no more than the page for that.
  static func waitForPage(_ descriptor: Int32, at offset: Int) {
    #if canImport(Glibc)
      _ = posix_fadvise(descriptor, 0, 0, POSIX_FADV_RANDOM)
    #endif
    var byte: UInt8 = 0
    _ = pread(descriptor, &byte, 1, off_t(offset))
  }

  /// Has the system begin to read a part of a file.
  static func willNeed(_ descriptor: Int32, _ byteCount: Int, at offset: Int) {
    #if canImport(Glibc)
      for start in stride(from: 0, to: byteCount, by: readAheadBytes) {
        let part = min(readAheadBytes, byteCount - start)
        _ = posix_fadvise(descriptor, off_t(offset + start), off_t(part), POSIX_FADV_WILLNEED)
      }
    #endif
  }
}
