import SwiftSyntaxMacrosGenericTestSupport
import Testing

/// A declaration that is no table gives one sentence, at the attribute.
@Suite struct TableDiagnosticsTests {
  @Test(arguments: ["enum", "class", "actor"]) func notAStruct(keyword: String) {
    expectRefused("\(keyword) Order {\n}", "@Table belongs to a struct")
  }

  @Test(arguments: ["var name = \"\"", "let name: String", "var name: String, other: String"])
  func noPlainColumn(declaration: String) {
    expectRefused(
      "struct Order {\n  var id: ID<Order>\n  \(declaration)\n}",
      "a column is a single var with its type spelled out: var name: String")
  }

  @Test func noPrimaryKey() {
    expectRefused(
      "struct Order {\n  var name: Int32\n}",
      "a table has one primary key: a property called id, or one with @Column(primaryKey: true)")
  }

  @Test func twoPrimaryKeys() {
    expectExpansion(
      "@Table(\"orders\", id: 1)\nstruct Order {\n  var id: ID<Order>\n  @Column(primaryKey: true) var other: ID<Order>\n}",
      "struct Order {\n  var id: ID<Order>\n  var other: ID<Order>\n}",
      diagnostics: [
        DiagnosticSpec(
          message: "a table has one primary key: a property called id, or one with @Column(primaryKey: true)", line: 1,
          column: 1)
      ])
  }

  @Test(arguments: ["@Table", "@Table(\"orders\")"]) func missingArguments(attribute: String) {
    expectRefused(
      "struct Order {\n  var id: ID<Order>\n}",
      "@Table takes the table's SQL name and its id: @Table(\"chats\", id: 8)", attribute: attribute)
  }

  private func expectRefused(
    _ declaration: String, _ message: String, attribute: String = "@Table(\"orders\", id: 1)",
    _ sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    expectExpansion(
      attribute + "\n" + declaration, declaration,
      diagnostics: [DiagnosticSpec(message: message, line: 1, column: 1)], sourceLocation)
  }
}
