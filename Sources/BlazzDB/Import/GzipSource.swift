import CZlib

/// The text inside a gzip file of one or more members.
final class GzipSource: ByteSource {
  /// The two bytes every gzip file begins with.
  static let magic: [UInt8] = [0x1F, 0x8B]

  private let file: any ByteSource
  /// zlib keeps the address of its state, so the state may not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private let input: UnsafeMutableRawBufferPointer
  private var isInputExhausted = false
  private var isBetweenMembers = false

  var name: String { file.name }
  var totalBytes: Int? { file.totalBytes }
  var bytesRead: Int { file.bytesRead }

  /// Inflates the bytes of `file`, read `inputBytes` at a time.
  init(_ file: any ByteSource, inputBytes: Int = 64 << 10) throws(DumpError) {
    self.file = file
    input = .allocate(byteCount: inputBytes, alignment: 16)
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // 15 is the largest window; adding 16 asks for gzip's header and checksum.
    if czlib_inflate_init(stream, 15 + 16) != Z_OK {
      throw failure(.damagedArchive, "zlib has no memory to inflate it")
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    input.deallocate()
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(DumpError) -> Int {
    stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(buffer.count)
    while Int(stream.pointee.avail_out) == buffer.count {
      try fillInput()
      if isBetweenMembers {
        if stream.pointee.avail_in == 0 { return 0 }
        // Tapes and block devices pad with zeros; anything else must be another member.
        guard skipZeros() else { continue }
        inflateReset(stream)
        isBetweenMembers = false
      }
      try inflateSome()
    }
    return buffer.count - Int(stream.pointee.avail_out)
  }

  private func inflateSome() throws(DumpError) {
    switch inflate(stream, Z_NO_FLUSH) {
    case Z_OK: break
    case Z_STREAM_END: isBetweenMembers = true
    case Z_BUF_ERROR where !isInputExhausted: break
    case Z_BUF_ERROR:
      throw failure(.damagedArchive, "the gzip file is cut off at byte \(bytesRead), in the middle of its data")
    default:
      let reason = stream.pointee.msg.map { String(cString: $0) } ?? "no reason given"
      let position = bytesRead - Int(stream.pointee.avail_in)
      throw failure(.damagedArchive, "the gzip file is damaged near byte \(position): \(reason)")
    }
  }

  private func fillInput() throws(DumpError) {
    guard stream.pointee.avail_in == 0, !isInputExhausted else { return }
    let count = try file.read(into: input)
    isInputExhausted = count == 0
    stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_in = UInt32(count)
  }

  /// Drops zero bytes from the front of the input; false when nothing else is there.
  private func skipZeros() -> Bool {
    while stream.pointee.avail_in > 0, stream.pointee.next_in.pointee == 0 {
      stream.pointee.next_in += 1
      stream.pointee.avail_in -= 1
    }
    return stream.pointee.avail_in > 0
  }
}
