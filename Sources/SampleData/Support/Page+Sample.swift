internal import BlazzDB
internal import Foundation
internal import TableStore

extension BlazzDB.Page: SampleTable {
  private static let pages: [(title: String, slug: String)] = [
    ("About", "about"), ("Terms of Service", "terms"), ("Privacy Policy", "privacy-policy"), ("Kontak", "kontak"),
    ("Karier", "karier"), ("Status", "status"),
  ]

  static func sampleCount(_: SampleScale) -> Int { pages.count }

  static func sample(_ place: Int, _: SampleWorld, _ pen: inout Pen) -> SampleRow<BlazzDB.Page> {
    let created = Date(second: SampleClock.start + place * 60)
    let content = "<h1>\(pages[place].title)</h1><p>\(pen.sentences(40, between: "</p><p>"))</p>"
    let draft = BlazzDB.Page.Draft(
      id: ID(place: place), uuid: pen.random.uuid(), title: pages[place].title, slug: pages[place].slug,
      content: content, status: place < 4 ? .published : .draft, createdAt: created, updatedAt: created)
    return SampleRow(draft: draft)
  }
}
