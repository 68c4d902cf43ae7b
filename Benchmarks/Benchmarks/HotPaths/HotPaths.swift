import Benchmark
import BlazzDB
import CAllocations
import Foundation
import Synchronization
import TableStore

/// What applications do most, each a thousand times a round: its time, and how often it asks for memory. The second is
/// the same on every machine: more than is stored here is an error.
let benchmarks: @Sendable () -> Void = {
  measure("a chat by id", allocations: 9) { store in
    blackHole(try store.workspace.read { db in try db.chats.get(store.chat.id) })
  }
  measure("a chat by uuid", allocations: 12) { store in
    blackHole(try store.workspace.read { db in try db.chats.find(Chat.byUUID, store.chat.uuid) })
  }
  measure("latest 50 chats", allocations: 124) { store in
    blackHole(try store.workspace.read { db in try db.chats.order(by: Chat.timeline, .descending).limit(50).all() })
  }
  measure("newest chat of a contact", allocations: 22) { store in
    blackHole(
      try store.workspace.read { db in
        try db.chats.where { $0.contactID == store.chat.contactID }.order(by: \.createdAt, .descending).first()
      })
  }
  measure("unread chats, counted", allocations: 20) { store in
    blackHole(
      try store.workspace.read { db in try db.chats.where { $0.type == .inbound && $0.isRead == false }.count() })
  }
  measure("a campaign's logs by status", allocations: 103) { store in
    blackHole(
      try store.blazz.system.read { db in
        try db.campaignLogs.where { $0.campaignID == store.campaign.campaignID }.group(by: \.status).count()
      })
  }
  measure("contacts by the beginning of a name", allocations: 88) { store in
    blackHole(
      try store.workspace.read { db in
        try db.contacts.where { $0.firstName.like("A%") }.order(by: \.firstName).limit(20).all()
      })
  }
  measure("a search for a word and a beginning", allocations: 320) { store in
    blackHole(try store.workspace.read { db in try db.contacts.search("+a* +62*").limit(20).ids() })
  }
  measure("a chat changed", allocations: 109) { store in
    try store.workspace.writeSync { db in
      _ = try db.chats.where { $0.id == store.chat.id }.update { $0.isRead.toggle() }
    }
  }
}

extension BenchmarkMetric {
  static let allocations = BenchmarkMetric.custom("Allocations", polarity: .prefersSmaller, useScalingFactor: true)
}

/// Measures `work`, which is to ask for memory at most so often. With `BLAZZ_COUNTS` in the environment it is not timed.
private func measure(
  _ name: String, allocations most: Int, _ work: @escaping @Sendable (SampleStore) throws -> Void
) {
  let isCounting = ProcessInfo.processInfo.environment["BLAZZ_COUNTS"] != nil
  let configuration = Benchmark.Configuration(
    metrics: isCounting ? [.allocations] : [.wallClock, .throughput, .instructions, .allocations],
    warmupIterations: 2, scalingFactor: .kilo, maxDuration: .seconds(isCounting ? 1 : 2), maxIterations: 200)
  let made = Mutex<SampleStore?>(nil)
  Benchmark(
    name, configuration: configuration,
    closure: { benchmark in
      let store = made.withLock { $0 }!
      let before = allocation_count()
      for _ in benchmark.scaledIterations { try work(store) }
      let count = Int(allocation_count() - before)
      benchmark.measurement(.allocations, count)
      // Buffers that are kept grow now and then.
      if count > most * 1_000 + 500 {
        benchmark.error("\(name): \(count) allocations in 1,000 runs, \(most) each allowed")
      }
    },
    setup: {
      let store = try SampleStore()
      made.withLock { $0 = store }
    },
    teardown: { made.withLock { $0.take() }?.remove() })
}
