// Compiled together with Sources/SearchExpression by Scripts/fuzz-search.sh; the package does not build it.

/// One input of libFuzzer: its first byte tells what the rest is read as. Whatever is wrong stops the process.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzSearch(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = UnsafeBufferPointer(start: start, count: count)
  guard let kind = input.first else { return 0 }
  let text = SearchText(utf8: input.dropFirst())
  let isBoolean = !kind.isMultiple(of: 4)
  do {
    let search = isBoolean ? try text.boolean() : try text.natural()
    checkSearch(search)
    checkClauses(search.clauses, text, depth: 0, isBoolean: isBoolean)
  } catch {
    checkError(error, text, width: Int(kind))
  }
  checkWork(text)
  return 0
}

/// A search has to read back from what is printed.
private func checkSearch(_ search: SearchExpression) {
  let printed = SearchText(search.description)
  // What is printed has a space between clauses that needed none, and may then be too long.
  guard printed.bytes.count <= SearchLimits.textBytes else { return }
  let back = try? printed.boolean()
  require(back == search && back?.hashValue == search.hashValue, "another search: \(search)")
  require(back?.description == search.description, "printed otherwise: \(search)")
}

/// Each clause has to read back from its own bytes, and to be what every clause is.
private func checkClauses(_ clauses: [SearchClause], _ text: SearchText, depth: Int, isBoolean: Bool) {
  require(!clauses.isEmpty && depth <= SearchLimits.depth, "a group is empty or too deep")
  for clause in clauses {
    let bytes = text.bytes[clause.range]
    let alone = SearchText(utf8: bytes)
    let again = isBoolean ? try? alone.boolean() : try? alone.natural()
    // In natural mode the parts of a joined word come before it.
    let isSame = isBoolean ? again?.clauses == [clause] : again?.clauses.last == clause
    require(isSame, "its bytes are another clause: \(String(decoding: bytes, as: UTF8.self))")
    require(clause.occurrence != .excluded || clause.weight == .normal, "excluded with a weight: \(clause)")
    switch clause.operand {
    case .word(let word, let isPrefix):
      require(isBoolean || !isPrefix && clause.occurrence == .optional && clause.weight == .normal, "not natural")
      require(isTrimmed(word) && !word.unicodeScalars.contains { CharacterKind($0).endsOperand }, "no word: \(word)")
    case .phrase(let words, let distance):
      require(isBoolean && distance.map { (1...SearchLimits.distance).contains($0) } ?? true, "not natural")
      require(isTrimmed(words) && !words.unicodeScalars.contains { CharacterKind($0) == .quote }, "no phrase: \(words)")
    case .group(let inner): checkClauses(inner, text, depth: depth + 1, isBoolean: isBoolean)
    }
  }
}

private func isTrimmed(_ text: String) -> Bool {
  let kinds = text.unicodeScalars.map { CharacterKind($0) }
  let ends = [kinds.first, kinds.last]
  return kinds.contains(.letter) && ends.allSatisfy { $0 == .letter || $0 == .mark }
}

/// An error has a place within the text, one line to say, and two to show.
private func checkError(_ error: SearchExpressionError, _ text: SearchText, width: Int) {
  require((0...text.bytes.count).contains(error.offset), "no such place: \(error)")
  require((1...error.offset + 1).contains(error.column), "no such character: \(error)")
  require(!error.description.utf8.contains { $0 < 0x20 }, "a control character: \(error)")
  let lines = text.marked(error, width: width).utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
  require(lines.count == 2 && lines[1].count <= max(8, width), "not two lines: \(lines)")
  require(!lines[0].contains { $0 < 0x20 || $0 == 0x7F }, "a control character: \(lines)")
}

/// Reading has to take time in proportion to the text.
private func checkWork(_ text: SearchText) {
  guard (try? UTF8Span(validating: text.bytes.span)) != nil else { return }
  var parser = BooleanParser(text)
  _ = try? parser.wholeSearch()
  require(parser.scanner.steps <= 6 * text.bytes.count + 10, "\(parser.scanner.steps) steps")
}

/// Stops with a message, which `precondition` does not print in an optimized build.
private func require(_ condition: Bool, _ message: @autoclosure () -> String) {
  if !condition { fatalError(message()) }
}
