internal import BlazzDB
internal import Foundation
internal import TableStore

extension PasswordResetToken: SampleTable {
  static func sampleCount(_ scale: SampleScale) -> Int { scale.rows(300, atLeast: 2) }

  /// Whoever forgot the password gets an alias at the same provider: the key begins with what the row's place is in
  /// letters, so that rows sort by place.
  static func sample(_ place: Int, _ world: SampleWorld, _ pen: inout Pen) -> SampleRow<PasswordResetToken> {
    var rest = place
    var letters: [UInt8] = []
    for _ in 0..<6 {
      letters.insert(0x61 + UInt8(rest % 26), at: 0)
      rest /= 26
    }
    letters.forEach { pen.write(letter: $0) }
    pen.write(".")
    let prefix = pen.take()
    let email = prefix + pen.email(PersonName(&pen.random), place)
    let draft = PasswordResetToken.Draft(
      email: email, token: pen.text("$2y$10$", pen.hex(48), pen.hex(5)),
      createdAt: Date(second: SampleClock.end - 1 - pen.random.below(86_400)))
    return SampleRow(draft: draft)
  }
}
