internal import HeapModule
internal import LMDB
internal import UnicodeText

/// A row's place in an order.
private struct SortedAddress: Comparable {
  var key: [UInt8]
  /// The bytes of the key that come in order by themselves.
  var presorted: Int
  var address: RowAddress

  static func < (left: SortedAddress, right: SortedAddress) -> Bool {
    left.key.span.bytes.compare(right.key.span.bytes) < 0
  }
}

/// Rows being put in order: all of them, or the first so many.
private struct Sorter {
  private let limit: Int
  private var smallest = Heap<SortedAddress>()
  private var all: [SortedAddress] = []
  private var group: ArraySlice<UInt8> = []
  /// Rows of the group at hand.
  private(set) var count = 0

  /// - Parameter limit: how many are wanted at most.
  init(limit: Int) { self.limit = limit }

  /// Whether a row differs from those before it in what comes in order by itself, so that they can be passed on.
  func isGroupOver(_ row: SortedAddress) -> Bool { count > 0 && row.key[..<row.presorted] != group }

  mutating func insert(_ row: SortedAddress) {
    count += 1
    if count == 1 { group = row.key[..<row.presorted] }
    if limit > 4_096 {
      all.append(row)
    } else if smallest.count < limit {
      smallest.insert(row)
    } else if let largest = smallest.max, row < largest {
      smallest.replaceMax(with: row)
    }
  }

  /// The rows in order, and none left behind.
  mutating func takeAll() -> [RowAddress] {
    defer { (smallest, all, count) = (Heap(), [], 0) }
    return (all.isEmpty ? smallest.unordered : all).sorted().map(\.address)
  }
}

extension Session {
  /// Visits rows in an order that has to be sorted, whole or in groups of rows that agree in what comes in order by
  /// itself; rows up to the place of a page are left out.
  final func runSorted(_ plan: Plan, _ visit: (inout RowReader) throws -> Bool) throws {
    let selection = plan.selection
    let wanted =
      selection.limit == .max ? Int.max : selection.limit.addingReportingOverflow(selection.offset).partialValue
    let after = selection.after.map { $0.bytes(plan.terms) }
    var output = SortedOutput(left: selection.limit, skipped: selection.offset)
    guard plan.sorts else {
      return try rows(plan) { row in
        guard try place(of: row, plan, after) != nil else { return true }
        return try output.pass(&row, visit)
      }
    }
    var sorter = Sorter(limit: wanted < 0 ? .max : wanted)
    try rows(plan) { row in
      guard let place = try place(of: row, plan, after) else { return true }
      if sorter.isGroupOver(place) {
        guard try pass(sorter.takeAll(), plan, &output, visit) else { return false }
      }
      tally.sorted &+= 1
      sorter.insert(place)
      guard sorter.count <= selection.sortLimit else { throw plan.refusedSort }
      return true
    }
    if output.goesOn { _ = try pass(sorter.takeAll(), plan, &output, visit) }
  }

  /// A row's place in the order; `nil` when it lies before the place of a page.
  private final func place(of row: borrowing RowReader, _ plan: Plan, _ after: [UInt8]?) throws -> SortedAddress? {
    try withSpareBuffer { key in
      let prefix = try row.makeSortKey(key, plan.terms, prefix: plan.orderedTerms)
      if let after, key.bytes.compare(after.span.bytes) <= 0 { return nil }
      return SortedAddress(key: key.array, presorted: prefix, address: try address(of: row, plan.table))
    }
  }

  private final func pass(
    _ addresses: [RowAddress], _ plan: Plan, _ output: inout SortedOutput,
    _ visit: (inout RowReader) throws -> Bool
  ) throws -> Bool {
    for address in addresses {
      guard output.wantsNext() else { continue }
      let goesOn = try withRow(at: address, plan.table) { row in try output.pass(&row, visit) }
      guard goesOn else { return false }
    }
    return true
  }
}

/// Counts what is passed over and what is passed on.
private struct SortedOutput {
  var left: Int
  var skipped: Int
  var goesOn = true

