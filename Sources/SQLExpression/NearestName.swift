/// What somebody may have meant.
package enum NearestName {
  /// The longest name that is compared with others.
  private static let longest = 64

  /// The first of the names that are closest to `name`; nil where none is close.
  ///
  /// A name is close that turns into the other by few changes: one for every three letters of the longer one, at most
  /// three. A letter left out, added or replaced is a change, and so are two that changed places; letter case is not.
  package static func nearest(_ name: String, among names: [String]) -> String? {
    guard name.utf8.count <= longest else { return nil }
    let wanted = letters(name)
    var nearest: String?
    var smallest = Int.max
    for candidate in names where candidate.utf8.count <= longest {
      let letters = letters(candidate)
      let limit = min(3, max(wanted.count, letters.count) / 3, smallest - 1)
      guard abs(wanted.count - letters.count) <= limit else { continue }
      let distance = distance(wanted, letters)
      guard distance <= limit else { continue }
      nearest = candidate
      smallest = distance
    }
    return nearest
  }

  /// The Damerau-Levenshtein distance in which no part changes twice.
  static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var least = min(last[column] + (letter == other ? 0 : 1), last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          least = min(least, beforeLast[column - 1] + 1)
        }
        current.append(least)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }

  private static func letters(_ name: String) -> [Unicode.Scalar] {
    Array(name.lowercased().unicodeScalars)
  }
}
