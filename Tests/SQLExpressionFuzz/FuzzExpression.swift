// Compiled together with Sources/SQLExpression by Scripts/fuzz-expression.sh; the package does not build it.

/// One input of libFuzzer: its first byte tells what the rest is read as. Whatever is wrong stops the process.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzExpression(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = UnsafeBufferPointer(start: start, count: count)
  guard let kind = input.first else { return 0 }
  let text = ExpressionText(utf8: input.dropFirst())
  do {
    switch kind % 8 {
    case 0: checkOrderList(try text.orderList())
    case 1: checkColumnList(try text.columnList())
    default: checkCondition(try text.condition(), text)
    }
  } catch {
    checkError(error, text, width: Int(kind))
  }
  return 0
}

/// A condition has to read back from what is printed, and from its own bytes.
private func checkCondition(_ condition: SyntaxNode, _ text: ExpressionText) {
  let sql = condition.sql()
  guard let back = try? ExpressionText(sql).condition() else {
    // What is printed may be longer than what was read, and then too long.
    require(sql.utf8.count > ExpressionLimits.textBytes, "no condition: \(sql)")
    return
  }
  require(back == condition && back.hashValue == condition.hashValue, "another condition: \(sql)")
  require(back.sql() == sql, "printed otherwise: \(sql)")
  require(condition.sql(.placeholder) == back.sql(.placeholder), "normalized otherwise: \(sql)")
  require(condition.depth <= ExpressionLimits.depth, "too deep: \(sql)")
  let bytes = text.bytes[condition.range]
  let again = try? ExpressionText(utf8: bytes).condition()
  require(again == condition, "its bytes are another condition: \(String(decoding: bytes, as: UTF8.self))")
}

private func checkOrderList(_ columns: [OrderedColumn]) {
  let sql = columns.map { SQLName.sql($0.column.name) + ($0.isDescending ? " DESC" : "") }.joined(separator: ", ")
  guard sql.utf8.count <= ExpressionLimits.textBytes else { return }
  let back = try? ExpressionText(sql).orderList()
  require(back?.map(\.column.name) == columns.map(\.column.name), "another order: \(sql)")
  require(back?.map(\.isDescending) == columns.map(\.isDescending), "another order: \(sql)")
}

private func checkColumnList(_ columns: [NamedColumn]) {
  let sql = columns.map { SQLName.sql($0.name) }.joined(separator: ", ")
  guard sql.utf8.count <= ExpressionLimits.textBytes else { return }
  require((try? ExpressionText(sql).columnList())?.map(\.name) == columns.map(\.name), "other columns: \(sql)")
}

/// An error has a place within the text, one line to say, and two to show.
private func checkError(_ error: ExpressionError, _ text: ExpressionText, width: Int) {
  require((0...text.bytes.count).contains(error.offset), "no such place: \(error)")
  require((1...error.offset + 1).contains(error.column), "no such character: \(error)")
  require(!error.description.utf8.contains { $0 < 0x20 }, "a control character: \(error)")
  let lines = text.marked(error, width: width).utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
  require(lines.count == 2 && lines[1].count <= max(8, width), "not two lines: \(lines)")
  require(!lines[0].contains { $0 < 0x20 || $0 == 0x7F }, "a control character: \(lines)")
  _ = NearestName.nearest(error.found, among: ["status", "workspace_id", error.expected])
}

/// Stops with a message, which `precondition` does not print in an optimized build.
private func require(_ condition: Bool, _ message: @autoclosure () -> String) {
  if !condition { fatalError(message()) }
}
