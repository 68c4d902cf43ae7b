import Foundation
import LMDB
import TestSupport
import Testing

@Suite struct EnvironmentTests {
  // Pages taken and freed in one transaction are never written; the file must be as long as its meta page says.
  @Test func theFileIsWholeAfterEveryCommit() throws {
    try withScratchFolder { folder in
      let path = "\(folder.path)/whole.mdb"
      let environment = try Environment(path: path, options: .testing)
      let keyspace = try environment.keyspace()
      for round in 1...20 {
        try environment.write { transaction in
          for number in 0..<round * 40 {
            try transaction.put(Bytes(repeating: 1, count: 900), Bytes("\(number)".utf8), in: keyspace)
          }
          try transaction.deleteRange(from: Bytes([0]).span.bytes, to: nil, in: keyspace)
          try transaction.put([UInt8(round)], [1], in: keyspace)
        }
        let information = try environment.information()
        #expect(information.fileBytes >= (information.lastPage + 1) * information.pageBytes)
      }
      let information = try environment.information()
      try environment.close()

      // Without free pages at its end it is whole all the same, and read and written on.
      truncate(path, off_t(information.lastPage * information.pageBytes))
      let reopened = try Environment(path: path, options: .testing)
      let keyspaceAgain = try reopened.keyspace()
      #expect(try reopened.beginRead().entries(in: keyspaceAgain) == [Entry(key: [1], value: [20])])
      #expect(try reopened.information().fileBytes >= information.fileBytes)
    }
  }

  @Test(arguments: [false, true])
  func aCopyHoldsTheCommittedState(isCompacting: Bool) throws {
    try withScratchFolder { folder in
      let environment = try Environment(path: "\(folder.path)/original.mdb", options: .testing)
      let keyspace = try environment.keyspace()
      try environment.write { transaction in
        for number in 0..<2_000 { try transaction.put([1, 2, 3], Bytes("\(number)".utf8), in: keyspace) }
      }
      try environment.write { transaction in
        _ = try transaction.deleteRange(from: Bytes("5".utf8).span.bytes, to: nil, in: keyspace)
      }
      try environment.sync()
      let target = "\(folder.path)/copy.mdb"
      try environment.copy(toPath: target, compacting: isCompacting)
      #expect(reason { try environment.copy(toPath: target) } == .code(.fileExists))
      let copy = try Environment(path: target, options: .readOnly)
      let keyspaceOfCopy = try copy.keyspace()
      let entries = try copy.beginRead().entries(in: keyspaceOfCopy)
      #expect(entries == (try environment.beginRead().entries(in: keyspace)))
      #expect(reason { _ = try copy.beginWrite() } == .code(.accessDenied))
    }
  }

  @Test func missingKeyspacesAreAbsent() throws {
    try withScratchFolder { folder in
      let environment = try Environment(path: "\(folder.path)/names.mdb", options: .testing)
      #expect(try environment.openKeyspaces(["b", "a"], create: false).isEmpty)
      _ = try environment.openKeyspaces(["b", "a"], create: true)
      #expect(try environment.openKeyspaces(["a", "c"], create: false).keys.sorted() == ["a"])
      #expect(try environment.keyspaceNames() == ["a", "b"])
    }
  }

  @Test func keyspacesAreMadeWithWhatFillsThem() throws {
    struct Stopped: Error {}
    try withScratchFolder { folder in
      let environment = try Environment(path: "\(folder.path)/fill.mdb", options: .testing)
      #expect(throws: Stopped.self) {
        _ = try environment.makeKeyspaces(["a", "b"]) { transaction, keyspaces, _ in
          try transaction.put([1], [1], in: keyspaces["a"]!)
          throw Stopped()
        }
      }
      #expect(try environment.keyspaceNames().isEmpty)
      for (names, expected) in [(["a"], ["a"]), (["a", "b"], ["b"])] {
        _ = try environment.makeKeyspaces(names) { transaction, keyspaces, made in
          #expect(made == Set(expected))
          for name in made { try transaction.put([1], Bytes(name.utf8), in: keyspaces[name]!) }
        }
      }
      let keyspaces = try environment.openKeyspaces(["a", "b"], create: false)
      for (name, keyspace) in keyspaces {
        #expect(try environment.beginRead().entries(in: keyspace) == [Entry(key: Bytes(name.utf8), value: [1])])
      }
    }
  }

  @Test func isNotClosedUnderATransaction() throws {
    try withScratchFolder { folder in
      let environment = try Environment(path: "\(folder.path)/close.mdb", options: .testing)
      do {
        let transaction = try environment.beginRead()
        #expect(reason { try environment.close() } == .transactionsActive(1))
        #expect(transaction.number == 0)
      }
      try environment.close()
      try environment.close()
    }
  }

  @Test func readersOfManyThreadsSeeOneState() async throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let environment = try Environment(path: "\(folder.path)/threads.mdb", options: .testing)
    let keyspace = try environment.keyspace()
    _ = try environment.write { try $0.put([0], [1], in: keyspace) }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask {
          for _ in 0..<2_000 {
            let transaction = try environment.beginRead()
            let values = Set(try transaction.entries(in: keyspace).map(\.value))
            #expect(values.count == 1)
          }
        }
      }
      for round in 1...100 as ClosedRange<UInt8> {
        try environment.write { transaction in
          for key in 1...20 as ClosedRange<UInt8> { try transaction.put([round], [key], in: keyspace) }
        }
      }
      try await group.waitForAll()
    }
  }

  // Under a limit on address space, the default map is as large as fits.
  @Test func opensWithLittleAddressSpace() async throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    await #expect(processExitsWith: .success) { [path = folder.path as String] in
      var limit = rlimit(rlim_cur: 4 << 30, rlim_max: 4 << 30)
      #expect(setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0)
      let environment = try Environment(path: "\(path)/small.mdb")
      let mapSizeBytes = try environment.information().mapSizeBytes
      #expect((64 << 20..<4 << 30).contains(mapSizeBytes))
    }
  }
}
