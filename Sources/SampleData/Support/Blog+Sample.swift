internal import BlazzDB
internal import Foundation
internal import TableStore

extension BlogAuthor: SampleTable {
  static func sampleCount(_: SampleScale) -> Int { 8 }

  static func sample(_ place: Int, _: SampleWorld, _ pen: inout Pen) -> SampleRow<BlogAuthor> {
    let created = Date(second: SampleClock.start + place * 3_600)
    let name = PersonName(&pen.random)
    let draft = BlogAuthor.Draft(
      id: ID(place: place), uuid: pen.random.uuid(), firstName: name.first, lastName: name.last, bio: pen.sentences(2),
      createdBy: ID(place: 0), deleted: place == 7 ? 1 : 0, createdAt: created, updatedAt: created)
    return SampleRow(draft: draft)
  }
}

extension BlogCategory: SampleTable {
  private static let names = ["Produk", "Tips", "Case studies", "Engineering", "Kampanye", "Perusahaan"]

  static func sampleCount(_: SampleScale) -> Int { names.count }

  static func sample(_ place: Int, _: SampleWorld, _ pen: inout Pen) -> SampleRow<BlogCategory> {
    let created = Date(second: SampleClock.start + place * 60)
    let draft = BlogCategory.Draft(
      id: ID(place: place), uuid: pen.random.uuid(), name: names[place], createdBy: ID(place: 0), createdAt: created,
      updatedAt: created)
    return SampleRow(draft: draft)
  }
}

extension BlogTag: SampleTable {
  private static let names = [
    "whatsapp", "crm", "marketing", "template", "otomasi", "ukm", "api", "rilis", "tim", "laporan", "privasi", "promo",
  ]

  static func sampleCount(_: SampleScale) -> Int { names.count }

  static func sample(_ place: Int, _: SampleWorld, _ pen: inout Pen) -> SampleRow<BlogTag> {
    let draft = BlogTag.Draft(
      id: ID(place: place), uuid: pen.random.uuid(), name: names[place], createdBy: ID(place: 0),
      createdAt: Date(second: SampleClock.start + place * 60))
    return SampleRow(draft: draft)
  }
}
