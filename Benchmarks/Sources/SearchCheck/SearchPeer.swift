/// Somebody who keeps contacts, once with a full-text index and once without.
protocol SearchPeer {
  var name: String { get }

  /// What building the index over all contacts took.
  var built: IndexBuild { get }

  /// The ids that answer a question.
  func ask(_ question: SearchQuestion) throws -> [UInt64]

  /// Inserts contacts in one transaction where they are searched, or where they are not.
  func insert(_ contacts: [MadeContact], isSearched: Bool) throws

  func close() throws
}

/// What an index took to build, and takes on disk.
struct IndexBuild {
  var seconds: Double
  var bytes: Int
}
