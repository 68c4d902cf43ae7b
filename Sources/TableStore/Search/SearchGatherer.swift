internal import Foundation

/// Makes the entries of a full-text index from rows that come in the order of their scopes and keys, on all cores.
///
/// The caller's thread takes texts out of rows, puts terms together in the order of the rows, and stores entries. What lies
/// between, texts that become terms and a scope's terms that become entries, is done in parts by whoever is free; the
/// caller's thread does a part itself before it waits for one that nobody has begun.
struct SearchGatherer {
  private let index: SearchLayout
  private let store: (SearchEntry) throws -> Void
  /// The texts at hand.
  private var batch = TextBatch(scope: .global)
  /// Texts that become terms, in order.
  private var line: [(scope: Scope, terms: SharedWork<SearchBuilder>)] = []
  /// Scopes whose terms are all there, in order, and in how many places their terms stand.
  private var gathered: [(entries: SharedWork<[SearchEntry]>, places: Int)] = []
  private var gatheredPlaces = 0
  private var scope: Scope?
  private var builder = SearchBuilder()
  private let longestLine = 4 * ProcessInfo.processInfo.activeProcessorCount
  private let mostPlaces: Int

  /// Memory for places of terms that is given to scopes that wait, some hundred megabytes with their entries.
  static let usualPlaces = 1 << 22

  /// - Parameters:
  ///   - mostPlaces: in how many places terms of all scopes that wait may stand. A scope that has more does not wait: its
  ///     entries are stored as they are made.
  ///   - store: is given each entry in order, on the caller's thread.
  init(_ index: SearchLayout, mostPlaces: Int, _ store: @escaping (SearchEntry) throws -> Void) {
    (self.index, self.mostPlaces, self.store) = (index, mostPlaces, store)
  }

  /// Adds the next row. It is not looked at any more when entries are stored.
  mutating func append(_ row: borrowing RowReader) throws {
    let (scope, key) = (row.keyTenant, row.keyInteger)
    if scope != batch.scope || batch.isFull { giveAway(next: scope) }
    try batch.append(row, key: key, index)
    if line.count > longestLine { try takeTerms() }
  }

  /// Ends the last scope.
  mutating func finish() throws {
    giveAway(next: .global)
    while !line.isEmpty { try takeTerms() }
    try endScope()
    try storeGathered(all: true)
  }

  private mutating func giveAway(next scope: Scope) {
    let full = batch
    batch = TextBatch(scope: scope)
    guard !full.isEmpty else { return }
    let terms = SharedWork { try full.terms() }
    line.append((full.scope, terms))
    if full.isLarge { terms.offer() }
  }

  private mutating func takeTerms() throws {
    let (scope, terms) = line.removeFirst()
    if scope != self.scope {
      try endScope()
      self.scope = scope
    }
    builder.append(try terms.take())
  }

  private mutating func endScope() throws {
    guard let scope else { return }
    let (full, index) = (builder, index)
    builder = SearchBuilder()
    guard full.placeCount < mostPlaces else {
      try storeGathered(all: true)
      return try full.forEachEntry(index, scope, store)
    }
    let entries = SharedWork {
      var entries: [SearchEntry] = []
      try full.forEachEntry(index, scope) { entries.append($0) }
      return entries
    }
    if full.state.rows >= TextBatch.manyRows { entries.offer() }
    gathered.append((entries, full.placeCount))
    gatheredPlaces += full.placeCount
    try storeGathered(all: false)
  }

  /// Stores the first of the scopes that wait: all of them, or until the others may wait.
  private mutating func storeGathered(all: Bool) throws {
    while !gathered.isEmpty, all || gatheredPlaces > mostPlaces || gathered.count > longestLine {
      let (entries, places) = gathered.removeFirst()
      gatheredPlaces -= places
      for entry in try entries.take() { try store(entry) }
    }
  }
}

/// Texts of some rows of one scope.
private struct TextBatch {
  let scope: Scope
  private var keys: [UInt64] = []
  private var texts: [SearchTexts] = []
  private var bytes = 0

  private static let mostRows = 512
  private static let mostBytes = 1 << 18
  /// From so many on, they take longer than to have another thread take them.
  static let manyRows = 32

  init(scope: Scope) { self.scope = scope }

  var isEmpty: Bool { keys.isEmpty }
  var isFull: Bool { keys.count >= Self.mostRows || bytes >= Self.mostBytes }
  var isLarge: Bool { keys.count >= Self.manyRows || bytes >= Self.mostBytes / 16 }

  mutating func append(_ row: borrowing RowReader, key: UInt64, _ index: SearchLayout) throws {
    var own = SearchTexts()
    try own.fill(row, index)
    keys.append(key)
    bytes += own.bytes.count
    texts.append(own)
  }

  func terms() throws -> SearchBuilder {
    var (builder, terms) = (SearchBuilder(), SearchTerms())
    for (key, texts) in zip(keys, texts) {
      try terms.fill(texts)
      builder.append(terms, of: key)
    }
    return builder
  }
}
