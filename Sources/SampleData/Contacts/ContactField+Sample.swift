internal import BlazzDB
internal import Foundation
internal import TableStore

extension ContactField: SampleTable {
  static func sampleCount(_ scale: SampleScale) -> Int { scale.rows(8_000, atLeast: 6) }

  private static let fields: [(name: String, type: ContactFieldType, options: JSON<JSONValue>?)] = [
    ("Company", .text, nil), ("Job title", .text, nil), ("Birthday", .date, #"{"format":"YYYY-MM-DD"}"#),
    ("Stage", .select, #"["Lead","Prospect","Customer","Churned"]"#), ("Lifetime value", .number, nil),
    ("Opt-in", .checkbox, nil), ("Kota", .text, nil), ("Ukuran", .select, #"["S","M","L","XL"]"#),
  ]

  static func sample(_ place: Int, _ world: SampleWorld, _ pen: inout Pen) -> SampleRow<ContactField> {
    let rows = world.owned(ContactField.self)
    let workspace = rows.workspace(of: place)
    let created = world.time(rows.part(of: place))
    let field = fields[pen.random.below(fields.count)]
    let draft = ContactField.Draft(
      id: ID(place: place), uuid: pen.random.uuid(), workspaceID: ID(place: workspace), name: field.name,
      fieldType: field.type, options: field.options, isRequired: pen.random.permille(150),
      createdBy: ID(place: world.people.owner(of: workspace)), createdAt: Date(second: created),
      updatedAt: Date(second: created))
    return SampleRow(draft: draft, workspace: workspace)
  }
}
