/// What a read has examined and found; kept by the session, for `explain` and for the slow query log.
struct ReadTally: Hashable, Sendable {
  /// Index entries and rows that were walked; a row fetched for an entry counts with its entry.
  var examined = 0
  /// Rows fetched or walked.
  var rows = 0
  /// Rows that were sorted.
  var sorted = 0
  /// Of `examined`, what queries that have been reported looked at.
  var examinedByOthers = 0
}
