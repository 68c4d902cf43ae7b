internal import BlazzDB
internal import Foundation
internal import TableStore

extension AuthenticationEvent: SampleTable {
  static func sampleCount(_ scale: SampleScale) -> Int { scale.rows(600_000, atLeast: 2) }

  /// What happened in the event at a place, for its request too. Only people sign in.
  static func sampleKind(_ place: Int, _ request: SampleRequest) -> AuthenticationEventType {
    var random = RowRandom(seed: 2, table: schema.id, place: place)
    guard request.user != nil else { return random.permille(900) ? .loginFailure : .accountLocked }
    switch random.below(100) {
    case 0..<62: return .loginSuccess
    case 62..<70: return .loginFailure
    case 70..<76: return .loginAttempt
    case 76..<97: return .logout
    case 97..<99: return .passwordReset
    default: return .accountLocked
    }
  }

  private static let reasons = ["invalid_credentials", "invalid_credentials", "unknown_email", "two_factor_failed"]

  static func sample(_ place: Int, _ world: SampleWorld, _ pen: inout Pen) -> SampleRow<AuthenticationEvent> {
    let request = SampleRequest(SampleRequest.signIns(world.scale).partner(of: place), world)
    let kind = sampleKind(place, request)
    let time = Date(second: world.time(request.part))
    let isRefused = kind == .loginFailure || kind == .accountLocked
    let audit = pen.requestID(request, world)
    var random = RowRandom(seed: world.seed, table: User.schema.id, place: request.user ?? request.visitor)
    // The address that the user signs in with is made as the user's row makes it.
    swap(&random, &pen.random)
    let name = request.user.map { User.sampleName($0, world) } ?? PersonName(&pen.random)
    let email = pen.email(name, (request.user ?? request.visitor) + 1)
    swap(&random, &pen.random)
    pen.member(#"{"device":"#, request.visitor % 3 == 0 ? "mobile" : "desktop")
    pen.member(#","two_factor":"#, pen.random.permille(100))
    pen.member(#","attempts":"#, isRefused ? pen.random.within(1...5) : 1)
    pen.write("}")
    let additionalData: JSON<JSONValue> = pen.takeJSON()
    let draft = AuthenticationEvent.Draft(
      id: ID(place: place), auditID: audit, eventType: kind, email: email, userID: request.user.map { ID(place: $0) },
      workspaceID: request.workspace.map { ID(place: $0) }, ipAddress: pen.address(ofVisitor: request.visitor),
      userAgent: Network.userAgents[request.visitor % Network.userAgents.count],
      failureReason: isRefused ? pen.random.pick(reasons) : nil,
      suspicious: isRefused && pen.random.permille(200), additionalData: additionalData, createdAt: time,
      updatedAt: time)
    return SampleRow(draft: draft, workspace: request.workspace)
  }
}
