#if os(Linux)

  import Foundation
  import Glibc

  /// A file, seen as pages that are in memory or not.
  public struct ColdFile: Sendable {
    /// Where it lies.
    public let path: String

    /// A file that is there, or is about to be.
    public init(path: String) { self.path = path }

    /// Whether the disk for temporary files is one.
    public static let canBeMade: Bool = {
      let path = "\(NSTemporaryDirectory())/blazz-cold-\(getpid())"
      defer { unlink(path) }
      guard FileManager.default.createFile(atPath: path, contents: Data(count: 1 << 20)) else { return false }
      return ColdFile(path: path).leaveMemory()
    }()

    /// How often this thread had to wait for the disk.
    public static var diskWaits: Int {
      var usage = rusage()
      getrusage(__rusage_who_t(1), &usage)
      return usage.ru_majflt
    }

    /// Whether none of the file is in memory any more, or almost none.
    public func leaveMemory() -> Bool {
      let descriptor = open(path, O_RDONLY)
      defer { close(descriptor) }
      fsync(descriptor)
      posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED)
      let pages = residentPages()
      return pages.count { $0 } < pages.count / 10
    }

    /// Which pages of the file are in memory.
    public func residentPages() -> [Bool] {
      let descriptor = open(path, O_RDONLY)
      defer { close(descriptor) }
      let byteCount = Int(lseek(descriptor, 0, SEEK_END))
      let map = mmap(nil, byteCount, PROT_READ, MAP_SHARED, descriptor, 0)!
      defer { munmap(map, byteCount) }
      var pages = [UInt8](repeating: 0, count: (byteCount + 4_095) / 4_096)
      mincore(map, byteCount, &pages)
      return pages.map { $0 & 1 != 0 }
    }

    /// Waits until the pages are so, as what was asked for arrives by and by; `false` when that takes longer than anything.
    public func waits(until areThere: ([Bool]) -> Bool) -> Bool {
      for _ in 0..<2_000 {
        if areThere(residentPages()) { return true }
        usleep(5_000)
      }
      return false
    }
  }

#endif
