internal import SwiftCompilerPlugin
internal import SwiftSyntaxMacros

@main
struct TableStorePlugin: CompilerPlugin {
  let providingMacros: [any Macro.Type] = [TableMacro.self, ColumnMacro.self]
}
