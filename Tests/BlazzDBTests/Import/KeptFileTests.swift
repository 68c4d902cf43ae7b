import Foundation
import TableStore
import Testing

@testable import BlazzDB

@Suite struct KeptFileTests {
  private func json(_ bytes: [UInt8]) -> String {
    var line = KeptLine()
    line.begin()
    line.member(MemberName("v"))
    bytes.withUnsafeBytes { line.append(value: $0) }
    line.end()
    return String(decoding: line.array, as: UTF8.self)
  }

  @Test(arguments: [
    ("", #"{"v":""}"#), ("a\"b\\c/", #"{"v":"a\"b\\c/"}"#), ("\n\r\t\0\u{1F}", #"{"v":"\n\r\t\u0000\u001f"}"#),
    ("é😀\u{7F}\u{2028}", "{\"v\":\"é😀\u{7F}\u{2028}\"}"),
  ])
  func stringsAreJSON(_ text: String, _ expected: String) throws {
    #expect(json(Array(text.utf8)) == expected + "\n")
    let object = try JSONSerialization.jsonObject(with: Data(expected.utf8)) as? [String: String]
    #expect(object?["v"] == text)
  }

  @Test func otherBytesAreHex() {
    #expect(json([0xFF, 0x00, 0x0A]) == "{\"v\":{\"hex\":\"ff000a\"}}\n")
    #expect(json([0x61, 0xC3]) == "{\"v\":{\"hex\":\"61c3\"}}\n")
  }

  private func withFile(_ body: (URL, KeptFile) throws -> Void) throws {
    try withTemporaryFolder { (folder: URL) throws in
      let url = folder.appending(path: "kept.jsonl")
      try body(url, KeptFile(path: url.path, mode: 0o600))
    }
  }

  private func append(_ number: Int, to file: KeptFile) throws {
    try file.append { line in
      line.member(MemberName("n"))
      line.append(number: number)
    }
  }

  @Test func linesComeWithAFlush() throws {
    try withFile { url, file throws in
      try file.flush()
      #expect(!FileManager.default.fileExists(atPath: url.path))
      try append(1, to: file)
      #expect(!FileManager.default.fileExists(atPath: url.path) && file.lineCount == 1)
      try file.flush()
      try append(2, to: file)
      try file.flush()
      #expect(try String(contentsOf: url, encoding: .utf8) == "{\"n\":1}\n{\"n\":2}\n")
      let mode = try FileManager.default.attributesOfItem(atPath: url.path)[.posixPermissions] as? Int
      #expect(mode == 0o600)
    }
  }

  @Test func rewritingKeepsWhatIsWanted() throws {
    try withFile { url, file throws in
      try file.rewrite { _ in false }
      for number in 1...4 { try append(number, to: file) }
      try file.flush()
      let long = Data("{\"n\":\"\(String(repeating: "x", count: 100_000))\"}\n".utf8)
      try (Data(contentsOf: url) + long + Data("{\"n\":5".utf8)).write(to: url)
      try file.rewrite { !String(decoding: $0, as: UTF8.self).contains("2") }
      try append(6, to: file)
      try file.flush()
      #expect(
        try Data(contentsOf: url) == Data("{\"n\":1}\n{\"n\":3}\n{\"n\":4}\n".utf8) + long + Data("{\"n\":6}\n".utf8))
      try file.rewrite { _ in false }
      #expect(try FileManager.default.contentsOfDirectory(atPath: url.deletingLastPathComponent().path).isEmpty)
    }
  }

  @Test func aFolderThatTakesNoFileSaysSo() throws {
    try withTemporaryFolder { (folder: URL) throws in
      let file = KeptFile(path: folder.appending(path: "missing/kept.jsonl").path, mode: 0o600)
      try append(1, to: file)
      #expect(code { try file.flush() } == .system)
    }
  }
}
