internal import BlazzDB
internal import Foundation
internal import TableStore

extension Subscription: SampleTable {
  static func sampleCount(_ scale: SampleScale) -> Int { scale.rows(4_200, atLeast: 3) }

  static func sample(_ place: Int, _ world: SampleWorld, _ pen: inout Pen) -> SampleRow<Subscription> {
    let rows = world.owned(Subscription.self)
    let workspace = rows.workspace(of: place)
    let began = world.time(rows.part(of: place))
    let status: SubscriptionStatus =
      switch pen.random.below(100) {
      case 0..<12: .trial
      case 12..<68: .active
      case 68..<90: .expired
      default: .cancelled
      }
    let days = status == .trial ? 14 : status == .active ? 365 : 30 * pen.random.within(1...6)
    let draft = Subscription.Draft(
      id: ID(place: place), uuid: pen.random.uuid(), workspaceID: ID(place: workspace),
      planID: status == .trial ? nil : ID(place: pen.random.below(SubscriptionPlan.samplePlans.count)),
      paymentDetails: status == .trial ? nil : payment(&pen), startDate: Date(second: began),
      validUntil: Date(second: began + days * 86_400), status: status, createdAt: Date(second: began),
      updatedAt: Date(second: SampleClock.within(began + pen.random.below(days * 86_400))))
    return SampleRow(draft: draft, workspace: workspace)
  }

  private static func payment(_ pen: inout Pen) -> JSON<SubscriptionPaymentDetails> {
    pen.member(#"{"gateway":"#, pen.random.pick(PaymentGateway.sampleSlugs))
    pen.write(#","customer_id":"cus_"#)
    pen.writeHex(pen.random.next(), digits: 14)
    pen.write(#"","subscription_id":"sub_"#)
    pen.writeHex(pen.random.next(), digits: 16)
    pen.write(#"","payment_method":"card","last_4":""#)
    pen.write(pen.random.below(10_000), digits: 4)
    pen.write("\"}")
    return pen.takeJSON()
  }
}
