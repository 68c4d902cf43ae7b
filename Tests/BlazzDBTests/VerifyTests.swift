import BlazzDB
import TableStore
import Testing

/// What the library writes on its own is sound.
@Suite struct VerifyTests {
  @Test func anImportedStoreIsSoundBeforeAndAfterAnErasure() throws {
    try withSampleStore { blazz in
      func expectSound() throws {
        let report = try blazz.verify()
        #expect(report.isSound, "\(report.faults.map(\.description))")
        #expect(report.tables == Blazz.tables.count)
      }
      try expectSound()
      try blazz.buildSearches(all: true)
      try expectSound()
      try blazz.eraseWorkspace(2)
      try expectSound()
      let repair = try blazz.repair()
      #expect(repair.before.isSound && repair.entriesMended == 0 && repair.asideFile == nil)
    }
  }
}
