internal import BlazzDB
internal import Foundation
internal import TableStore

extension User: SampleTable {
  static func sampleCount(_ scale: SampleScale) -> Int { scale.rows(5_340, atLeast: 4) }

  static func sample(_ place: Int, _ world: SampleWorld, _ pen: inout Pen) -> SampleRow<User> {
    let name = Self.sampleName(place, world)
    let email = pen.email(name, place + 1)
    let signedUp = world.time(world.people.arrival(of: place))
    let isUnverified = pen.random.permille(40)
    let isDeleted = !world.people.isOwner(place) && pen.random.permille(20)
    let usesGoogle = pen.random.permille(220)
    let changed = SampleClock.within(signedUp + pen.random.below(9_000_000))
    pen.writePhone(place, isLocal: name.isLocal)
    let phone = pen.take()
    let draft = User.Draft(
      id: ID(place: place), firstName: name.first, lastName: pen.random.permille(930) ? name.last : nil, email: email,
      avatar: pen.random.permille(350) ? pen.text("uploads/media/avatars/", pen.random.uuid(), ".jpg") : nil,
      role: place == 0 ? .superAdmin : pen.random.permille(4) ? .admin : .user, phone: phone,
      address: pen.random.permille(300) ? pen.address() : nil,
      emailVerifiedAt: isUnverified ? nil : Date(second: SampleClock.within(signedUp + pen.random.below(3_600))),
      password: usesGoogle ? nil : pen.text("$2y$10$", pen.hex(48), pen.hex(5)),
      status: isUnverified ? 2 : pen.random.permille(15) ? 0 : 1, meta: Self.meta(&pen),
      planID: nil, googleID: usesGoogle ? pen.text("10", String(pen.random.within(1...9)), pen.hex(18)) : nil,
      tfaSecret: pen.random.permille(60) ? pen.hex(32) : nil,
      rememberToken: pen.random.permille(600) ? pen.hex(60) : nil, createdAt: Date(second: signedUp),
      updatedAt: Date(second: changed), deletedAt: isDeleted ? Date(second: changed) : nil)
    return SampleRow(draft: draft)
  }

  /// The name of the user at a place, for rows that have it too.
  static func sampleName(_ place: Int, _ world: SampleWorld) -> PersonName {
    var random = RowRandom(seed: world.seed &+ 3, table: schema.id, place: place)
    return PersonName(&random)
  }

  private static func meta(_ pen: inout Pen) -> JSON<JSONValue>? {
    guard pen.random.permille(500) else { return nil }
    pen.member(#"{"locale":"#, pen.random.permille(700) ? "id" : "en")
    pen.member(#","theme":"#, pen.random.permille(300) ? "dark" : "light")
    pen.member(#","notifications":{"email":"#, pen.random.permille(800))
    pen.member(#","sound":"#, pen.random.permille(600))
    pen.write("}}")
    return pen.takeJSON()
  }
}
