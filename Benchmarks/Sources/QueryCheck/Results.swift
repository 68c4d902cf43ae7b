import BenchmarkSupport

/// What came of one question over all rounds.
struct Results {
  enum Peer: CaseIterable {
    case blazz, unchecked, lmdb, sqlite
  }

  /// Nanoseconds a round.
  private var times: [Peer: [Double]] = [:]
  private var hashes: [Peer: Set<UInt64>] = [:]
  var explained = 0
  var walked = 0

  mutating func add(_ peer: Peer, _ nanoseconds: Double, _ hash: UInt64, isCounted: Bool) {
    if isCounted { times[peer, default: []].append(nanoseconds) }
    hashes[peer, default: []].insert(hash)
  }

  /// The hash of the answers when every peer gave the same in every round.
  var answer: UInt64? {
    let all = Peer.allCases.reduce(into: Set<UInt64>()) { $0.formUnion(hashes[$1] ?? []) }
    return all.count == 1 ? all.first : nil
  }

  /// The median of the rounds: microseconds a question, or millions of rows a second.
  func figure(_ peer: Peer, _ question: Question) -> Double {
    let nanoseconds = median(times[peer]!) / Double(question.count)
    if case .rate = question.goal { return 1_000 / nanoseconds }
    return nanoseconds / 1_000
  }

  func isReached(_ question: Question) -> Bool {
    let figure = figure(.blazz, question)
    return switch question.goal {
    case .microseconds(let goal): figure <= goal
    case .rate(let goal): figure >= goal
    }
  }

  /// How many times as long Blazz takes as a peer.
  func ratio(to peer: Peer) -> Double { median(times[.blazz]!) / median(times[peer]!) }
}