  /// Whether the next row is passed on; one that is passed over need not be fetched.
  mutating func wantsNext() -> Bool {
    guard skipped > 0 else { return true }
    skipped -= 1
    return false
  }

  mutating func pass(_ row: inout RowReader, _ visit: (inout RowReader) throws -> Bool) throws -> Bool {
    guard wantsNext() else { return true }
    left -= 1
    goesOn = try visit(&row) && left > 0
    return goesOn
  }
}

extension PagePosition {
  /// The place among sort keys.
  func bytes(_ terms: [OrderTerm]) -> [UInt8] {
    zip(elements, terms).flatMap { element, term in term.direction == .ascending ? element : element.map { ~$0 } }
  }
}

extension RowReader {
  /// Bytes that order rows as `terms` do.
  func sortKey(_ terms: [OrderTerm]) throws(StoreError) -> [UInt8] {
    let key = ByteBuffer(capacity: 64)
    _ = try makeSortKey(key, terms, prefix: 0)
    return key.array
  }

  /// Makes the same in a buffer.
  ///
  /// - Returns: the length of the part that the first terms take.
  func makeSortKey(_ key: ByteBuffer, _ terms: [OrderTerm], prefix: Int) throws(StoreError) -> Int {
    key.removeAll()
    var end = 0
    for (place, term) in terms.enumerated() {
      let start = key.count
      try appendSortElement(key, term)
      if term.direction == .descending {
        key.withMutableBytes { bytes in for place in start..<bytes.count { bytes[place] = ~bytes[place] } }
      }
      if place + 1 == prefix { end = key.count }
    }
    return end
  }

  /// The bytes of one term, as if it ascended. Each element tells its own end, so that complementing one does not disturb
  /// the next.
  func sortElement(_ term: OrderTerm) throws(StoreError) -> [UInt8] {
    let element = ByteBuffer(capacity: 64)
    try appendSortElement(element, term)
    return element.array
  }

  private func appendSortElement(_ key: ByteBuffer, _ term: OrderTerm) throws(StoreError) {
    switch try field(term.column) {
    case .null: key.appendKeyNull()
    case .integer(let value), .decimal(let value): key.appendKey(value)
    case .text(let bytes, let isPacked):
      let text = String(field: bytes, isPackedUUID: isPacked)
      let collation = schema._withUnsafeGuaranteedRef { $0.columns[term.column].textCollation }
      let element = try term.locale.map { locale throws(StoreError) in try SQLValue.localeKey(text, locale) }
      key.append(element ?? SQLValue.textKey(text, collation))
    case .bytes(let bytes): key.append(SQLValue.bytesKey(bytes))
    }
  }
}

extension SQLValue {
  /// A text as an element in the order of a language.
  fileprivate static func localeKey(_ text: String, _ locale: String) throws(StoreError) -> [UInt8] {
    do { return [0x01] + (try ICUCollator.current(locale: locale)).sortKey(of: text) } catch {
      throw StoreError(.invalidValue, "\(error)", value: locale)
    }
  }
}

extension Plan {
  /// Says that a sort is refused, and which index would spare it.
  var refusedSort: StoreError {
    let schema = table.schema
    let names = terms.prefix { $0.column != schema.primaryKey || terms.count == 1 }.map {
      schema.columns[$0.column].name
    }
    var columns = selection.filter.conjuncts.compactMap { condition -> String? in
      guard let (column, bounds) = condition.bounds(), bounds.isExact, bounds.ranges.ranges.count == 1,
        let range = bounds.ranges.ranges.first, range.upperBound == range.lowerBound.successor
      else { return nil }
      return schema.columns[column].name
    }
    if let scope = schema.layout.scopeInKey { columns.insert(schema.columns[scope].name, at: 0) }
    columns += names
    var seen: Set<String> = []
    let index = columns.filter { seen.insert($0).inserted }.joined(separator: ", ")
    return StoreError(
      .sortTooLarge,
      "more than \(selection.sortLimit) rows would have to be sorted by \(names.joined(separator: ", ")); an index on "
        + "(\(index)) would give the order, or allow it with allowSort(limit:)", table: schema.name)
  }
}
