internal import BlazzDB
internal import Foundation
internal import TableStore

extension ContactGroup: SampleTable {
  static func sampleCount(_ scale: SampleScale) -> Int { scale.rows(12_000, atLeast: 9) }

  private static let names = [
    "VIP Customers", "Newsletter Subscribers", "Trial Users", "Leads", "Active Customers", "Churned Customers",
    "Pelanggan Setia", "Reseller", "Jabodetabek", "Promo Lebaran", "Event 2025", "Grosir", "Alumni", "Pasien Baru",
  ]

  static func sample(_ place: Int, _ world: SampleWorld, _ pen: inout Pen) -> SampleRow<ContactGroup> {
    let workspace = world.groups.workspace(of: place)
    let created = SampleClock.within(world.time(world.groups.part(of: place)) + pen.random.below(900))
    pen.write(pen.random.pick(names))
    if pen.random.permille(500) {
      pen.write(" ")
      pen.write(pen.random.within(1...99))
    }
    let draft = ContactGroup.Draft(
      id: ID(place: place), uuid: pen.random.uuid(), workspaceID: ID(place: workspace), name: pen.take(),
      createdBy: ID(place: world.people.agent(of: workspace, &pen.random)), createdAt: Date(second: created),
      updatedAt: Date(second: created),
      deletedAt: pen.random.permille(30)
        ? Date(second: SampleClock.within(created + pen.random.below(9_000_000))) : nil)
    return SampleRow(draft: draft, workspace: workspace)
  }
}
