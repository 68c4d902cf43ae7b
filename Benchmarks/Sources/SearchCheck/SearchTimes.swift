import BenchmarkSupport

/// How long one peer took to answer one question, and what it answered.
struct SearchTimes {
  private var microseconds: [Double] = []
  private(set) var answers: Set<[UInt64]> = []

  /// Asks as often as the question says, at most half a second long.
  mutating func ask(_ question: SearchQuestion, _ peer: any SearchPeer, isCounted: Bool) throws {
    let clock = ContinuousClock()
    let end = clock.now + .milliseconds(500)
    for number in 0..<question.count {
      var ids: [UInt64] = []
      let spent = try nanoseconds { ids = try peer.ask(question) }
      if isCounted { microseconds.append(spent / 1e3) }
      if number == 0 { answers.insert(ids) }
      if clock.now > end { return }
    }
  }

  var median: Double { BenchmarkSupport.median(microseconds) }
  var percentile99: Double { BenchmarkSupport.percentile99(microseconds) }
}

/// What inserts take with a full-text index and without.
struct InsertTimes {
  private var with: [Double] = []
  private var without: [Double] = []
  private var many: [Double] = []

  /// Inserts in a transaction with an index, and in one without.
  mutating func insert(_ contact: [MadeContact], _ peer: any SearchPeer) throws {
    with.append(try nanoseconds { try peer.insert(contact, isSearched: true) })
    without.append(try nanoseconds { try peer.insert(contact, isSearched: false) })
  }

  mutating func insertMany(_ contacts: [MadeContact], _ peer: any SearchPeer) throws {
    let with = try nanoseconds { try peer.insert(contacts, isSearched: true) }
    let without = try nanoseconds { try peer.insert(contacts, isSearched: false) }
    many.append((with - without) / Double(contacts.count) / 1e3)
  }

  /// Microseconds that the index adds to an insert: between the medians, so without what is put off.
  var foreground: Double { with.isEmpty ? 0 : (median(with) - median(without)) / 1e3 }

  /// Microseconds that the index adds to an insert, whatever is put off and done from time to time with it.
  var folded: Double { with.isEmpty ? 0 : (with.reduce(0, +) - without.reduce(0, +)) / Double(with.count) / 1e3 }

  /// The same in transactions of a thousand.
  var byThousands: Double { many.isEmpty ? 0 : median(many) }
}
