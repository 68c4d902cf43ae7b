/// How the pages of a sound file are used.
package struct FileStructure: Hashable, Sendable {
  /// The state that was looked at: the number of its transaction.
  package let transaction: UInt64
  /// All pages up to the last one in use, the two meta pages included.
  package let pageCount: Int
  /// Pages that trees and long values take, and the meta pages.
  package let usedPageCount: Int
  /// Pages in the list of free pages.
  package let freePageCount: Int
  /// Pages that nothing uses and that are not in the list of free pages: lost room, no fault.
  package var leakedPageCount: Int { pageCount - usedPageCount - freePageCount }
  /// Named trees.
  package let treeCount: Int
  /// Entries of all named trees.
  package let entryCount: Int
}

/// Why a check ends early.
enum StructureFault: Error {
  /// The first fault, in words.
  case damaged(String)
  /// The system could not read.
  case unreadable(Int32)
  /// Whoever watches the progress asked for it.
  case stopped
}
