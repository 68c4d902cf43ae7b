internal import BlazzDB
internal import Foundation
internal import TableStore

/// What an invoice comes to, and when: computed for it, its lines, its payment, its tax and the ledger alike.
///
/// Invoices come in blocks of 20, with 20 payments, 2 credits and a debit to each block, so that the ledger's entries
/// can be found by computing.
struct SampleInvoice {
  static let inBlock = 20
  static let creditsInBlock = 2
  static let debitsInBlock = 1
  /// Invoices and payments in turn, then credits and debits.
  static let entriesInBlock = 2 * inBlock + creditsInBlock + debitsInBlock
  /// Indonesian value added tax, in percent.
  static let taxPercent = 11
  /// The coupons that invoices use: the first one, 20 percent off.
  private static let couponPercent = 20

  static func blocks(_ scale: SampleScale) -> Int { scale.rows(1_300) }

  let place: Int
  let workspace: Int
  let plan: Int
  let time: Int
  let hasCoupon: Bool
  /// Hundredths.
  let subtotal: Int
  let discount: Int
  let tax: Int
  var total: Int { subtotal - discount + tax }

  init(_ place: Int, _ world: SampleWorld) {
    var random = RowRandom(seed: world.seed &+ 2, table: BillingInvoice.schema.id, place: place)
    self.place = place
    let part = world.part(place, of: BillingInvoice.self)
    workspace = world.workspaces.draw(at: part, &random, evenly: true)
    time = world.time(part)
    plan = random.below(SubscriptionPlan.samplePlans.count)
    hasCoupon = random.permille(120)
    subtotal = SubscriptionPlan.samplePlans[plan].cents
    discount = hasCoupon ? subtotal * Self.couponPercent / 100 : 0
    tax = (subtotal - discount) * Self.taxPercent / 100
  }

  /// The row and the table that an entry of the ledger stands for.
  static func entry(_ place: Int) -> (kind: BillingEntityType, place: Int) {
    let (block, number) = (place / entriesInBlock, place % entriesInBlock)
    if number < 2 * inBlock { return (number % 2 == 0 ? .invoice : .payment, block * inBlock + number / 2) }
    let rest = number - 2 * inBlock
    return rest < creditsInBlock
      ? (.credit, block * creditsInBlock + rest) : (.debit, block * debitsInBlock + rest - creditsInBlock)
  }
}

/// A credit or a debit: whose, when and how much.
struct SampleAdjustment {
  let workspace: Int
  let time: Int
  /// Hundredths.
  let cents: Int
  let description: String

  /// - Parameter share: how far in the year it is.
  init(_ place: Int, of count: Int, table: UInt8, _ descriptions: [String], _ world: SampleWorld) {
    var random = RowRandom(seed: world.seed &+ 2, table: table, place: place)
    let part = CampaignShape.sending(Double(place + 1) / Double(count))
    workspace = world.workspaces.draw(at: part, &random, evenly: true)
    time = world.time(part)
    cents = random.within(10...900) * 1_000_00
    description = random.pick(descriptions)
  }
}
