import Foundation

/// What the run ran on.
enum Machine {
  static var description: [String] {
    let cpu = value("model name", in: "/proc/cpuinfo") ?? "processor not known"
    let memory = value("MemTotal", in: "/proc/meminfo").flatMap { Double($0.split(separator: " ")[0]) } ?? 0
    let load = (try? String(contentsOfFile: "/proc/loadavg", encoding: .utf8))?.split(separator: " ").first ?? "?"
    return [
      "\(cpu), \(ProcessInfo.processInfo.activeProcessorCount) cores, \(Int((memory / 1_048_576).rounded())) GiB",
      ProcessInfo.processInfo.operatingSystemVersionString, kernel,
      "load of the last minute at the start: \(load)",
    ]
  }

  private static var kernel: String {
    "\(output("uname", "-sr") ?? "kernel not known"), \(output("stat", "-f", "-c", "%T", NSTemporaryDirectory()) ?? "?")"
  }

  /// The commit that is checked out, as far as git knows; "-dirty" where code differs from it. Documents do not count: a
  /// run writes some.
  static var revision: String {
    guard let commit = output("git", "describe", "--always") else { return "this package" }
    let code = ["Sources", "Benchmarks", "Package.swift"]
    let changes = output("git", arguments: ["status", "--porcelain", "--"] + code)
    return changes == "" ? commit : commit + "-dirty"
  }

  private static func output(_ program: String, _ arguments: String...) -> String? {
    output(program, arguments: arguments)
  }

  /// What a program prints; `nil` where it fails or is missing.
  private static func output(_ program: String, arguments: [String]) -> String? {
    let (process, output) = (Process(), Pipe())
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return process.terminationStatus == 0 ? text.trimmingCharacters(in: .whitespacesAndNewlines) : nil
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
