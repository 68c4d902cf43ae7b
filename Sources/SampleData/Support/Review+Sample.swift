internal import BlazzDB
internal import Foundation
internal import TableStore

extension Review: SampleTable {
  static func sampleCount(_ scale: SampleScale) -> Int { scale.rows(900, atLeast: 5) }

  private static let texts = [
    "Sangat membantu tim CS kami, balasan jadi jauh lebih cepat.", "Great tool, our campaigns finally get read. ❤️",
    "Fitur lengkap, tapi laporan kadang lambat.", "Support answered within minutes.",
    "Harga sepadan dengan manfaatnya 👍",
    "It took a while to set up, now we would not go back.",
  ]

  static func sample(_ place: Int, _ world: SampleWorld, _ pen: inout Pen) -> SampleRow<Review> {
    let written = world.time(world.part(place, of: Self.self))
    let draft = Review.Draft(
      id: ID(place: place), uuid: pen.random.uuid(), name: PersonName(&pen.random).full, company: pen.company(),
      rating: pen.random.pick([5, 5, 5, 5, 4, 4, 4, 3, 2, 1]), review: pen.random.pick(texts),
      avatar: pen.random.permille(300) ? pen.text("uploads/reviews/", pen.hex(12), ".jpg") : nil,
      isFeatured: pen.random.permille(100),
      status: pen.random.pick([.approved, .approved, .approved, .pending, .rejected]),
      createdAt: Date(second: written), updatedAt: Date(second: written))
    return SampleRow(draft: draft)
  }
}
