import BenchmarkSupport
import Foundation

/// Durable changes by all peers, by turns, each round with subjects that none had before.
struct ChangeTrial {
  static let writers = 64
  let subjects: Subjects
  let rounds: Int
  var generator = Generator(seed: 29)
  private var order = Generator(seed: 43)
  private var made = 0
  /// Keys of chats that no change was about yet.
  private var untouched: [Subject]
  /// Workspaces that were deleted.
  private(set) var gone: Set<UInt64> = []
  /// What the last run has shown.
  private(set) var lines: [Results.Line] = []

  init(_ subjects: Subjects, rounds: Int) {
    (self.subjects, self.rounds) = (subjects, rounds)
    var seen: Set<UInt64> = []
    untouched = subjects.chats.filter { seen.insert($0.number).inserted }
  }

  /// The same, but its new chats are none that this makes.
  func withOtherChats(seed: UInt64) -> ChangeTrial {
    var other = self
    other.generator = Generator(seed: seed)
    return other
  }

  /// New chats, the same for all peers.
  mutating func newChats(_ count: Int) -> [Subject] {
    (0..<count).map { _ in
      made += 1
      var thread: Subject
      repeat {
        thread = subjects.threads[Int(generator.next() % UInt64(subjects.threads.count))]
      } while gone.contains(thread.workspace)
      return Subject(
        workspace: thread.workspace, number: thread.number, from: 1_760_000_000 + Int64(made), text: generator.uuid())
    }
  }

  mutating func takeUntouched(_ count: Int) -> [Subject] {
    let taken = untouched.suffix(count)
    untouched.removeLast(taken.count)
    return Array(taken)
  }

  mutating func run(_ peers: [any ChangingPeer], _ report: (String) -> Void) async throws {
    lines = []
    let before = try entries(peers)
    report("writes: single commits")
    try single(.insert, peers) { $0.newChats(50) }
    try await concurrently(peers)
    report("writes: 10,000 a transaction")
    try together(peers)
    report("writes: updates and deletes")
    try single(.update, peers) { $0.takeUntouched(40) }
    try single(.delete, peers) { $0.takeUntouched(30) }
    try compareEntries(before, entries(peers))
    report("writes: the application's")
    try application(peers)
  }

  private func entries(_ peers: [any ChangingPeer]) throws -> [String: Int] {
    var entries: [String: Int] = [:]
    for peer in peers { entries[peer.name] = try peer.entriesOfChats() }
    return entries
  }

  /// Bare LMDB must have put and deleted as many entries as Blazz, or all lines so far are void.
  private mutating func compareEntries(_ before: [String: Int], _ after: [String: Int]) {
    let changes = after.merging(before) { $0 - $1 }
    guard let floor = changes["LMDB"], let own = changes["Blazz"], floor != own else { return }
    for place in lines.indices { (lines[place].hash, lines[place].differing) = ("VOID", ["LMDB"]) }
  }

  // MARK: Kinds

  private mutating func byTurns(
    _ peers: [any ChangingPeer], _ make: (inout ChangeTrial) -> [Subject],
    work: (any ChangingPeer, [Subject]) throws -> [Double]?
  ) throws -> [String: [Double]] {
    var times: [String: [Double]] = [:]
    for _ in 0..<rounds {
      let subjects = make(&self)
      for peer in peers.shuffled(using: &order) {
        if let spent = try work(peer, subjects) { times[peer.name, default: []] += spent }
      }
    }
    return times
  }

  /// - Parameter make: whom a round is about.
  mutating func single(
    _ change: Change, _ peers: [any ChangingPeer], _ make: (inout ChangeTrial) -> [Subject]
  ) throws {
    var changed: [Subject] = []
    let times = try byTurns(peers) { trial in
      let subjects = make(&trial)
      changed += subjects
      return subjects
    } work: { peer, subjects in
      try peer.change(change, subjects)
    }
    guard !changed.isEmpty else { return }
    let goal = change.name == Change.insert.name ? Results.Line.Goal(value: 1.15, times: "LMDB") : nil
    try add(
      "\(change.name), one durable commit", .microseconds, peers, goal: goal,
      times.mapValues { Results.Figure(median: median($0) / 1_000, p99: percentile99($0) / 1_000) },
      state: change.state.map { ($0, changed) })
  }

  private mutating func together(_ peers: [any ChangingPeer]) throws {
    let count = 10_000
    let times = try byTurns(peers, { $0.newChats(count) }) { peer, subjects in
      try peer.changeTogether(.insert, subjects).map { [$0] }
    }
    try add(
      "insert chats, 10,000 a durable transaction", .rowsPerSecond, peers, goal: Results.Line.Goal(value: 60_000),
      times.mapValues { Self.rate(count, $0) })
  }

  private mutating func concurrently(_ peers: [any ChangingPeer]) async throws {
    let count = Self.writers * 16
    var times: [String: [Double]] = [:]
    for _ in 0..<rounds {
      let subjects = newChats(count)
      for peer in peers.shuffled(using: &order) {
        let spent = try await peer.changeConcurrently(.insert, subjects, writers: Self.writers)
        if let spent { times[peer.name, default: []].append(spent) }
      }
    }
    // The goal is a multiple of what one writer makes.
    let alone = lines.last?.figures["Blazz"].map { 1_000_000 / $0.median }
    try add(
      "insert a chat, durable commits by 64 writers at once", .perSecond, peers,
      goal: alone.map { Results.Line.Goal(value: 20 * $0) }, times.mapValues { Self.rate(count, $0) })
  }

  private static func rate(_ count: Int, _ times: [Double]) -> Results.Figure {
    Results.Figure(median: Double(count) / median(times) * 1e9, p99: Double(count) / times.max()! * 1e9)
  }

  /// Nothing can be asked of these workspaces later.
  mutating func cascade(_ peers: [any ChangingPeer], workspaces: Int, _ report: (String) -> Void) throws {
    report("writes: a workspace goes")
    var chosen = subjects.smallWorkspaces.prefix(workspaces)
    var times: [String: [Double]] = [:]
    while let subject = chosen.popLast() {
      gone.insert(subject.workspace)
      untouched.removeAll { $0.workspace == subject.workspace }
      for peer in peers.shuffled(using: &order) {
        if let spent = try peer.change(.cascade, [subject]) { times[peer.name, default: []] += spent }
      }
    }
    try add(
      Change.cascade.name, .milliseconds, peers, goal: nil,
      times.mapValues { Results.Figure(median: median($0) / 1e6, p99: $0.max()! / 1e6) },
      state: Change.cascade.state.map { ($0, subjects.everything) })
  }

  /// A line, with the state that all peers must agree in.
  private mutating func add(
    _ name: String, _ unit: Results.Line.Unit, _ peers: [any ChangingPeer], goal: Results.Line.Goal?,
    _ figures: [String: Results.Figure], state: (question: Question, of: [Subject])? = nil
  ) throws {
    let (question, asked) = state ?? (Change.allChats, subjects.everything)
    var states: [String: UInt64] = [:]
    for peer in peers where peer.name != "LMDB" {
      states[peer.name] = try peer.ask(question, asked, limitNanoseconds: .infinity)?.hashes.last
    }
    let own = states["Blazz"] ?? states.values.first
    let differing = states.filter { $0.value != own }.map(\.key).sorted()
    lines.append(
      Results.Line(
        suite: "writes", name: name, unit: unit, figures: figures,
        hash: differing.isEmpty ? own.map { String($0, radix: 16) } : "VOID", differing: differing,
        compared: states.count, goal: goal))
  }
}
