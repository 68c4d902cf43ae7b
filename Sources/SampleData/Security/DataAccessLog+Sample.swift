internal import BlazzDB
internal import Foundation
internal import TableStore

extension DataAccessLog: SampleTable {
  static func sampleCount(_ scale: SampleScale) -> Int { scale.rows(250_000, atLeast: 3) }

  static func sample(_ place: Int, _ world: SampleWorld, _ pen: inout Pen) -> SampleRow<DataAccessLog> {
    let pairs = Pairing(sampleCount(world.scale), among: AuditLog.sampleCount(world.scale))
    let request = SampleRequest(pairs.partner(of: place), world)
    let time = Date(second: world.time(request.part))
    let user = request.user ?? request.workspace.map { world.people.owner(of: $0) } ?? 0
    let type = pen.random.pick(
      [.contactInfo, .contactInfo, .chatHistory, .chatHistory, .userProfile] as [AccessedDataType])
    let isProfile = type == .userProfile
    let draft = DataAccessLog.Draft(
      id: ID(place: place), auditID: pen.requestID(request, world), userID: ID(place: user),
      targetUserID: isProfile ? ID(place: pen.random.below(world.people.count)) : nil,
      workspaceID: request.workspace.map { ID(place: $0) }, dataType: type,
      accessType: pen.random.pick([.read, .read, .read, .read, .modify, .export, .delete]),
      dataSource: isProfile ? "users" : type == .chatHistory ? "chats" : "contacts",
      accessedFields: isProfile
        ? #"["first_name","last_name","email"]"# : type == .chatHistory ? #"["metadata"]"# : #"["phone","email"]"#,
      purpose: pen.random.pick(["customer_support", "campaign", "account_management", "gdpr_request"]),
      consentGiven: pen.random.permille(860), createdAt: time, updatedAt: time)
    return SampleRow(draft: draft, workspace: request.workspace)
  }
}
