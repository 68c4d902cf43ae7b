import SwiftSyntax
import SwiftSyntaxBuilder
import SwiftSyntaxMacroExpansion
import SwiftSyntaxMacrosGenericTestSupport
import Testing

@testable import TableStoreMacros

/// Expands `source`, which declares a table in the folder `Billing`, and compares.
func expectExpansion(
  _ source: String, _ expected: String, diagnostics: [DiagnosticSpec] = [],
  _ sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  assertMacroExpansion(
    source, expandedSource: expected, diagnostics: diagnostics,
    macroSpecs: [
      "Table": MacroSpec(type: TableMacro.self, conformances: ["Table"]), "Column": MacroSpec(type: ColumnMacro.self),
    ],
    testFileName: "Sources/Shop/Billing/Order.swift", indentationWidth: .spaces(2),
    failureHandler: { failure in Issue.record("\(failure.message)", sourceLocation: sourceLocation) })
}
