internal import CZlib
internal import TableStore

/// Packs bytes as a gzip file of one member.
final class GzipSink: ByteSink {
  private let file: any ByteSink
  /// zlib keeps the address of its state, so the state may not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private static let outputBytes = 64 << 10

  /// Packs into `file`.
  init(_ file: any ByteSink) throws(StoreError) {
    self.file = file
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // 15 is the largest window; adding 16 asks for gzip's header and checksum.
    if czlib_deflate_init(stream, Z_DEFAULT_COMPRESSION, 15 + 16) != Z_OK {
      throw StoreError(.system, "zlib has no memory to pack the export")
    }
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
  }

  func write(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { bytes in
      // zlib counts what it is given in 32 bits.
      for start in stride(from: 0, to: bytes.count, by: 1 << 30) {
        try pack(UnsafeRawBufferPointer(rebasing: bytes[start...].prefix(1 << 30)), Z_NO_FLUSH)
      }
    }
  }

  func finish() throws {
    try pack(UnsafeRawBufferPointer(start: nil, count: 0), Z_FINISH)
    try file.finish()
  }

  /// Packs all of `input` and passes on what comes of it.
  private func pack(_ input: UnsafeRawBufferPointer, _ flush: Int32) throws {
    let bytes = input.bindMemory(to: UInt8.self)
    stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
    stream.pointee.avail_in = UInt32(bytes.count)
    var isMore = true
    while isMore {
      let packed = [UInt8](unsafeUninitializedCapacity: Self.outputBytes) { output, count in
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = UInt32(output.count)
        deflate(stream, flush)
        count = output.count - Int(stream.pointee.avail_out)
      }
      // Room that is left over means that there is no more to come.
      isMore = packed.count == Self.outputBytes
      if !packed.isEmpty { try file.write(packed) }
    }
  }
}
