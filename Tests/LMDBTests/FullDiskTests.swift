import Foundation
import LMDB
import TestSupport
import Testing

@Suite struct FullDiskTests {
  @Test func aFullDiskIsAnErrorThatKeepsTheOldState() throws {
    try withScratchFolder { folder in
      guard try run("/bin/mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", folder.path) == 0 else {
        return print("a small tmpfs cannot be mounted here: skipped")
      }
      defer { _ = try? run("/bin/umount", "-l", folder.path) }
      var options = EnvironmentOptions.testing
      options.durability = .full
      let environment = try Environment(path: "\(folder.path)/full.mdb", options: options)
      let keyspace = try environment.keyspace()
      _ = try environment.write { try $0.put([1], [1], in: keyspace) }
      let failure = reason {
        try environment.write { transaction in
          for number in 0..<1_000 {
            try transaction.put(Bytes(repeating: 1, count: 4_000), Bytes("\(number)".utf8), in: keyspace)
          }
        }
      }
      #expect(failure == .diskFull)
      #expect(try environment.beginRead().entries(in: keyspace) == [Entry(key: [1], value: [1])])
      try environment.close()
      let reopened = try Environment(path: "\(folder.path)/full.mdb", options: options)
      let keyspaceAgain = try reopened.keyspace()
      _ = try reopened.write { try $0.put([2], [2], in: keyspaceAgain) }
      #expect(try reopened.beginRead().entryCount(of: keyspaceAgain) == 2)
    }
  }

  private func run(_ command: String, _ arguments: String...) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: command)
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
