/// Pairs each of a few rows with one of many, evenly and in order, so that either finds the other by computing.
struct Pairing {
  let few: Int
  let many: Int

  /// - Parameter few: at most as many as `many`.
  init(_ few: Int, among many: Int) {
    precondition(few <= many, "each of the few has one of the many to itself")
    (self.few, self.many) = (few, many)
  }

  /// The partner among the many.
  func partner(of place: Int) -> Int { place * many / few }

  /// The one among the few whose partner this is, where there is one.
  func partner(ofMany place: Int) -> Int? {
    let candidate = (place * few + many - 1) / many
    return candidate < few && partner(of: candidate) == place ? candidate : nil
  }
}
