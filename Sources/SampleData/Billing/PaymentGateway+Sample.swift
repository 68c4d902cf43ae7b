internal import BlazzDB
internal import Foundation
internal import TableStore

extension PaymentGateway: SampleTable {
  static let sampleSlugs = ["stripe", "paypal", "razorpay", "midtrans"]
  private static let names = ["Stripe", "PayPal", "Razorpay", "Midtrans"]

  static func sampleCount(_: SampleScale) -> Int { sampleSlugs.count }

  static func sample(_ place: Int, _: SampleWorld, _ pen: inout Pen) -> SampleRow<PaymentGateway> {
    let draft = PaymentGateway.Draft(
      id: ID(place: place), uuid: pen.random.uuid(), name: names[place], slug: PaymentProcessor(sampleSlugs[place]),
      credentials: pen.text("eyJpdiI6Ij", pen.hex(96)), isActive: true, isTestMode: false,
      createdAt: Date(second: SampleClock.start), updatedAt: Date(second: SampleClock.start))
    return SampleRow(draft: draft)
  }
}
