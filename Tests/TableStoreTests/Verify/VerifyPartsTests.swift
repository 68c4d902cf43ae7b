import Dispatch
import Synchronization
import TestSupport
import Testing

@testable import TableStore

/// The parts that a look through a store stands on.
@Suite struct VerifyPartsTests {
  @Test func numbersInASetAreThoseThatWereInserted() {
    var random = SeededRandom()
    for spread in [UInt64(10), 600, 100_000, 1 << 40, .max] {
      var (set, reference) = (IDSet(), Set<UInt64>())
      for _ in 0..<2_000 {
        let number = UInt64.random(in: 0...spread, using: &random)
        if random.chance(2) {
          set.insert(number)
          reference.insert(number)
        }
        let other = random.chance(3) ? reference.randomElement(using: &random) ?? 0 : number ^ 1
        for asked in [number, other] {
          let isThere = set.contains(asked)
          #expect(isThere == reference.contains(asked))
        }
      }
      set.removeAll()
      let isLeft = reference.contains { set.contains($0) }
      #expect(!isLeft)
    }
  }

  /// Texts that differ in one byte, in length only, or in where zeros stand have other hashes; so does everything under
  /// another key.
  @Test func hashesTellBytesApart() {
    let (hash, other) = (EntryHash(), EntryHash())
    var seen: Set<UInt64> = []
    var count = 0
    for length in 0..<80 {
      for place in 0..<max(length, 1) {
        for byte in [UInt8(0), 1, 0x80] where length > 0 || byte == 0 {
          if byte == 0 && place > 0 { continue }
          var bytes = Bytes(repeating: 0, count: length)
          if length > 0 { bytes[place] = byte }
          seen.insert(hash.of(bytes.span.bytes))
          seen.insert(hash.of(bytes.span.bytes, seed: 1))
          seen.insert(other.of(bytes.span.bytes))
          count += 3
        }
      }
    }
    #expect(seen.count == count)
  }

  @Test func sumsDifferWhereEntriesDo() {
    var random = SeededRandom()
    let hash = EntryHash()
    let keys = (0..<5_000).map { _ in UInt64.random(in: .min ... .max, using: &random) }
    let (one, other) = (EntrySums(bits: 6), EntrySums(bits: 6))
    for key in keys { one.add(key: hash.of(key, 0), entry: key, bytes: 10) }
    for key in keys.shuffled(using: &random) { other.add(key: hash.of(key, 0), entry: key, bytes: 10) }
    #expect(one.differences(from: other).isEmpty && one.size == other.size)
    let changed = hash.of(keys[7], 0)
    other.add(key: changed, entry: 1, bytes: 1)
    #expect(one.differences(from: other).map(\.bucket) == [one.bucket(changed)])
  }

  /// All threads see one state, whoever writes meanwhile.
  @Test func writersGoOn() throws {
    try withSoundStore { store in
      let (writer, group) = (WriterState(), DispatchGroup())
      DispatchQueue.global().async(group: group) {
        while !writer.isOver.withLock({ $0 }) {
          try? store.writeSync(.tenant(1)) { db in
            let note = try db.notes.insert(.init(title: "new", priority: 1))
            try db.letters.insert(.init(title: "new letter \(note.id)"))
          }
          writer.written.withLock { $0 += 1 }
        }
      }
      defer {
        writer.isOver.withLock { $0 = true }
        group.wait()
      }
      for _ in 0..<8 {
        let report = try store.verify()
        #expect(report.isSound, "\(report.faults.map(\.description))")
      }
      let written = writer.written.withLock { $0 }
      #expect(written > 0)
    }
  }
}

/// What a thread that writes shares with the one that looks.
private final class WriterState: Sendable {
  let isOver = Mutex(false)
  let written = Mutex(0)
}
