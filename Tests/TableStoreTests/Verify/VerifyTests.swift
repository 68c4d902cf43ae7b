import Foundation
import LMDB
import TestSupport
import Testing

@testable import TableStore

/// Everything that is broken is found and named once, and nothing else; a repair takes it out.
@Suite struct VerifyTests {
  @Test(arguments: Damage.all) func isNamedOnceAndMended(_ damage: Damage) throws {
    try withSoundStore { store in
      try damage.make(store)
      let report = try store.verify()
      #expect(report.faultCount == report.faults.count)
      try Self.expect(report, [damage.fault])
      // A budget that is too small for two buckets gives the same.
      let tight = try store.verify(store.catalog.all, memoryBytes: 1, mends: nil)
      #expect(Set(tight.faults) == Set(report.faults) && tight.faultCount == report.faultCount)

      let repair = try store.repair()
      #expect(repair.before.faultCount == 1)
      #expect(repair.after.faults == (damage.isMendable ? [] : report.faults))
      let again = try store.verify()
      #expect(again.faults == repair.after.faults)
      if damage.isMendable { try store.requireConsistent() }
    }
  }

  private static func expect(_ report: VerifyReport, _ faults: [ExpectedFault]) throws {
    let found = report.faults.map { fault in
      var fault = ExpectedFault(fault)
      // A text key that cannot be read has no name.
      if fault.key?.hasPrefix("0x") == true { fault.key = nil }
      return fault
    }
    #expect(found == faults, "\(report.faults.map(\.description))")
    #expect(!report.isSound)
  }

  @Test func countsAreThoseOfTheFile() throws {
    try withSoundStore { store in
      let report = try store.verify()
      var (rows, entries) = (0, 0)
      for table in store.catalog.all {
        for entry in try store.rawEntries(table.schema) {
          if entry.key[0] == 0 { rows += 1 } else if entry.key[0] < 0xF0 { entries += 1 }
        }
      }
      #expect(report.rows == rows && report.indexEntries == entries && report.tables == store.catalog.all.count)
      #expect(report.notes.isEmpty)
    }
  }

  /// What is set aside can be put back, byte for byte.
  @Test func whatIsSetAsideIsKept() throws {
    try withSoundStore { store in
      let stub = try store.entry(of: 3, EveryType.schema, 0)
      let chunks = try store.rawEntries(EveryType.schema, 0xFF).filter { $0.key[1...2] == [0x81, 3] }
      try store.removeRaw(chunks[1].key, EveryType.schema)
      var note = try store.entry(of: 7, Note.schema, 0)
      note.value[20] ^= 1
      try store.putRaw(note.value, for: note.key, Note.schema)
      let repair = try store.repair()
      #expect(repair.after.isSound && repair.entriesSetAside == 2)
      let lines = try String(contentsOfFile: try #require(repair.asideFile), encoding: .utf8).split(separator: "\n")
      let kept = try lines.map { line in
        let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String] ?? [:]
        #expect(object["reason"]?.isEmpty == false)
        return "\(object["repair"] ?? "") \(object["key"] ?? "") \(object["bytes"] ?? "")"
      }
      let expected = ([stub] + chunks[..<1] + chunks[2...]).map { "every_types \($0.key.hex) \($0.value.hex)" }
      #expect(Set(kept) == Set(expected + ["notes \(note.key.hex) \(note.value.hex)"]))
      #expect(kept.count == expected.count + 1)
    }
  }

  /// Rows that refer to one that is set aside stay, and are named.
  @Test func childrenOfARowThatIsGoneAreNamed() throws {
    try withSoundStore { store in
      var note = try store.entry(of: 2, Note.schema, 0)
      note.value[20] ^= 1
      try store.putRaw(note.value, for: note.key, Note.schema)
      let repair = try store.repair()
      #expect(
        Set(repair.after.faults.map { ExpectedFault($0) }) == [
          .init(.missingReference, "attachments", "attachments_note_foreign", "1"),
          .init(.missingReference, "errands", "errands_note_foreign", "1"),
        ])
    }
  }

  /// A record that another program left is no fault.
  @Test func unknownRecordsAreNoted() throws {
    try withSoundStore { store in
      try store.changeRecord(Bytes("later".utf8)) { _ in [1] }
      let report = try store.verify()
      #expect(report.isSound && report.notes.count == 1)
    }
  }

  /// Stored text cannot break a fault's line, nor reach a terminal as a command.
  @Test func aFaultIsOneLine() throws {
    try withSoundStore { store in
      let note = try store.writeSync(.tenant(1)) { db in try db.notes.insert(.init(title: "two\nlines\u{1B}[2J")) }
      try store.removeRaw(try store.entry(of: UInt8(note.id.rawValue), Note.schema, 2).key, Note.schema)
      let faults = try store.verify().faults
      #expect(faults.count == 1 && faults[0].message.contains("two\nlines"))
      #expect(faults[0].description.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
    }
  }

  @Test func manyFaultsAreCountedAndSomeListed() throws {
    try withSoundStore { store in
      try store.writeSync(.tenant(1)) { db in
        for _ in 0..<300 { _ = try db.notes.insert(.init(title: "more", priority: 1)) }
      }
      let entries = try store.rawEntries(Note.schema, 4)
      for entry in entries { try store.removeRaw(entry.key, Note.schema) }
      let report = try store.verify()
      #expect(report.faultCount == entries.count && report.faults.count == VerifyReport.mostListed)
      // Mends that do not fit are made after another look.
      let repair = try store.repair(mendBytes: 20_000)
      #expect(repair.after.isSound && repair.entriesMended == entries.count)
      #expect(try store.rawEntries(Note.schema, 4) == entries)
    }
  }

  @Test func aLookCanBeStopped() throws {
    struct Stopped: Error {}
    try withSoundStore { store in
      let context = VerifyContext(memoryBytes: 1, mends: nil)
      context.cancel()
      #expect(throws: CancellationError.self) { try context.count(1) }
      _ = try store.verify { progress in #expect(progress.done <= progress.total) }
    }
  }
}

extension Bytes {
  /// All bytes in hexadecimal.
  fileprivate var hex: String { map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
}
