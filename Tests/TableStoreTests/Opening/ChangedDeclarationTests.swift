import Foundation
import TestSupport
import Testing

@testable import TableStore

@Suite struct ChangedDeclarationTests {
  private func withPeople(_ body: (_ path: String) throws -> Void) throws {
    try withScratchFolder { folder in
      let path = folder.path + "/people.store"
      let store = try Store(path: path, tables: [Person.self], options: .testing)
      try store.writeSync(.everything) { db in
        let table = db.table(Person.self)
        try table.insert(.init(name: "Ana", age: 3))
        try table.insert(.init(name: "01234567-89ab-cdef", age: nil))
      }
      try store.close()
      try body(path)
    }
  }

  @Test func appendedColumnsReadAsTheirDefaults() throws {
    try withPeople { path in
      let store = try Store(path: path, tables: [LongerPerson.self], options: .testing)
      let before = try store.rawEntries(LongerPerson.schema)
      let ana = LongerPerson(id: 1, name: "Ana", age: 3, city: "Bandung", height: nil, weight: -3, balance: nil)
      try store.writeSync(.everything) { db throws in
        let table = db.table(LongerPerson.self)
        #expect(try table.get(1) == ana)
        #expect(try table.order(by: LongerPerson.byName).all().map(\.city) == ["Bandung", "Bandung"])
        #expect(try table.update(1) { $0.height = 150 }.height == 150)
      }
      let after = try store.rawEntries(LongerPerson.schema)
      // The updated row is whole now, the other one lies as it did.
      #expect(after.count == before.count)
      #expect(zip(before, after).count { $0 != $1 } == 1)
      try store.writeSync(.everything) { db in
        let table = db.table(LongerPerson.self)
        try table.insert(.init(name: "New"))
        #expect(try table.erase(2))
      }
      try store.requireConsistent()
      try store.close()
      // The older program does not open what the newer one wrote.
      #expect(storeError { _ = try Store(path: path, tables: [Person.self], options: .testing) }?.code == .incompatible)
      let again = try Store(path: path, tables: [LongerPerson.self], options: .readOnly)
      let people = try again.read(.everything) { db in try db.table(LongerPerson.self).all() }
      #expect(people.map(\.name) == ["Ana", "New"] && people.map(\.height) == [150, nil])
      try again.close()
    }
  }

  @Test func readersOfOldRowsNeedNoWriting() throws {
    try withPeople { path in
      let bytes = FileManager.default.contents(atPath: path)
      let store = try Store(path: path, tables: [LongerPerson.self], options: .readOnly)
      #expect(try store.read(.everything) { db in try db.table(LongerPerson.self).all().map(\.weight) } == [-3, -3])
      try store.close()
      #expect(FileManager.default.contents(atPath: path) == bytes)
    }
  }

  @Test func aColumnThatOldRowsCannotHaveIsRefused() throws {
    try withPeople { path in
      let before = FileManager.default.contents(atPath: path)
      let error = storeError {
        let store = try Store(path: path, tables: [PersonNeedingCity.self], options: .testing)
        defer { try? store.close() }
        _ = try store.read(.everything) { db in try db.table(PersonNeedingCity.self).all() }
      }
      #expect(error?.code == .incompatible && error?.table == "people" && error?.column == "city")
      // The declaration was a mistake: the file is still open to the right one.
      #expect(FileManager.default.contents(atPath: path) == before)
      try Store(path: path, tables: [Person.self], options: .testing).close()
    }
  }

  @Test func anyOtherChangeIsRefused() throws {
    try withPeople { path in
      let before = FileManager.default.contents(atPath: path)
      for table in changedPeople {
        let error = storeError { _ = try Store(path: path, tables: [table], options: .testing) }
        #expect(error?.code == .incompatible && error?.table == "people", "\(table)")
        #expect(error?.message.contains("people.store") == true, "\(table)")
        #expect(FileManager.default.contents(atPath: path) == before, "\(table)")
      }
      let store = try Store(path: path, tables: [Person.self], options: .testing)
      #expect(try store.read(.everything) { db in try db.table(Person.self).count() } == 2)
      try store.close()
    }
  }
}
