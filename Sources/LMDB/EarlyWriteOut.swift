#if canImport(Glibc)
  internal import CLMDB
  internal import Dispatch
  internal import Glibc
#endif

/// Has the disk begin with what a large commit writes while the library still hands over the rest: it writes page by page
/// into the system's memory first, and the disk would have nothing to do until it asks for the flush. Only on Linux.
enum EarlyWriteOut {
  /// Runs `commit`, which writes to the file.
  static func run(_ descriptor: Int32, _ commit: () -> Int32) -> Int32 {
    #if canImport(Glibc)
      let task = WriteOutTask(descriptor)
      let argument = Unmanaged.passRetained(task)
      var thread = pthread_t()
      guard pthread_create(&thread, nil, runTask, argument.toOpaque()) == 0 else {
        argument.release()
        return commit()
      }
      defer {
        task.isOver.signal()
        pthread_join(thread, nil)
      }
    #endif
    return commit()
  }
}

#if canImport(Glibc)
  private final class WriteOutTask: Sendable {
    let descriptor: Int32
    let isOver = DispatchSemaphore(value: 0)

    init(_ descriptor: Int32) { self.descriptor = descriptor }

    func run() {
      repeat {
        // All that is in memory and not on its way to the disk yet (SYNC_FILE_RANGE_WRITE). Not every file has it.
        guard sync_file_range(descriptor, 0, 0, 2) == 0 else { return }
      } while isOver.wait(timeout: .now() + .microseconds(200)) == .timedOut
    }
  }

  private func runTask(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let argument { Unmanaged<WriteOutTask>.fromOpaque(argument).takeRetainedValue().run() }
    return nil
  }
#endif
