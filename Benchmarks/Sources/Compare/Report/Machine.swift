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
