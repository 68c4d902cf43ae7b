import BlazzDB
import Foundation
import TableStore

/// A store, asked through the typed API: each question in a read of its own, its query built anew.
final class BlazzPeer: Peer, Sendable {
  let name = "Blazz"
  let version: String
  let blazz: Blazz
  /// By id; those that are marked as deleted are asked too.
  private let workspaces: [Workspace?]

  /// - Parameter path: a store that is there.
  init(_ path: String, version: String) throws {
    self.version = version
    var options = StoreOptions()
    options.createIfMissing = false
    let blazz = try Blazz(path: path, options: options)
    self.blazz = blazz
    let last = try blazz.system.read { db in try db.workspaces.withDeleted().ids().map(\.rawValue).max() ?? 0 }
    workspaces = (0...last).map { try? blazz.workspace(ID($0), includingDeleted: true) }
  }

  func workspace(_ id: UInt64) throws -> Workspace {
    guard let workspace = workspaces[Int(id)] else { throw failure(name, "there is no workspace \(id)") }
    return workspace
  }

  /// Reads in the workspace of a subject.
  @inline(__always)
  func read<Result>(_ subject: Subject, _ body: (Tables<Reading>) throws -> Result) throws -> Result {
    try workspace(subject.workspace).read(body)
  }

  /// Reads past the borders of workspaces.
  func readAll<Result>(_ body: (Tables<Reading>) throws -> Result) throws -> Result { try blazz.system.read(body) }

  func ask(_ question: Question, _ subjects: [Subject], limitNanoseconds: Double) throws -> Asking? {
    let series = Series(question, subjects, limitNanoseconds: limitNanoseconds)
    return try series.run(question.statements.last!.answer) { subject, hash in try question.blazz(self, subject, &hash)
    }
  }

  func bytes() throws -> (all: Int, chats: Int?) {
    let statistics = try blazz.statistics()
    return (statistics.usedPages * statistics.pageBytes, nil)
  }

  func close() throws { try blazz.close() }
}
