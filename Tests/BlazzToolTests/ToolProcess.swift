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

/// What the tool writes to a terminal of some columns, made by util-linux's `script`; `nil` where that is missing.
///
/// - Parameter environment: variables beside those that there are; `TERM` is xterm and `NO_COLOR` is unset otherwise.
func terminalText(_ arguments: [String], columns: Int = 200, environment: [String: String] = [:]) throws -> String? {
  guard FileManager.default.isExecutableFile(atPath: "/usr/bin/script") else {
    print("skipped: there is no /usr/bin/script to make a terminal with")
    return nil
  }
  return try withScratchFolder { folder in
    let text = folder.appending(path: "typescript")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/script")
    let quoted = ([toolExecutable.path] + arguments).map { "'\($0.replacing("'", with: "'\\''"))'" }
    process.arguments = ["-qec", "stty cols \(columns) -opost; exec \(quoted.joined(separator: " "))", text.path]
    var variables = ProcessInfo.processInfo.environment
    variables["NO_COLOR"] = nil
    variables["TERM"] = "xterm"
    process.environment = variables.merging(environment) { $1 }
    process.standardOutput = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    // script puts a line about itself before the output, and a line end and another such line behind it.
    let whole = try String(contentsOf: text, encoding: .utf8)
    let end = whole.range(of: "\nScript done on ", options: .backwards)?.lowerBound ?? whole.endIndex
    return whole[..<end].split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false).last.map(String.init)
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
