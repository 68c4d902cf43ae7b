import BlazzDB
import Foundation
import TestSupport
import Testing

/// The example in README.md: it is the program that is built, and it prints what the dump says.
@Suite struct ReadmeExampleTests {
  private static let program = Project.text("Sources/BlazzExample/main.swift")

  @Test func readmeShowsTheProgram() throws {
    let readme = Project.text("README.md")
    let start = try #require(readme.range(of: "<!-- Sources/BlazzExample/main.swift -->\n```swift\n"))
    let end = try #require(readme.range(of: "```\n<!-- end -->", range: start.upperBound..<readme.endIndex))
    #expect(readme[start.upperBound..<end.lowerBound] == Self.program)
  }

  @Test func programPrintsWhatTheDumpSays() throws {
    let uuids = Self.program.matches(of: /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/).map { "'\($0.output.0)'" }
    let workspace = try #require(DemoDump.rows("workspaces").first { $0[1] == uuids.first })[0]
    let name = try #require(DemoDump.rows("contacts").first { $0[1] == uuids.last })[3].dropFirst().dropLast()
    // created_at, then type by its number (inbound, outbound), then id, all descending; deleted_at is NULL.
    let chats = try DemoDump.rows("chats").filter { $0[2] == workspace && $0[12] == "NULL" }.sorted { left, right in
      let (first, second) = (try #require(Int(left[0])), try #require(Int(right[0])))
      return (left[13], left[6], first) > (right[13], right[6], second)
    }
    let expected = try chats.prefix(3).map { chat in
      "\(chat[13].dropFirst().dropLast()) +0000 \(chat[9].dropFirst().dropLast()) \(try DemoDump.messageText(chat[7]))\n"
    }
    #expect(expected.count == 3)

    let output = try withStorePath { path in
      let blazz = try Blazz(path: path)
      let report = try blazz.system.importDump(packageRoot.appending(path: "Examples/demo.sql").path)
      #expect(report.rowsRefused == 0)
      try blazz.close()
      return try run("BlazzExample", path)
    }
    #expect(
      output == expected.joined() + #"{"content":{"text":"Halo \#(name)!"},"message_type":"text"}"# + "\n")
  }
}

/// Examples/demo.sql, read by its lines: a row is a line, and no value but text has a comma.
enum DemoDump {
  /// The rows of a table as SQL literals.
  static func rows(_ table: String) -> [[String]] {
    let lines = Project.text("Examples/demo.sql").components(separatedBy: "\n")
    let rows = lines.drop { $0 != "INSERT INTO `\(table)` VALUES" }.dropFirst().prefix { $0.hasPrefix("(") }
    return rows.map { line in
      var literals = [""]
      var isQuoted = false
      var isEscaped = false
      // Without the parentheses and the comma or semicolon behind them.
      for character in line.dropFirst().dropLast(2) {
        if character == "," && !isQuoted {
          literals.append("")
          continue
        }
        literals[literals.count - 1].append(character)
        if character == "'" && !isEscaped { isQuoted.toggle() }
        isEscaped = character == "\\" && !isEscaped
      }
      return literals
    }
  }

  /// The text of a message in its metadata, which is a literal with backslashes.
  static func messageText(_ literal: String) throws -> String {
    let json = literal.dropFirst().dropLast().replacing(#"\""#, with: "\"").replacing(#"\\"#, with: #"\"#)
      .replacing(#"\'"#, with: "'")
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    let content = try #require(object?["content"] as? [String: String])
    return try #require(content["text"])
  }
}

/// Runs a program of this package on one argument and returns what it prints.
private func run(_ program: String, _ argument: String) throws -> String {
  // The tests lie in the folder of the programs: themselves on Linux, in a bundle on macOS.
  let bundle = CommandLine.arguments.drop { $0 != "--test-bundle-path" }.dropFirst().first
  var folder = URL(filePath: bundle ?? CommandLine.arguments[0]).deletingLastPathComponent()
  while !FileManager.default.isExecutableFile(atPath: folder.appending(path: program).path), folder.path != "/" {
    folder = folder.deletingLastPathComponent()
  }
  let process = Process()
  process.executableURL = folder.appending(path: program)
  process.arguments = [argument]
  let output = Pipe()
  process.standardOutput = output
  try process.run()
  let printed = try output.fileHandleForReading.readToEnd() ?? Data()
  process.waitUntilExit()
  #expect(process.terminationStatus == 0)
  return String(decoding: printed, as: UTF8.self)
}
