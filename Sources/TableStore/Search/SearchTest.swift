/// A search as a condition on the rows of a table.
struct SearchTest: Hashable, Sendable {
  let index: UInt8
  let text: String
  let mode: SearchMode
  var isNegated = false

  var negated: SearchTest {
    var test = self
    test.isNegated.toggle()
    return test
  }
}
