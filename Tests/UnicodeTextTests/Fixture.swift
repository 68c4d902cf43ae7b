import Foundation

/// The files of Resources/, unpacked by the `gzip` of the machine.
enum Fixture {
  static func lines(_ name: String) throws -> [Substring] {
    let url = Bundle.module.url(forResource: "Resources/\(name)", withExtension: nil)!
    let output = Pipe()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", url.path]
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).split(separator: "\n")
  }

  /// The 20,000 answers of the server to STRCMP and LIKE.
  static func pairs() throws -> [Pair] {
    try lines("pairs.tsv.gz").map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      return Pair(
        left: text(fields[0]), right: text(fields[1]), order: Int(fields[2])!, pattern: text(fields[3]),
        isLike: fields[4] == "1")
    }
  }

  struct Pair {
    let left: String
    let right: String
    let order: Int
    let pattern: String
    let isLike: Bool
  }

  private static func text(_ hex: Substring) -> String {
    let digits = Array(hex)
    let bytes = stride(from: 0, to: digits.count, by: 2).map { UInt8(String(digits[$0...$0 + 1]), radix: 16)! }
    return String(decoding: bytes, as: UTF8.self)
  }
}
