internal import BlazzDB
internal import Foundation
internal import TableStore

extension ChatStatusLog: SampleTable {
  static func sampleCount(_ scale: SampleScale) -> Int { scale.rows(800_000, atLeast: 4) }

  private static let reasons = [
    "Customer issue resolved successfully", "Pertanyaan sudah dijawab", "No answer for 24 hours",
    "Pesanan sudah diterima",
  ]

  static func sample(_ place: Int, _ world: SampleWorld, _ pen: inout Pen) -> SampleRow<ChatStatusLog> {
    let chat = place * world.chats.count / sampleCount(world.scale)
    let workspace = world.contacts.workspace(of: world.chats.contact(of: chat))
    let part = world.chats.sending(of: chat)
    let agent = world.people.agent(of: workspace, at: part, &pen.random)
    let minutes = 2 + pen.random.below(60) * pen.random.within(1...8)
    pen.member(#"{"old_status":"#, pen.random.permille(700) ? "open" : "in_progress")
    pen.member(#","new_status":"#, pen.random.permille(800) ? "resolved" : "closed")
    pen.member(#","changed_by":"#, agent + 1)
    pen.member(#","changed_by_name":"#, User.sampleName(agent, world).full)
    pen.member(#","reason":"#, pen.random.pick(reasons))
    pen.write(#","tags_added":["resolved"],"tags_removed":["pending"]"#)
    pen.member(#","duration_minutes":"#, minutes)
    pen.member(#","first_response_time_minutes":"#, 1 + pen.random.below(minutes))
    pen.member(#","resolution_time_minutes":"#, minutes)
    pen.write("}")
    let changed = SampleClock.within(world.time(part) + minutes * 60)
    let draft = ChatStatusLog.Draft(
      id: ID(place: place), chatID: ID(place: chat), metadata: pen.takeJSON(), createdAt: Date(second: changed))
    return SampleRow(draft: draft, workspace: workspace)
  }
}
