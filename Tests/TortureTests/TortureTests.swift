import Foundation
import TestSupport
import Testing

/// The harnesses, run small: each must find nothing, and its control must find something. docs/reliability.md has the
/// large runs.
@Suite(.serialized) struct TortureTests {
  @Test func killedWritersLoseNothing() throws {
    let run = try torture("kill", "10")
    #expect(run.status == 0, "\(run.text)")
    #expect(run.text.contains("kill: 10 cycles"))
    #expect(run.text.contains("kill, control: found after"))
  }

  @Test func lostPowerTakesNothingThatWasFlushed() throws {
    let run = try torture("power", "40")
    #expect(run.status == 0, "\(run.text)")
    #expect(run.text.contains("power, full: 40 images"))
    #expect(run.text.contains("power, none: 20 images"))
  }

  @Test func failingCallsAndAFullDiskAreErrors() throws {
    let run = try torture("faults", "16", "create", "write")
    #expect(run.status == 0, "\(run.text)")
    #expect(run.text.contains("calls: "))
  }

  @Test func snapshotsOfConcurrentWritesAreWhole() throws {
    let run = try torture("race", "1", "12", "4")
    #expect(run.status == 0, "\(run.text)")
    #expect(run.text.contains("race: 12 writers"))
  }

  @Test func aSteadyLoadLeavesTheFileAsLongAsItIs() throws {
    let run = try torture("freelist", "800", "20")
    #expect(run.status == 0, "\(run.text)")
    #expect(run.text.contains("freelist, control: found"))
    #expect(run.text.contains("freelist: 800 transactions"))
  }

  private func torture(_ arguments: String...) throws -> (status: Int32, text: String) {
    try withScratchFolder { folder in
      let file = folder.appending(path: "output")
      try Data().write(to: file)
      let output = try FileHandle(forWritingTo: file)
      let process = Process()
      process.executableURL = try executable
      process.arguments = arguments
      (process.standardOutput, process.standardError) = (output, output)
      process.standardInput = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      return (process.terminationStatus, try String(contentsOf: file, encoding: .utf8))
    }
  }

  /// The built executable: it lies beside the test bundle.
  private var executable: URL {
    get throws {
      let bundle = URL(filePath: CommandLine.arguments[0]).standardizedFileURL
      let folders = sequence(first: bundle.deletingLastPathComponent()) { $0.deletingLastPathComponent() }.prefix(6)
      let places = folders.map { $0.appending(path: "Torture") } + [packageRoot.appending(path: ".build/debug/Torture")]
      return try #require(
        places.first { FileManager.default.isExecutableFile(atPath: $0.path) && !$0.hasDirectoryPath })
    }
  }
}
