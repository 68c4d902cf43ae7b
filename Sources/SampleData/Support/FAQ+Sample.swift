internal import BlazzDB
internal import Foundation
internal import TableStore

extension FAQ: SampleTable {
  private static let questions = [
    "How do I connect my WhatsApp number?", "Bagaimana cara membuat kampanye?", "Why was my template rejected?",
    "Berapa batas pesan per bulan?", "How do I export my contacts?", "Bagaimana cara menambah anggota tim?",
    "Which payment methods can I use?", "Apakah data saya aman?", "How do automatic replies work?",
    "Bagaimana cara berhenti berlangganan?",
  ]

  static func sampleCount(_ scale: SampleScale) -> Int { 4 * questions.count }

  static func sample(_ place: Int, _: SampleWorld, _ pen: inout Pen) -> SampleRow<FAQ> {
    let created = SampleClock.start + place * 40_000
    let draft = FAQ.Draft(
      id: ID(place: place), uuid: pen.random.uuid(), question: questions[place % questions.count],
      answer: pen.sentences(pen.random.within(2...6)),
      category: pen.random.pick(["Umum", "Billing", "API", "Campaigns"]),
      orderIndex: Int32(place), status: pen.random.permille(900) ? .active : .inactive,
      viewsCount: Int32(pen.random.below(20_000)), createdAt: Date(second: created), updatedAt: Date(second: created))
    return SampleRow(draft: draft)
  }
}
