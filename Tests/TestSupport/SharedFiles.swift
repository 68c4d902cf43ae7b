public import Foundation

/// The folder that holds Package.swift.
public let packageRoot = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// Reference material that may lie beside the package: `../shared`.
///
/// - Returns: `nil` when it is not there, after a message; the test that asked then has nothing to compare with.
public func sharedFile(_ path: String, for test: String = #function) -> URL? {
  let file = packageRoot.deletingLastPathComponent().appending(path: "shared/\(path)")
  if FileManager.default.fileExists(atPath: file.path) { return file }
  print("\(test): skipped, there is no ../shared/\(path)")
  return nil
}

/// What a gzip file holds, unpacked by the system's `gzip`.
public func gunzipped(_ file: URL) throws -> Data {
  let process = Process()
  let pipe = Pipe()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = ["gzip", "-dc", file.path]
  process.standardOutput = pipe
  try process.run()
  let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
  process.waitUntilExit()
  return data
}
