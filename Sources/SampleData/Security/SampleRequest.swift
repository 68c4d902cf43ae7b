internal import BlazzDB
internal import TableStore

/// Who sent the request at a place of the audit log, when and from where: the same for what refers to it.
struct SampleRequest {
  /// What a request was part of besides the application's daily work.
  enum Occasion {
    case work
    /// A sign-in or sign-out: the place of its event.
    case signIn(Int)
    /// Something to be looked into: the place of the incident.
    case incident(Int)
  }

  let place: Int
  let part: Double
  /// `nil`: before anybody signed in.
  let workspace: Int?
  let user: Int?
  /// Stands for the device that it came from.
  let visitor: Int
  let occasion: Occasion

  init(_ place: Int, _ world: SampleWorld) {
    var random = RowRandom(seed: world.seed &+ 2, table: AuditLog.schema.id, place: place)
    self.place = place
    part = world.part(place, of: AuditLog.self)
    if let event = Self.signIns(world.scale).partner(ofMany: place) {
      occasion = .signIn(event)
    } else if let incident = Self.incidents(world.scale).partner(ofMany: place) {
      occasion = .incident(incident)
    } else {
      occasion = .work
    }
    if random.permille(60) {
      (self.workspace, self.user) = (nil, nil)
      visitor = random.below(1_000_000) + world.people.count
      return
    }
    let workspace = world.workspaces.draw(at: part, &random)
    let agent = world.people.agent(of: workspace, at: part, &random)
    self.workspace = workspace
    // Programs that come with a key are nobody.
    user = random.permille(120) ? nil : agent
    visitor = agent
  }

  /// Sign-ins among the requests.
  static func signIns(_ scale: SampleScale) -> Pairing {
    Pairing(AuthenticationEvent.sampleCount(scale), among: AuditLog.sampleCount(scale))
  }

  /// Incidents among the requests.
  static func incidents(_ scale: SampleScale) -> Pairing {
    Pairing(SecurityIncident.sampleCount(scale), among: AuditLog.sampleCount(scale))
  }
}

extension Pen {
  /// The key of a request: its time in hexadecimal microseconds and its number, so that keys sort as requests come.
  mutating func requestID(_ request: SampleRequest, _ world: SampleWorld) -> String {
    write("req_")
    writeHex(UInt64(world.clock.exactTime(request.part) * 1_000_000), digits: 14)
    write(".")
    write(request.place, digits: 10)
    return take()
  }
}
