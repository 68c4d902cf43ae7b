internal import BlazzDB
internal import Foundation
internal import TableStore

extension BlogPost: SampleTable {
  static func sampleCount(_ scale: SampleScale) -> Int { scale.rows(600, atLeast: 4) }

  private static let titles = [
    "Tips Kampanye WhatsApp", "How to write templates that get approved", "Studi Kasus: Toko Maju Jaya",
    "What is new this month", "Memahami Laporan Pengiriman", "Five ways to answer faster",
  ]

  static func sample(_ place: Int, _ world: SampleWorld, _ pen: inout Pen) -> SampleRow<BlogPost> {
    let published = world.time(world.part(place, of: Self.self))
    let title = titles[place % titles.count]
    let tags = (0..<pen.random.within(1...3)).map { _ in String(1 + pen.random.below(BlogTag.sampleCount(world.scale)))
    }
    let slug = title.lowercased().filter { $0.isLetter || $0 == " " }.replacing(" ", with: "-")
    let draft = BlogPost.Draft(
      id: ID(place: place), uuid: pen.random.uuid(), slug: "\(slug)-\(place + 1)",
      categoryID: ID(place: pen.random.below(BlogCategory.sampleCount(world.scale))), tags: tags.joined(separator: ","),
      title: title, content: "<p>\(pen.sentences(pen.random.within(10...40), between: "</p><p>"))</p>",
      image: pen.text("uploads/blog/", pen.hex(16), ".jpg"),
      authorID: ID(place: pen.random.below(BlogAuthor.sampleCount(world.scale))),
      isFeatured: pen.random.permille(80) ? 1 : 0, published: pen.random.permille(920) ? 1 : 0,
      deleted: pen.random.permille(20) ? 1 : 0, createdBy: ID(place: 0), publishDate: Date(second: published),
      updatedAt: Date(second: SampleClock.within(published + pen.random.below(500_000))))
    return SampleRow(draft: draft)
  }
}
