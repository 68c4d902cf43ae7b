internal import CICU

/// The versions on which stored sort keys and words depend. A file that was written under others has to rebuild its
/// full-text indexes, never read them.
package struct ICUVersions: Hashable, Sendable {
  /// ICU itself, for instance `72.1`.
  package let icu: String

  /// The Unicode Collation Algorithm of the root collator.
  package let collationAlgorithm: String

  /// The characters that ICU knows.
  package let unicode: String

  /// The root collator's rules and code together.
  package let collator: String

  /// Asks the ICU that is linked.
  package static func current() throws(ICUError) -> ICUVersions {
    let root = try ICUCollator.current(strength: .primary)
    return ICUVersions(
      icu: text(of: blazz_u_getVersion),
      collationAlgorithm: text { blazz_ucol_getUCAVersion(root.handle, $0) },
      unicode: text(of: blazz_u_getUnicodeVersion),
      collator: text { blazz_ucol_getVersion(root.handle, $0) })
  }

  private static func text(of read: (UnsafeMutablePointer<UInt8>?) -> Void) -> String {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Int(blazzVersionByteCount)) { version in
      version.initialize(repeating: 0)
      read(version.baseAddress)
      return withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(blazzVersionTextByteCount)) { text in
        text.initialize(repeating: 0)
        blazz_u_versionToString(version.baseAddress, text.baseAddress)
        return text.baseAddress.map { String(cString: $0) } ?? ""
      }
    }
  }
}
