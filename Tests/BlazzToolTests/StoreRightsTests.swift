import Foundation
import TestSupport
import Testing

/// Stores that may not be read or written, and disks that are full. Root may do everything, so the tool runs as
/// somebody else where the tests run as root.
@Suite struct StoreRightsTests {
  private static let nobody = 65534

  /// Runs `body` with a folder that the tool's user owns, or skips it where that user cannot be had.
  private func withRights(
    _ test: String = #function, _ body: (_ folder: URL, _ dump: String, _ user: Int?) throws -> Void
  ) throws {
    try withScratchFolder { folder in
      let user = getuid() == 0 ? Self.nobody : nil
      try grant(folder, 0o755, user)
      if user != nil, try blazz("--help", user: user).status != 0 {
        return print("\(test): skipped, the tool cannot be run as another user")
      }
      let dump = folder.appending(path: "crm.sql")
      try SampleCRM().sql.write(to: dump, atomically: false, encoding: .utf8)
      try grant(dump, 0o644, user)
      try body(folder, dump.path, user)
    }
  }

  private func grant(_ file: URL, _ rights: Int, _ user: Int?) throws {
    var attributes: [FileAttributeKey: Any] = [.posixPermissions: rights]
    if let user { attributes[.ownerAccountID] = user }
    try FileManager.default.setAttributes(attributes, ofItemAtPath: file.path)
  }

  private func expectRefused(_ arguments: [String], _ user: Int?, mentions: String) throws {
    let run = try blazz(arguments, user: user)
    #expect(run.status == 1, "\(arguments)")
    #expect(run.errorLines.count == 1 && run.errors.contains(mentions), "\(run.errors)")
  }

  @Test func aFolderWithoutRights() throws {
    try withRights { folder, dump, user in
      let closed = folder.appending(path: "closed")
      try FileManager.default.createDirectory(at: closed, withIntermediateDirectories: false)
      try grant(closed, 0, user)
      defer { try? grant(closed, 0o700, user) }
      let store = closed.appending(path: "s.blazz").path
      try expectRefused(["import", dump, "--into", store], user, mentions: "s.blazz")
      try expectRefused(["tables", store], user, mentions: "s.blazz")
    }
  }

  @Test func aReadOnlyFile() throws {
    try withRights { folder, dump, user in
      let store = folder.appending(path: "s.blazz")
      #expect(try blazz(["import", dump, "--into", store.path], user: user).status == 0)
      let before = try Data(contentsOf: store)
      try grant(store, 0o444, user)
      try expectRefused(["import", dump, "--into", store.path], user, mentions: "s.blazz")
      #expect(try blazz(["tables", store.path], user: user).status == 0, "it can still be read")
      try grant(store, 0, user)
      try expectRefused(["tables", store.path], user, mentions: "s.blazz")
      #expect(try Data(contentsOf: store) == before || user == nil)
      try grant(store, 0o600, user)
    }
  }

  @Test func anUnreadableDump() throws {
    try withRights { folder, dump, user in
      try grant(URL(filePath: dump), 0, user)
      let store = folder.appending(path: "s.blazz").path
      try expectRefused(["import", dump, "--into", store], user, mentions: "crm.sql")
      #expect(!FileManager.default.fileExists(atPath: store))
    }
  }

  @Test func aFullDiskKeepsWhatWasStored() throws {
    try withScratchFolder { folder in
      let disk = folder.appending(path: "disk")
      try FileManager.default.createDirectory(at: disk, withIntermediateDirectories: false)
      guard try run("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", disk.path) == 0 else {
        return print("aFullDiskKeepsWhatWasStored: skipped, a small disk cannot be mounted here")
      }
      defer { _ = try? run("umount", "-l", disk.path) }
      let (dump, store) = (folder.appending(path: "crm.sql").path, disk.appending(path: "s.blazz").path)
      try SampleCRM().sql.write(toFile: dump, atomically: false, encoding: .utf8)
      #expect(try blazz("import", dump, "--into", store).status == 0)
      let large = folder.appending(path: "large.sql")
      try largeDump().write(to: large, atomically: false, encoding: .utf8)
      try expectRefused(["import", large.path, "--into", store], nil, mentions: "full")
      try expectSample(store)
    }
  }

  /// More users than the small disk holds, in one batch.
  private func largeDump() -> String {
    let address = String(repeating: "x", count: 4000)
    let rows = (100..<2100).map { "(\($0),'U','u\($0)@mail.test','\(address)')" }
    return "INSERT INTO users (id, first_name, email, address) VALUES\n" + rows.joined(separator: ",\n") + ";\n"
  }

  private func run(_ arguments: String...) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
