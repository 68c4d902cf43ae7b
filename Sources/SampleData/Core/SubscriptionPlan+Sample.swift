internal import BlazzDB
internal import Foundation
internal import TableStore

extension SubscriptionPlan: SampleTable {
  /// The plans, whatever the scale: name, price in hundredths, whether it is for a year, contacts, messages, members.
  static let samplePlans: [(name: String, cents: Int, isYearly: Bool, contacts: Int, messages: Int, members: Int)] = [
    ("Starter", 19_900_00, false, 1_000, 5_000, 2), ("Professional", 49_900_00, false, 10_000, 50_000, 5),
    ("Enterprise", 149_900_00, false, 250_000, 2_000_000, 50), ("Starter", 199_000_00, true, 1_000, 5_000, 2),
    ("Professional", 499_000_00, true, 10_000, 50_000, 5), ("Enterprise", 1_499_000_00, true, 250_000, 2_000_000, 50),
  ]

  static func sampleCount(_: SampleScale) -> Int { samplePlans.count }

  static func sample(_ place: Int, _: SampleWorld, _ pen: inout Pen) -> SampleRow<SubscriptionPlan> {
    let plan = samplePlans[place]
    let created = SampleClock.start + place
    pen.member(#"{"features":{"contacts_limit":"#, plan.contacts)
    pen.member(#","messages_per_month":"#, plan.messages)
    pen.member(#","team_members":"#, plan.members)
    pen.write(#","campaigns_enabled":true,"auto_replies_enabled":true"#)
    pen.member(#","api_access":"#, plan.name != "Starter")
    pen.member(#","advanced_analytics":"#, plan.name == "Enterprise")
    pen.member(#","priority_support":"#, plan.name == "Enterprise")
    pen.write(#"},"description":"Perfect for growing businesses""#)
    pen.member(#","popular":"#, plan.name == "Professional")
    pen.write(#","stripe_price_id":"price_"#)
    pen.writeHex(pen.random.next(), digits: 16)
    pen.write(#"","trial_days":14}"#)
    let draft = SubscriptionPlan.Draft(
      id: ID(place: place), uuid: pen.random.uuid(), name: plan.name, price: Decimal(plan.cents, places: 2),
      period: plan.isYearly ? .yearly : .monthly, metadata: pen.takeJSON(), status: .active,
      createdAt: Date(second: created), updatedAt: Date(second: created))
    return SampleRow(draft: draft)
  }
}
