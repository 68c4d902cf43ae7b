internal import BlazzDB
internal import TableStore

/// What rows of different tables have to agree in: made once from scale and seed, then only read, by any number of
/// threads.
///
/// It holds twelve bytes a contact and nothing a message, log or request; those are computed.
final class SampleWorld: Sendable {
  let seed: UInt64
  let scale: SampleScale
  let clock = SampleClock()
  let workspaces: WorkspaceShape
  let people: PeopleShape
  let contacts: ContactShape
  let campaigns: CampaignShape
  let chats: ChatShape
  /// Groups of contacts, at least two in each workspace.
  let groups: OwnedRows
  let groupsByWorkspace: Grouping
  let templates: OwnedRows
  let templatesByWorkspace: Grouping
  /// By contact, the place of the newest message plus one; 0 for none.
  let newestChats: [UInt32]

  init(_ scale: SampleScale, seed: UInt64) {
    (self.scale, self.seed) = (scale, seed)
    workspaces = WorkspaceShape(count: WorkspaceRecord.sampleCount(scale), seed: seed)
    people = PeopleShape(count: User.sampleCount(scale), workspaces, seed: seed)
    contacts = ContactShape(count: Contact.sampleCount(scale), workspaces, seed: seed)
    campaigns = CampaignShape(
      count: Campaign.sampleCount(scale), logCount: CampaignLog.sampleCount(scale), contacts, seed: seed)
    chats = ChatShape(
      count: Chat.sampleCount(scale), mediaCount: ChatMedia.sampleCount(scale), scale: scale, contacts, campaigns,
      seed: seed)
    groups = OwnedRows(
      ContactGroup.sampleCount(scale), least: 2, table: ContactGroup.schema.id, workspaces, seed: seed)
    groupsByWorkspace = groups.grouped()
    templates = OwnedRows(Template.sampleCount(scale), table: Template.schema.id, workspaces, seed: seed)
    templatesByWorkspace = templates.grouped()
    newestChats = chats.newest()
  }

  /// The owners of another table's rows, which come as workspaces open.
  func owned<Row: SampleTable>(_ table: Row.Type) -> OwnedRows {
    OwnedRows(Row.sampleCount(scale), table: Row.schema.id, workspaces, seed: seed)
  }

  /// The part of the year after which a row comes when its table's rows come evenly.
  func part<Row: SampleTable>(_ place: Int, of table: Row.Type) -> Double {
    CampaignShape.sending(Double(place) / Double(Row.sampleCount(scale)))
  }

  /// Seconds from 1970 after a part of the year.
  func time(_ part: Double) -> Int { clock.time(part) }
}
