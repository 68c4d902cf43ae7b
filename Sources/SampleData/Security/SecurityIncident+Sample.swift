internal import BlazzDB
internal import Foundation
internal import TableStore

extension SecurityIncident: SampleTable {
  static func sampleCount(_ scale: SampleScale) -> Int { scale.rows(9_000) }

  static func sample(_ place: Int, _ world: SampleWorld, _ pen: inout Pen) -> SampleRow<SecurityIncident> {
    let request = SampleRequest(SampleRequest.incidents(world.scale).partner(of: place), world)
    let found = world.time(request.part)
    let isResolved = pen.random.permille(780)
    let resolved = SampleClock.within(found + pen.random.below(400_000))
    let audit = pen.requestID(request, world)
    pen.member(#"{"attempts":"#, pen.random.within(1...40))
    pen.member(#","window_seconds":"#, pen.random.pick([60, 300, 3_600]))
    pen.member(#","pattern":"#, pen.random.pick(["burst", "credential_stuffing", "union_select", "forced_browsing"]))
    pen.write("}")
    let details: JSON<JSONValue> = pen.takeJSON()
    let draft = SecurityIncident.Draft(
      id: ID(place: place), auditID: audit,
      incidentType: pen.random.pick([.unauthorizedAccess, .unauthorizedAccess, .rateLimit, .rateLimit, .sqlInjection]),
      severity: pen.random.pick([.low, .low, .medium, .medium, .medium, .high, .critical]),
      ipAddress: pen.address(ofVisitor: request.visitor), userID: request.user.map { ID(place: $0) },
      endpoint: Network.requests[place % Network.requests.count].endpoint, details: details,
      resolved: isResolved, resolutionNotes: isResolved ? "Alamat diblokir selama 24 jam" : nil,
      resolvedAt: isResolved ? Date(second: resolved) : nil, createdAt: Date(second: found),
      updatedAt: Date(second: isResolved ? resolved : found))
    return SampleRow(draft: draft, workspace: request.workspace)
  }
}
