internal import BlazzDB
internal import Foundation
internal import TableStore

/// Every invoice is paid.
extension BillingPayment: SampleTable {
  static func sampleCount(_ scale: SampleScale) -> Int { BillingInvoice.sampleCount(scale) }

  static func sample(_ place: Int, _ world: SampleWorld, _ pen: inout Pen) -> SampleRow<BillingPayment> {
    let invoice = SampleInvoice(place, world)
    let processor = pen.random.pick(PaymentGateway.sampleSlugs)
    pen.member(#"{"gateway":"#, processor)
    pen.write(#","transaction_id":"ch_"#)
    pen.writeHex(pen.random.next(), digits: 14)
    pen.writeHex(UInt64(place), digits: 8)
    pen.write(#"","customer_id":"cus_"#)
    pen.writeHex(pen.random.next(), digits: 14)
    pen.member(#"","payment_method":"card","card_brand":"#, pen.random.pick(["visa", "visa", "mastercard", "jcb"]))
    pen.write(#","last_4":""#)
    pen.write(pen.random.below(10_000), digits: 4)
    pen.write(#"","status":"succeeded","receipt_url":"https://pay.test/receipt/"#)
    pen.writeHex(pen.random.next(), digits: 12)
    pen.write("\"}")
    let paid = SampleClock.within(invoice.time + pen.random.below(40_000))
    let draft = BillingPayment.Draft(
      id: ID(place: place), uuid: pen.random.uuid(), workspaceID: ID(place: invoice.workspace),
      processor: PaymentProcessor(processor), details: pen.takeJSON(), amount: Decimal(invoice.total, places: 2),
      createdAt: Date(second: paid), updatedAt: Date(second: paid))
    return SampleRow(draft: draft, workspace: invoice.workspace)
  }
}
