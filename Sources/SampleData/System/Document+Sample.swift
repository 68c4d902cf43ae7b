internal import BlazzDB
internal import Foundation
internal import TableStore

extension Document: SampleTable {
  static func sampleCount(_ scale: SampleScale) -> Int { scale.rows(12_000, atLeast: 3) }

  private static let kinds: [(type: String, ending: String)] = [
    ("application/pdf", "pdf"), ("text/csv", "csv"), ("image/png", "png"), ("application/vnd.ms-excel", "xls"),
  ]

  static func sample(_ place: Int, _ world: SampleWorld, _ pen: inout Pen) -> SampleRow<Document> {
    let part = world.part(place, of: Self.self)
    let stored = world.time(part)
    let isPlatforms = pen.random.permille(20)
    let workspace = isPlatforms ? nil : world.workspaces.draw(at: part, &pen.random, evenly: true)
    let kind = kinds[pen.random.below(kinds.count)]
    let name = "\(pen.random.pick(["kontak", "laporan", "katalog", "invoice", "logo"]))-\(place + 1).\(kind.ending)"
    let author = workspace.map { world.people.agent(of: $0, at: part, &pen.random) } ?? 0
    let draft = Document.Draft(
      id: ID(place: place), uuid: pen.random.uuid(), name: name, type: kind.type,
      path: pen.text("documents/", pen.hex(24), ".", kind.ending),
      size: Int64(1_000 + pen.random.below(4_000) * pen.random.below(2_000)),
      workspaceID: workspace.map { ID(place: $0) },
      createdBy: ID(place: author), createdAt: Date(second: stored), updatedAt: Date(second: stored))
    return SampleRow(draft: draft, workspace: workspace)
  }
}
