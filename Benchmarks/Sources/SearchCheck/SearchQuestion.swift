/// What is asked of the largest workspace: of its live contacts, with InnoDB's operators.
enum SearchQuestion: CaseIterable {
  case firstOfBoth, bestOfTwo, eitherPrefix, bothPrefixes

  /// In InnoDB's grammar, which Blazz has too.
  var text: String {
    switch self {
    case .firstOfBoth: "+john +62812*"
    case .bestOfTwo: "muhammad sari"
    case .eitherPrefix: "jo* 62812*"
    case .bothPrefixes: "+jo* +62812*"
    }
  }

  /// In FTS5's grammar.
  var match: String {
    switch self {
    case .firstOfBoth: "john AND 62812*"
    case .bestOfTwo: "muhammad OR sari"
    case .eitherPrefix: "jo* OR 62812*"
    case .bothPrefixes: "jo* AND 62812*"
    }
  }

  /// The number of ids that are wanted; `nil` for all.
  var limit: Int? {
    switch self {
    case .firstOfBoth, .bestOfTwo: 20
    case .eitherPrefix, .bothPrefixes: nil
    }
  }

  /// Whether the best ones are wanted: every peer has its own measure of that.
  var isRanked: Bool { self == .bestOfTwo }

  /// Microseconds that an answer may take; `nil` where nothing is said.
  var goal: Double? {
    switch self {
    case .firstOfBoth: 50
    case .bestOfTwo: 2_000
    case .eitherPrefix: 5_000
    case .bothPrefixes: nil
    }
  }

  /// How often it is asked in a round, at most.
  var count: Int {
    switch self {
    case .firstOfBoth: 200
    case .bestOfTwo, .bothPrefixes: 50
    case .eitherPrefix: 20
    }
  }

  var name: String {
    (isRanked ? "best " : limit == nil ? "" : "first ") + (limit.map { "\($0) of " } ?? "all ids of ") + text
  }
}
