import Foundation
import TestSupport

/// One run of the tool `blazz` as a process of its own.
struct ToolRun: Sendable {
  /// What it returned, or −signal.
  let status: Int32
  let output: Data
  let errors: String

  var text: String { String(decoding: output, as: UTF8.self) }
  var lines: [String] { text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init) }
  var errorLines: [String] { errors.split(separator: "\n").map(String.init) }
}

/// The built executable: it lies beside the test bundle.
let toolExecutable: URL = {
  let bundle = URL(filePath: CommandLine.arguments[0]).standardizedFileURL
  let folders = sequence(first: bundle.deletingLastPathComponent()) { folder in
    folder.path == "/" ? nil : folder.deletingLastPathComponent()
  }
  let places =
    folders.prefix(6).map { $0.appending(path: "blazz") }
    + [packageRoot.appending(path: ".build/debug/blazz")]
  let isTool = { (file: URL) in
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder) && !isFolder.boolValue
  }
  guard let tool = places.first(where: isTool) else { fatalError("the executable blazz was not built") }
  return tool
}()

/// Runs the tool and waits for it.
///
/// - Parameter user: a user id to run as, for tests of rights; needs root.
func blazz(_ arguments: String..., user: Int? = nil) throws -> ToolRun { try blazz(arguments, user: user) }

/// The same with the arguments as an array.
func blazz(_ arguments: [String], user: Int? = nil) throws -> ToolRun {
  // Files, not pipes: neither stream can block the tool however much it writes.
  try withScratchFolder { folder in
    let files = ["out", "err"].map { folder.appending(path: $0) }
    let handles = try files.map { file in
      try Data().write(to: file)
      return try FileHandle(forWritingTo: file)
    }
    let process = Process()
    process.executableURL = user == nil ? toolExecutable : URL(filePath: "/usr/bin/env")
    process.arguments =
      user.map { ["setpriv", "--reuid=\($0)", "--clear-groups", toolExecutable.path] + arguments } ?? arguments
    process.standardOutput = handles[0]
    process.standardError = handles[1]
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let isSignal = process.terminationReason == .uncaughtSignal
    return ToolRun(
      status: isSignal ? -process.terminationStatus : process.terminationStatus, output: try Data(contentsOf: files[0]),
      errors: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self))
  }
}

/// Runs `body` with the paths of a new store, which holds the sample CRM, and of the dump that it came from.
func withSampleStore<Result>(_ body: (_ store: String, _ dump: String) throws -> Result) throws -> Result {
  try withScratchFolder { folder in
    let (store, dump) = (folder.appending(path: "crm.blazz").path, folder.appending(path: "crm.sql").path)
    try SampleCRM().sql.write(toFile: dump, atomically: false, encoding: .utf8)
    let run = try blazz("import", dump, "--into", store)
    guard run.status == 0 else { throw ImportFailed(errors: run.errors) }
    return try body(store, dump)
  }
}

/// The sample could not be imported.
struct ImportFailed: Error {
  let errors: String
}
