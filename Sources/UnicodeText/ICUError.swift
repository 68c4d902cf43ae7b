internal import CICU

/// ICU refused a call.
package struct ICUError: Error, Hashable, Sendable, CustomStringConvertible {
  /// ICU's own number, a `UErrorCode`.
  package let code: Int32

  /// ICU's name of `code`, for instance `U_FILE_ACCESS_ERROR`.
  package let name: String

  /// What was being done, for instance `open collator`.
  package let operation: String

  /// What it was done to: a locale.
  package let subject: String

  /// One line that holds all of the above.
  package var description: String { "ICU cannot \(operation) (\(subject)): \(name) (\(code))" }

  /// An error of these parts.
  package init(code: Int32, name: String, operation: String, subject: String) {
    self.code = code
    self.name = name
    self.operation = operation
    self.subject = subject
  }

  /// Calls `body` with a fresh status, and throws what it leaves there, warnings aside.
  static func check<Result>(
    _ operation: String, _ subject: String, _ body: (inout Int32) -> Result
  ) throws(ICUError) -> Result {
    var status: Int32 = 0
    let result = body(&status)
    guard status > 0 else { return result }
    let name = blazz_u_errorName(status).map { String(cString: $0) } ?? "unknown error"
    throw ICUError(code: status, name: name, operation: operation, subject: subject)
  }
}
