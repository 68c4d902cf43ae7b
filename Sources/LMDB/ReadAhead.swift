/// What a walk has the system read before it comes to it.
///
/// A file is read page by page, as each is touched: what searches look at lies far apart, and what the system would
/// read around a page takes longer than the page. A walk knows where it goes. Where it has had to wait for the disk it asks for
/// the pages ahead, if pages lie in a row; else, once it is long, for what lies around each page that it waited for.
///
/// Addresses are compared and named to the system, never read.
@usableFromInline struct ReadAhead {
  /// The page that the walk is in, and whether it lies right behind the page before, in the walk's direction.
  @usableFromInline var page: UInt = 0
  @usableFromInline var isBeside = false
  /// How many pages lie in a row, but for up to `nearPages` from one to the next.
  private var rowLength = 0
  /// Pages since the last look whether the walk waits, pages until the next one, and all.
  private var turns = 0
  private var turnsPerLook = Self.firstLook
  private var allTurns = 0
  /// The thread's waits for the disk at the last look; -1 before the first one.
  private var waits = -1
  private var isCold = false
  private var asksAround = true
  /// The same when the walk last asked for what lies around a page.
  private var waitsAround = 0
  /// How far ahead pages have been asked for, and for how many at once.
  private var askedTo: UInt = 0
  private var windowPages = Self.blockPages

  @usableFromInline init() {}

  private static var pageBytes: UInt { UInt(Limits.pageBytes) }
  private static var nearPages: Int { 8 }
  private static var leastRow: Int { 4 }
  /// Walks of fewer pages, such as those for the latest 50 rows, never look.
  private static var firstLook: Int { 8 }
  private static var mostTurnsPerLook: Int { 64 }
  private static var turnsPerColdLook: Int { 1_024 }
  /// Walks of fewer pages that do not lie in a row read just these.
  private static var turnsBeforeAround: Int { 256 }
  /// From so many on, one that waits all the same for every other page does not ask around them any more. It is as late, for
  /// rows in the order of something else may lie in thousands of rows of pages at once.
  private static var turnsBeforeNoHelp: Int { 1 << 14 }
  /// 128 KiB, which is what Linux reads ahead unless it is told otherwise, up to 2 MiB.
  private static var blockPages: UInt { 32 }
  private static var mostWindowPages: UInt { 512 }

  /// The walk came to another page.
  @usableFromInline @inline(never)
  mutating func turn(to next: UInt, forward: Bool) {
    let distance = Int(bitPattern: forward ? next &- page : page &- next) / Limits.pageBytes
    isBeside = distance == 1
    rowLength = (1...Self.nearPages).contains(distance) ? rowLength &+ 1 : 0
    page = next
    turns &+= 1
    allTurns &+= 1
    if turns >= turnsPerLook { look(forward) }
    guard isCold else { return }
    if rowLength >= Self.leastRow {
      askAhead(forward)
    } else if asksAround, allTurns >= Self.turnsBeforeAround {
      askAround()
    }
  }

  /// Finds out whether the walk waits for the disk. What has been asked for in time is not waited for: along a row of pages
  /// it waits as long as those that are yet to be asked for are not in memory.
  private mutating func look(_ forward: Bool) {
    let (count, isFirst) = (Posix.diskWaits, waits < 0)
    let waited = isFirst ? 0 : count &- waits
    let next = forward ? askedTo &+ Self.pageBytes : askedTo &- Self.pageBytes
    let staysCold = isCold && rowLength >= Self.leastRow && !Posix.isInMemory(next)
    if waited > 0 || staysCold {
      if rowLength == 0, allTurns >= Self.turnsBeforeNoHelp, waited &* 2 >= turns { asksAround = false }
      turnsPerLook = Self.turnsPerColdLook
    } else {
      turnsPerLook = isFirst || isCold ? Self.firstLook : min(turnsPerLook &* 2, Self.mostTurnsPerLook)
    }
    (waits, isCold, turns) = (count, waited > 0 || staysCold, 0)
  }

  private mutating func askAhead(_ forward: Bool) {
    let left = Int(bitPattern: forward ? askedTo &- page : page &- askedTo)
    let windowBytes = Int(windowPages) &* Limits.pageBytes
    let isOnTheWay = (0...windowBytes &+ windowBytes / 2).contains(left)
    guard !isOnTheWay || left < windowBytes / 2 else { return }
    if isOnTheWay {
      windowPages = min(windowPages &* 2, Self.mostWindowPages)
    } else {
      (windowPages, askedTo) = (Self.blockPages, page)
    }
    let byteCount = windowPages &* Self.pageBytes
    Posix.willNeed(at: forward ? askedTo &+ Self.pageBytes : askedTo &- byteCount, byteCount: Int(byteCount))
    askedTo = forward ? askedTo &+ byteCount : askedTo &- byteCount
  }

  private mutating func askAround() {
    let count = Posix.diskWaits
    guard count != waitsAround else { return }
    waitsAround = count
    let blockBytes = Self.blockPages &* Self.pageBytes
    Posix.willNeed(at: page & ~(blockBytes &- 1), byteCount: Int(blockBytes))
  }
}
