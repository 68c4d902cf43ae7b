import Foundation
import TableStore

/// The process that is killed: some writers write as fast as they can and report each commit once it is acknowledged.
struct KillChild {
  private let ledger: Ledger
  private let own: Range<Int>
  private let isLying: Bool

  /// - Parameter arguments: path, first writer, number of them, number of all writers, durability, and "lying" for one that
  ///   reports its commits before it makes them.
  init(_ arguments: [String]) throws {
    let first = Int(arguments[1])!
    own = first..<first + Int(arguments[2])!
    ledger = try Ledger(path: arguments[0], writers: Int(arguments[3])!, durability: .init(name: arguments[4]))
    isLying = arguments.count > 5
  }

  /// Returns only with the error of a writer that failed, which ends the process and which its parent takes for a fault.
  func run() throws {
    try ledger.prepare()
    let crew = Crew(ledger, own: own, isLying: isLying)
    crew.start { $0.send() }
    try crew.wait()
  }
}

/// An acknowledged commit, as it goes through the pipe: by one call of `write`, which is whole or not there.
struct Report {
  let writer: Int
  let number: Int

  static let byteCount = 8

  func send() {
    var raw = UInt64(writer) << 40 | UInt64(number)
    guard write(1, &raw, Self.byteCount) == Self.byteCount else { exit(1) }
  }

  /// Takes the whole reports off the front of what was read.
  static func take(from bytes: inout [UInt8]) -> [Report] {
    let whole = bytes.count / byteCount * byteCount
    defer { bytes.removeFirst(whole) }
    return stride(from: 0, to: whole, by: byteCount).map { start in
      let raw = bytes[start..<start + byteCount].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      return Report(writer: Int(raw >> 40), number: Int(raw & 0xFF_FFFF_FFFF))
    }
  }
}

extension StoreOptions.Durability {
  init(name: String) {
    switch name {
    case "full": self = .full
    case "relaxed": self = .relaxed
    case "none": self = .none
    default: preconditionFailure("no durability is called \(name)")
    }
  }
}
