internal import TableStore

/// Where an export's bytes go.
protocol ByteSink: AnyObject {
  /// Takes over the next bytes.
  func write(_ bytes: [UInt8]) throws
  /// Is told that these were all. A sink that is let go without it keeps nothing, as far as it can.
  func finish() throws
}

/// Passes bytes on to a function.
final class FunctionSink: ByteSink {
  private let body: ([UInt8]) throws -> Void

  /// A sink that is `body`.
  init(_ body: @escaping ([UInt8]) throws -> Void) { self.body = body }

  func write(_ bytes: [UInt8]) throws { try body(bytes) }

  func finish() {}
}

extension Store {
  /// A new file at `path`, packed where its name says so; never the store's own.
  func fileSink(_ path: String) throws -> any ByteSink {
    guard ![self.path, self.path + "-lock"].contains(FileSink.resolved(path)) else {
      throw StoreError(.cannotOpen, "\(path) is the store itself; name another file for the export")
    }
    let file = try FileSink(path: path)
    return path.hasSuffix(".gz") ? try GzipSink(file) : file
  }
}
