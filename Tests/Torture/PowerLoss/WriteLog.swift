import CInterpose

/// What happened to one store's file, in order, and which commits were acknowledged between.
struct WriteLog {
  enum Event {
    case write(offset: Int, UnsafeRawBufferPointer)
    /// Everything written before is on the disk.
    case flush
    /// The last write is on the disk; it went through a descriptor that is O_DSYNC.
    case flushLast
    /// The file has the store's name: from here on it is found after a power failure.
    case name
    case acknowledged(Report)
  }

  let events: [Event]

  /// Ends the log and keeps what is about the file; its bytes are valid until the next log is begun.
  init(endingFor inode: UInt64) throws {
    let count = interpose_log_end()
    events = try (0..<count).compactMap { number -> Event? in
      let raw = interpose_log_get(number)
      if raw.kind == EVENT_NOTE.code { return .acknowledged(Report(writer: Int(raw.file), number: Int(raw.offset))) }
      guard raw.file == inode else { return nil }
      switch raw.kind {
      case EVENT_WRITE.code:
        return .write(offset: Int(raw.offset), UnsafeRawBufferPointer(start: raw.bytes, count: Int(raw.count)))
      case EVENT_FLUSH.code: return .flush
      case EVENT_FLUSH_LAST.code: return .flushLast
      case EVENT_NAME.code: return .name
      default: throw LedgerFault("a store's file was cut to \(raw.offset) bytes, which crash images do not know of")
      }
    }
  }
}

/// C's enumeration constants are imported with a type of their own on some platforms.
extension BinaryInteger { fileprivate var code: Int32 { Int32(self) } }
extension RawRepresentable where RawValue: BinaryInteger { fileprivate var code: Int32 { Int32(rawValue) } }
