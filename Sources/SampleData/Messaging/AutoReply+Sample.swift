internal import BlazzDB
internal import Foundation
internal import TableStore

extension AutoReply: SampleTable {
  static func sampleCount(_ scale: SampleScale) -> Int { scale.rows(9_000, atLeast: 3) }

  private static let rules: [(name: String, trigger: String, criteria: MatchCriteria)] = [
    ("Salam", "hi,halo,hello", .exact), ("Bantuan", "help,bantuan,tolong", .contains),
    ("Pesanan", "order,pesanan", .startsWith),
    ("Jam buka", "jam buka,buka jam", .contains), ("Harga", "harga,price", .contains),
    ("Sapaan", #"^(hi|hello|hey)\b"#, .regex),
    ("Lokasi", "alamat,lokasi", .contains), ("Katalog", "katalog", .exact),
  ]

  static func sample(_ place: Int, _ world: SampleWorld, _ pen: inout Pen) -> SampleRow<AutoReply> {
    let rows = world.owned(AutoReply.self)
    let workspace = rows.workspace(of: place)
    let made = world.time(rows.part(of: place))
    let rule = rules[pen.random.below(rules.count)]
    let author = world.people.owner(of: workspace)
    let isDeleted = pen.random.permille(50)
    let changed = SampleClock.within(made + pen.random.below(3_000_000))
    let draft = AutoReply.Draft(
      id: ID(place: place), uuid: pen.random.uuid(), workspaceID: ID(place: workspace), name: rule.name,
      trigger: rule.trigger, matchCriteria: rule.criteria, metadata: metadata(workspace, world, &pen),
      createdBy: ID(place: author), deletedBy: isDeleted ? ID(place: author) : nil,
      deletedAt: isDeleted ? Date(second: changed) : nil, createdAt: Date(second: made),
      updatedAt: Date(second: changed))
    return SampleRow(draft: draft, workspace: workspace)
  }

  private static func metadata(
    _ workspace: Int, _ world: SampleWorld, _ pen: inout Pen
  ) -> JSON<AutoReplyMetadata> {
    let template = world.templatesByWorkspace.member(0, of: workspace)
    pen.member(#"{"response_type":"template","response_content":{"template_id":"#, template + 1)
    pen.member(#","template_name":"#, Template.sampleName(template, world))
    pen.write(#","variables":{"{{1}}":"support_hours","{{2}}":"contact_email"}}"#)
    pen.member(#","conditions":{"active_hours":"#, pen.random.permille(600) ? "00:00-23:59" : "08:00-17:00")
    pen.write(#","days":["monday","tuesday","wednesday","thursday","friday"],"contact_has_tag":null}"#)
    pen.member(#","is_active":"#, pen.random.permille(850))
    pen.write("}")
    return pen.takeJSON()
  }
}
