import Foundation

/// What the run ran on.
enum Machine {
  static var description: [String] {
    let cpu = value("model name", in: "/proc/cpuinfo") ?? "processor not known"
    let memory = value("MemTotal", in: "/proc/meminfo").flatMap { Double($0.split(separator: " ")[0]) } ?? 0
    let load = (try? String(contentsOfFile: "/proc/loadavg", encoding: .utf8))?.split(separator: " ").first ?? "?"
    return [
      "\(cpu), \(ProcessInfo.processInfo.activeProcessorCount) cores, \(Int((memory / 1_048_576).rounded())) GiB",
      ProcessInfo.processInfo.operatingSystemVersionString,
      "load of the last minute at the start: \(load)",
    ]
  }

  /// The commit that this was built of, as far as git knows.
  static var revision: String {
    let (git, output) = (Process(), Pipe())
    git.executableURL = URL(filePath: "/usr/bin/env")
    git.arguments = ["git", "describe", "--always", "--dirty"]
    git.standardOutput = output
    git.standardError = FileHandle.nullDevice
    guard (try? git.run()) != nil else { return "this package" }
    git.waitUntilExit()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    return git.terminationStatus == 0 ? text.trimmingCharacters(in: .whitespacesAndNewlines) : "this package"
  }

  private static func value(_ name: String, in file: String) -> String? {
    let lines = (try? String(contentsOfFile: file, encoding: .utf8))?.split(separator: "\n") ?? []
    return lines.first { $0.hasPrefix(name) }?.split(separator: ":").last?.trimmingCharacters(in: .whitespaces)
  }

  static var date: String {
    String(ISO8601DateFormatter().string(from: Date()).prefix(10))
  }

  /// Bytes of memory that there are.
  static var memoryBytes: Int { Int(ProcessInfo.processInfo.physicalMemory) }
}
