/// What a repair did.
public struct RepairReport: Sendable {
  /// What was wrong before.
  public internal(set) var before = VerifyReport()
  /// What is wrong still: what only a person can decide, such as a reference to a row that is gone.
  public internal(set) var after = VerifyReport()
  /// Index entries that were put in, put right or taken out.
  public internal(set) var entriesMended = 0
  /// Rows and chunks that could not be read and were taken out.
  public internal(set) var entriesSetAside = 0
  /// Records of sizes and AUTO_INCREMENT values that were put right.
  public internal(set) var recordsMended = 0
  /// Full-text indexes that were built anew.
  public internal(set) var searchesBuilt = 0
  /// The file that has what was taken out; `nil` where nothing was.
  public internal(set) var asideFile: String?
}
