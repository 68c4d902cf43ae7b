import BlazzDB
import Foundation
import SampleData
import TableStore

/// A small store of made-up rows in a folder of its own, and whom the questions are asked of.
final class SampleStore: Sendable {
  let blazz: Blazz
  /// The workspace with the most chats.
  let workspace: Workspace
  /// Its newest chat.
  let chat: Chat
  /// The campaign with the lowest number.
  let campaign: CampaignLog
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "blazz-hot-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var options = StoreOptions()
    options.durability = .none
    options.slowQueryThreshold = nil
    blazz = try Blazz(path: folder.appending(path: "crm.blazz").path, options: options)
    try Sample(scale: 0.002).fill(blazz)
    let sizes = try blazz.system.read { db in try db.chats.group(by: \.workspaceID).count() }
    workspace = try blazz.workspace(sizes.max { $0.count < $1.count }!.key)
    chat = try workspace.read { db in try db.chats.order(by: Chat.timeline, .descending).first()! }
    campaign = try blazz.system.read { db in try db.campaignLogs.first()! }
  }

  /// Closes the store and removes its folder.
  func remove() {
    try? blazz.close()
    try? FileManager.default.removeItem(at: folder)
  }
}
