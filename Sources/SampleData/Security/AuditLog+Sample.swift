internal import BlazzDB
internal import Foundation
internal import TableStore

extension AuditLog: SampleTable {
  static func sampleCount(_ scale: SampleScale) -> Int { scale.rows(8_200_000, atLeast: 30) }

  static func sample(_ place: Int, _ world: SampleWorld, _ pen: inout Pen) -> SampleRow<AuditLog> {
    let request = SampleRequest(place, world)
    let time = world.time(request.part)
    let id = pen.requestID(request, world)
    let kind = kind(of: request, &pen.random)
    let status = statusCode(of: request, kind.method, &pen.random)
    let microseconds = 3_000 + pen.random.below(60_000) * pen.random.within(1...8)
    let target = pen.random.below(2_000_000)
    pen.write("/")
    pen.write(kind.endpoint.replacing(".", with: "/"))
    if kind.method != "GET" || target % 3 == 0 {
      pen.write("/")
      pen.write(target)
    }
    let url = pen.take()
    let isProgram = request.workspace != nil && request.user == nil
    let draft = AuditLog.Draft(
      id: id, requestID: pen.random.permille(150) ? pen.random.uuid() : nil, eventType: kind.event,
      endpoint: kind.endpoint,
      method: AuditMethod(kind.method), url: url, ipAddress: pen.address(ofVisitor: request.visitor),
      userAgent: isProgram ? "GuzzleHttp/7" : Network.userAgents[request.visitor % Network.userAgents.count],
      userID: request.user.map { ID(place: $0) }, workspaceID: request.workspace.map { ID(place: $0) },
      sessionID: isProgram || pen.random.permille(750) ? nil : pen.hex(40),
      requestData: data(kind.method, target, &pen), statusCode: Int32(status),
      responseSize: Int64(200 + pen.random.below(90_000)), executionTime: Decimal(microseconds, places: 3),
      memoryUsage: Int64(2_097_152 * pen.random.within(1...12)), success: status < 400,
      eventResult: status < 400 ? .success : status < 500 ? .clientError : .serverError, createdAt: Date(second: time),
      updatedAt: Date(second: SampleClock.within(time + microseconds / 1_000_000)))
    return SampleRow(draft: draft, workspace: request.workspace)
  }

  private static func kind(
    of request: SampleRequest, _ random: inout RowRandom
  ) -> (method: String, endpoint: String, event: String) {
    if case .signIn(let event) = request.occasion {
      let isOut = AuthenticationEvent.sampleKind(event, request) == .logout
      return ("POST", isOut ? "logout" : "login", "authentication")
    }
    return random.pick(Network.requests)
  }

  private static func statusCode(of request: SampleRequest, _ method: String, _ random: inout RowRandom) -> Int {
    switch request.occasion {
    case .signIn(let event):
      return AuthenticationEvent.sampleKind(event, request) == .loginFailure ? 401 : 200
    case .incident: return random.pick([401, 403, 403, 419, 429, 429])
    case .work: break
    }
    switch random.below(1000) {
    case 0..<940: return method == "POST" ? 201 : 200
    case 940..<965: return 302
    case 965..<985: return 404
    case 985..<996: return 422
    default: return 500
    }
  }

  private static func data(_ method: String, _ target: Int, _ pen: inout Pen) -> JSON<JSONValue>? {
    guard method != "DELETE", !pen.random.permille(600) else { return nil }
    if method == "GET" {
      pen.member(#"{"page":"#, 1 + pen.random.below(12))
      pen.write(#","search":null}"#)
    } else {
      pen.member(#"{"contact_id":"#, target)
      pen.member(#","message":"#, "[filtered]")
      pen.write("}")
    }
    return pen.takeJSON()
  }
}
