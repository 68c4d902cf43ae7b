public import SwiftSyntax
public import SwiftSyntaxMacros

/// `@Column`: says more of a property than its Swift type does. It makes nothing itself; `@Table` reads it.
public struct ColumnMacro: PeerMacro {
  /// Nothing: the attribute is only read.
  public static func expansion(
    of node: AttributeSyntax, providingPeersOf declaration: some DeclSyntaxProtocol,
    in context: some MacroExpansionContext
  ) throws -> [DeclSyntax] { [] }
}
