internal import BlazzDB
internal import Foundation
internal import TableStore

extension TaxRate: SampleTable {
  private static let rates: [(name: String, percent: Int)] = [
    ("PPN (Indonesia)", 11), ("VAT (Standard)", 10), ("GST (India)", 18), ("Sales Tax (US)", 5), ("No Tax", 0),
  ]

  static func sampleCount(_: SampleScale) -> Int { rates.count }

  static func sample(_ place: Int, _: SampleWorld, _: inout Pen) -> SampleRow<TaxRate> {
    let created = Date(second: SampleClock.start + place)
    let draft = TaxRate.Draft(
      id: ID(place: place), name: rates[place].name, percentage: Decimal(rates[place].percent),
      status: place == 3 ? .inactive : .active, createdAt: created, updatedAt: created)
    return SampleRow(draft: draft)
  }
}
