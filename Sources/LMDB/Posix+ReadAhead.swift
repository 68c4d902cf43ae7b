#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// What is in memory, what was waited for, and what is read before it is asked for.
extension Posix {
  /// The memory that this process can have: the machine's, or what its control group is given.
  static var memoryBytes: Int {
    let machine = max(0, sysconf(Int32(_SC_PHYS_PAGES))) * max(0, sysconf(Int32(_SC_PAGESIZE)))
    return min(machine, number(in: "/sys/fs/cgroup/memory.max") ?? .max)
  }

  /// Memory that nobody needs, but for files that can be read again; where that is unknown, all.
  static var availableBytes: Int { number(in: "/proc/meminfo", behind: "MemAvailable:").map { $0 << 10 } ?? .max }

  /// The number in that line of a file of the system's that begins with a text.
  private static func number(in path: String, behind text: String = "") -> Int? {
    guard let file = try? PosixFile(readingPath: path), let bytes = file.read(Limits.pageBytes, at: 0) else {
      return nil
    }
    let line = String(decoding: bytes, as: UTF8.self).split(separator: "\n").first { $0.hasPrefix(text) }
    return line.flatMap { Int($0.dropFirst(text.count).drop { !$0.isNumber }.prefix { $0.isNumber }) }
  }

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

  /// Whether a page of memory is there and can be read without waiting for anything.
  static func isThere(_ page: UInt) -> Bool {
    #if canImport(Glibc)
      var state: UInt8 = 0
    #else
      var state: CChar = 0
    #endif
    return mincore(UnsafeMutableRawPointer(bitPattern: page), 1, &state) == 0 && state & 1 != 0
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

  /// Has the system begin to read a part of a file.
  static func willNeed(_ descriptor: Int32, _ byteCount: Int, at offset: Int) {
    #if canImport(Glibc)
      for start in stride(from: 0, to: byteCount, by: readAheadBytes) {
        let part = min(readAheadBytes, byteCount - start)
        _ = posix_fadvise(descriptor, off_t(offset + start), off_t(part), POSIX_FADV_WILLNEED)
      }
    #endif
  }

  /// Has plain reads of a file bring no more than they are for.
  static func readSinglePages(_ descriptor: Int32) {
    #if canImport(Glibc)
      _ = posix_fadvise(descriptor, 0, 0, POSIX_FADV_RANDOM)
    #endif
  }

  /// Has memory that shows a file be as usual again: what is used of it is seen, and what is touched brings more with it.
  static func noteUse(at address: UInt, byteCount: Int) {
    _ = madvise(UnsafeMutableRawPointer(bitPattern: address), byteCount, MADV_NORMAL)
  }

  /// Has the system read a part of a file, and waits for it; `false` where it cannot, or the file ends before.
  static func read(_ descriptor: Int32, _ byteCount: Int, at offset: Int) -> Bool {
    willNeed(descriptor, byteCount, at: offset)
    var byte: UInt8 = 0
    return pread(descriptor, &byte, 1, off_t(offset + byteCount - 1)) == 1
  }
}
