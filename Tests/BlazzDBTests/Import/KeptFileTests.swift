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

  /// Runs `body` with a file that holds some text before.
  private func withFile(_ text: Data? = nil, _ body: (URL, KeptFile) throws -> Void) throws {
    try withTemporaryFolder { (folder: URL) throws in
      let url = folder.appending(path: "kept.jsonl")
      try text?.write(to: url)
      try body(url, try KeptFile(path: url.path, mode: 0o600))
    }
  }

  private func append(_ number: Int, to file: KeptFile) throws {
    try file.append { line in
      line.member(MemberName("n"))
      line.append(number: number)
    }
  }

  private func lines(_ numbers: Int...) -> Data { Data(numbers.map { "{\"n\":\($0)}\n" }.joined().utf8) }

  @Test func linesComeWithAFlush() throws {
    try withFile { url, file throws in
      try file.flush()
      #expect(!FileManager.default.fileExists(atPath: url.path))
      try append(1, to: file)
      #expect(!FileManager.default.fileExists(atPath: url.path) && file.lineCount == 1)
      try file.flush()
      try append(2, to: file)
      try file.flush()
      #expect(try Data(contentsOf: url) == lines(1, 2))
      let mode = try FileManager.default.attributesOfItem(atPath: url.path)[.posixPermissions] as? Int
      #expect(mode == 0o600)
    }
  }

  @Test func onlyOldLinesAreForgotten() throws {
    let long = Data("{\"n\":\"\(String(repeating: "x", count: 100_000))\"}\n".utf8)
    try withFile(lines(1, 2, 3) + long) { url, file throws in
      try append(2, to: file)
      try file.forgetOld { !String(decoding: $0, as: UTF8.self).contains("2") }
      #expect(try Data(contentsOf: url) == lines(1, 3) + long + lines(2))
    }
    try withFile(lines(1, 2)) { url, file throws in
      try file.forgetOld { _ in false }
      #expect(try FileManager.default.contentsOfDirectory(atPath: url.deletingLastPathComponent().path).isEmpty)
    }
  }

  @Test(arguments: ["", "{", String(repeating: "x", count: 200_000)])
  func aLineThatBrokeOffGoes(_ rest: String) throws {
    for whole in [lines(), lines(1, 2)] {
      try withFile(whole + Data(rest.utf8)) { url, file throws in
        #expect((try? Data(contentsOf: url)) == (whole.isEmpty ? nil : whole))
        try append(3, to: file)
        try file.forgetOld { _ in true }
        #expect(try Data(contentsOf: url) == whole + lines(3))
      }
    }
  }

  @Test func aFolderThatTakesNoFileSaysSo() throws {
    try withTemporaryFolder { (folder: URL) throws in
      let file = try KeptFile(path: folder.appending(path: "missing/kept.jsonl").path, mode: 0o600)
      try append(1, to: file)
      #expect(code { try file.flush() } == .system)
      #expect(code { try KeptFile(path: folder.path, mode: 0o600) } == .system)
    }
  }
}
