/// How large the made-up data is: 1 is what the schema's document counted in October 2025.
struct SampleScale {
  let factor: Double

  /// How many rows stand for so many at scale 1.
  func rows(_ full: Int, atLeast least: Int = 1) -> Int {
    max(least, Int((Double(full) * factor).rounded()))
  }
}
