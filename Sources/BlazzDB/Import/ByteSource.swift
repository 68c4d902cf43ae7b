import Foundation

/// Where a dump's bytes come from.
protocol ByteSource: AnyObject {
  /// The path, for error messages.
  var name: String { get }
  /// The size of the file as stored, nil where it has none (a pipe).
  var totalBytes: Int? { get }
  /// How much of `totalBytes` has been read.
  var bytesRead: Int { get }
  /// Fills the front of `buffer` and returns how many bytes it wrote; 0 means the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(DumpError) -> Int
}

extension ByteSource {
  /// A fault below the text: `ByteWindow` adds the line.
  func failure(_ code: DumpError.Code, _ message: String) -> DumpError {
    DumpError(code: code, file: name, line: 0, message: message)
  }
}

/// The bytes of a file or pipe.
final class FileSource: ByteSource {
  let name: String
  let totalBytes: Int?
  private(set) var bytesRead = 0
  private let descriptor: Int32
  /// Bytes read ahead to look at, handed out first: a pipe cannot be rewound.
  private var lead: [UInt8] = []

  /// Opens the file at `path`.
  init(path: String) throws(DumpError) {
    name = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    var status = stat()
    let isRegular = descriptor >= 0 && fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    totalBytes = isRegular ? Int(status.st_size) : nil
    if descriptor < 0 { throw Self.systemFailure("cannot be opened", name: path) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The first `count` bytes, or fewer where the file is shorter, without consuming them.
  func peek(_ count: Int) throws(DumpError) -> [UInt8] {
    while lead.count < count {
      let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: count - lead.count, alignment: 1)
      defer { buffer.deallocate() }
      let added = try fill(buffer)
      if added == 0 { break }
      lead.append(contentsOf: buffer[..<added])
    }
    return lead
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(DumpError) -> Int {
    if !lead.isEmpty {
      let count = min(lead.count, buffer.count)
      buffer.copyBytes(from: lead[..<count])
      lead.removeFirst(count)
      bytesRead += count
      return count
    }
    let count = try fill(buffer)
    bytesRead += count
    return count
  }

  private func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(DumpError) -> Int {
    while true {
      #if canImport(Darwin)
        let count = Darwin.read(descriptor, buffer.baseAddress, buffer.count)
      #else
        let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      #endif
      if count >= 0 { return count }
      if errno != EINTR { throw Self.systemFailure("cannot be read", name: name) }
    }
  }

  private static func systemFailure(_ what: String, name: String) -> DumpError {
    DumpError(
      code: .unreadableFile, file: name, line: 0, message: "the file \(what): \(String(cString: strerror(errno)))")
  }
}
