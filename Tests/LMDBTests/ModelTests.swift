import Foundation
import LMDB
import TestSupport
import Testing

/// Random operations on an environment and on a model of it must agree at every step.
@Suite struct ModelTests {
  @Test func agreesWithTheModel() throws {
    try withScratchFolder { folder in
      var run = try ModelRun(path: "\(folder.path)/model.mdb", generator: SeededRandom())
      while run.operationCount < 50_000 { try run.step() }
      try run.checkAll()
    }
  }
}

private struct Undone: Error {}

/// A frozen state, and what it held when it was taken.
private final class Snapshot {
  let transaction: ReadTransaction
  let models: [Model]

  init(_ transaction: consuming ReadTransaction, _ models: [Model]) {
    self.transaction = transaction
    self.models = models
  }
}

private struct ModelRun {
  static let names = ["one", "two", "three"]
  let path: String
  var generator: SeededRandom
  var environment: Environment
  var keyspaces: [Keyspace] = []
  var models = [Model](repeating: Model(), count: names.count)
  var snapshots: [Snapshot] = []
  var operationCount = 0

  init(path: String, generator: SeededRandom) throws {
    self.path = path
    self.generator = generator
    environment = try Environment(path: path, options: .testing)
    try openKeyspaces()
  }

  mutating func openKeyspaces() throws {
    let opened = try environment.openKeyspaces(Self.names, create: true)
    keyspaces = try Self.names.map { try #require(opened[$0]) }
  }

  /// One transaction, and what happens between transactions.
  mutating func step() throws {
    if snapshots.count < 3, chance(10) { snapshots.append(Snapshot(try environment.beginRead(), models)) }
    if !snapshots.isEmpty, chance(8) {
      let snapshot = snapshots.remove(at: pick(snapshots.count))
      try check(snapshot.transaction, snapshot.models)
    }
    if chance(3) { try reopen() }

    let committed = models
    var transaction = try environment.beginWrite()
    for _ in 0..<pick(40) { try change(&transaction, depth: 0) }
    if chance(75) {
      try transaction.commit()
    } else {
      transaction.abandon()
      models = committed
    }
    if chance(10) { try checkAll() }
    for snapshot in snapshots { try walk(snapshot.transaction, snapshot.models) }
  }

  mutating func reopen() throws {
    for snapshot in snapshots { try check(snapshot.transaction, snapshot.models) }
    snapshots = []
    try environment.close()
    environment = try Environment(path: path, options: .testing)
    try openKeyspaces()
  }

  /// One change, or a look, in a write transaction.
  mutating func change(_ transaction: inout WriteTransaction, depth: Int) throws {
    operationCount += 1
    let index = pick(keyspaces.count)
    let (keyspace, key) = (keyspaces[index], key())
    switch pick(100) {
    case ..<45:
      let value = value()
      try transaction.put(value, key, in: keyspace)
      models[index].put(value, key)
    case ..<55:
      let value = value()
      let isNew = models[index][key] == nil
      #expect(try transaction.put(value, key, in: keyspace, mode: .insertOnly) == isNew)
      if isNew { models[index].put(value, key) }
    case ..<72:
      let isDeleted = models[index].delete(key)
      #expect(try transaction.delete(key.span.bytes, in: keyspace) == isDeleted)
    case ..<74:
      let (upper, limit) = (self.key(), chance(50) ? .max : pick(20))
      let count = models[index].deleteRange(from: key, to: upper, limit: limit)
      #expect(
        try transaction.deleteRange(from: key.span.bytes, to: upper.span.bytes, in: keyspace, limit: limit) == count)
    case ..<80: #expect(try transaction.value(key, in: keyspace) == models[index][key])
    case ..<90: try walk(transaction, models)
    default: if depth < 3 { try savepoint(&transaction, depth: depth) }
    }
  }

  mutating func savepoint(_ transaction: inout WriteTransaction, depth: Int) throws {
    let before = models
    let isKept = chance(50)
    do {
      try transaction.savepoint { inner in
        for _ in 0..<pick(15) { try change(&inner, depth: depth + 1) }
        if !isKept { throw Undone() }
      }
    } catch is Undone { models = before }
    try walk(transaction, models)
  }

  /// Moves one cursor at random.
  mutating func walk<T: Transaction & ~Copyable>(_ transaction: borrowing T, _ models: [Model]) throws {
    let index = pick(keyspaces.count)
    let entries = models[index].entries
    var cursor = try transaction.cursor(in: keyspaces[index])
    var place: Int?
    for _ in 0..<1 + pick(12) {
      operationCount += 1
      let key = self.key()
      let isFound: Bool
      switch pick(10) {
      case 0:
        place = entries.isEmpty ? nil : 0
        isFound = try cursor.first()
      case 1:
        place = entries.isEmpty ? nil : entries.count - 1
        isFound = try cursor.last()
      case 2:
        place = models[index].place(atOrAfter: key)
        isFound = try cursor.seek(toFirstAtOrAfter: key.span.bytes)
      case 3:
        place = models[index].place(atOrAfter: key) - 1
        isFound = try cursor.seek(toLastBefore: key.span.bytes)
      case 4:
        place = models[index].place(of: key)
        isFound = try cursor.seek(exactly: key.span.bytes)
      case 5...7:
        place = place.map { $0 + 1 }
        isFound = try cursor.next()
      default:
        place = place.map { $0 - 1 }
        isFound = try cursor.previous()
      }
      if let reached = place, !entries.indices.contains(reached) { place = nil }
      #expect(isFound == (place != nil))
      #expect(cursor.isPositioned == isFound)
      guard let place, isFound else { continue }
      #expect(Entry(key: cursor.key.array, value: cursor.value.array) == entries[place])
    }
  }

  /// Compares everything, forwards, backwards and in number.
  func check<T: Transaction & ~Copyable>(_ transaction: borrowing T, _ models: [Model]) throws {
    for (keyspace, model) in zip(keyspaces, models) {
      #expect(try transaction.entries(in: keyspace) == model.entries)
      #expect(try transaction.entryCount(of: keyspace) == model.entries.count)
      let backwards = try transaction.withCursor(in: keyspace) { cursor in
        var keys: [Bytes] = []
        var isFound = try cursor.last()
        while isFound {
          keys.append(cursor.key.array)
          isFound = try cursor.previous()
        }
        return keys
      }
      #expect(backwards == model.entries.reversed().map(\.key))
    }
  }

  func checkAll() throws { try check(try environment.beginRead(), models) }

  mutating func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }

  mutating func chance(_ percent: Int) -> Bool { pick(100) < percent }

  /// Short keys that meet often; now and then one of the longest.
  mutating func key() -> Bytes {
    let count = chance(3) ? 500 + pick(12) : 1 + pick(4)
    return (0..<count).map { _ in [0, 1, 0x41, 0x7F, 0x80, 0xFF][pick(6)] }
  }

  mutating func value() -> Bytes {
    let count = chance(15) ? [0, 1, 2_030, 2_031, 4_080][pick(5)] : pick(60)
    return Bytes(repeating: UInt8(pick(256)), count: count)
  }
}
