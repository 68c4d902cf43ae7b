import Foundation
import Testing
import UnicodeText

@Suite struct ICUCollatorTests {
  @Test func versionsAreKnown() throws {
    let versions = try ICUVersions.current()
    for version in [versions.icu, versions.collationAlgorithm, versions.unicode, versions.collator] {
      #expect(version.first?.isNumber == true && version.contains("."))
    }
    #expect(try ICUVersions.current() == versions)
  }

  @Test func primaryStrengthIgnoresAccentsAndCase() throws {
    let primary = try ICUCollator(strength: .primary)
    let tertiary = try ICUCollator(strength: .tertiary)
    #expect(primary.compare("José", "jose") == 0)
    #expect(primary.sortKey(of: "José") == primary.sortKey(of: "jose"))
    #expect(primary.sortKey(of: "Søren") == primary.sortKey(of: "soren"))
    #expect(tertiary.compare("José", "jose") == 1)
    #expect(tertiary.sortKey(of: "José") != tertiary.sortKey(of: "jose"))
  }

  @Test func aLocaleHasItsOwnOrder() throws {
    #expect(try ICUCollator(locale: "sv").compare("zebra", "ärlig") == -1)
    #expect(try ICUCollator(locale: "de").compare("zebra", "ärlig") == 1)
    #expect(try ICUCollator(locale: "xx-unknown").compare("a", "b") == -1)
  }

  @Test(arguments: ["", "a", "Ångström Straße", "王小明", "สมชาย ใจดี", "😀", String(repeating: "x", count: 3_000)])
  func keysEndWithTheirOnlyZeroAndOrderAsTexts(text: String) throws {
    let collator = try ICUCollator()
    let key = collator.sortKey(of: text)
    #expect(key.last == 0 && !key.dropLast().contains(0))
    for other in ["", "b", "Angstrom", "王", "😁"] {
      #expect(compareBytes(key, collator.sortKey(of: other)) == collator.compare(text, other))
    }
  }

  @Test func invalidBytesCountAsReplacement() throws {
    let collator = try ICUCollator()
    let invalid: [UInt8] = [0x61, 0xFF, 0x62]
    #expect(collator.sortKey(of: invalid.span.bytes) == collator.sortKey(of: "a\u{FFFD}b"))
  }

  @Test func aThreadKeepsItsCollators() throws {
    let collator = try ICUCollator.current(locale: "sv", strength: .primary)
    #expect(try ICUCollator.current(locale: "sv", strength: .primary) === collator)
    #expect(try ICUCollator.current(locale: "sv", strength: .secondary) !== collator)
    #expect(try ICUCollator.current(locale: "de", strength: .primary) !== collator)
  }

  @Test func errorsNameWhatFailed() {
    let error = ICUError(code: 4, name: "U_FILE_ACCESS_ERROR", operation: "open collator", subject: "sv")
    #expect(error.description == "ICU cannot open collator (sv): U_FILE_ACCESS_ERROR (4)")
    // ICU refuses a locale longer than 157 characters.
    #expect(throws: ICUError.self) { try ICUCollator(locale: "en@collation=" + String(repeating: "x", count: 400)) }
  }

  // Each thread opens, uses and at its end frees its own.
  @Test func fourThreadsAtOnce() {
    let expected = try! ICUCollator(strength: .primary).sortKey(of: "José García")
    let failures = FailureCount()
    let threads = (0..<4).map { _ in
      Thread {
        for _ in 0..<2_000 {
          let key = try? ICUCollator.current(strength: .primary).sortKey(of: "jose garcia")
          let words = (try? wordTexts("José García")) ?? []
          if key != expected || words != ["José", "García"] { failures.increment() }
        }
        failures.finish()
      }
    }
    for thread in threads { thread.start() }
    #expect(failures.waitForThreads(4) == 0)
  }
}

/// Failures of several threads, and how many of them are done.
private final class FailureCount: @unchecked Sendable {
  private let condition = NSCondition()
  private var failures = 0
  private var finished = 0

  func increment() {
    condition.withLock { failures += 1 }
  }

  func finish() {
    condition.withLock {
      finished += 1
      condition.signal()
    }
  }

  func waitForThreads(_ count: Int) -> Int {
    condition.withLock {
      while finished < count { condition.wait() }
      return failures
    }
  }
}
