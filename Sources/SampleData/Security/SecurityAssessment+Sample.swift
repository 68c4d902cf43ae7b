internal import BlazzDB
internal import Foundation
internal import TableStore

extension SecurityAssessment: SampleTable {
  static func sampleCount(_ scale: SampleScale) -> Int { scale.rows(60_000, atLeast: 2) }

  static func sample(_ place: Int, _ world: SampleWorld, _ pen: inout Pen) -> SampleRow<SecurityAssessment> {
    let pairs = Pairing(sampleCount(world.scale), among: AuditLog.sampleCount(world.scale))
    let request = SampleRequest(pairs.partner(of: place), world)
    let time = Date(second: world.time(request.part))
    // Most of what is looked at is harmless.
    let score = min(pen.random.below(101), pen.random.below(101))
    let isBlocked = score >= 85
    let draft = SecurityAssessment.Draft(
      id: ID(place: place), ipAddress: pen.address(ofVisitor: request.visitor),
      userID: request.user.map { ID(place: $0) },
      workspaceID: request.workspace.map { ID(place: $0) }, riskScore: Int32(score),
      threatsDetected: score < 20 ? nil : threats(score, isBlocked, &pen),
      recommendations: score < 60 ? nil : recommendations(isBlocked, &pen), blocked: isBlocked, createdAt: time,
      updatedAt: time)
    return SampleRow(draft: draft, workspace: request.workspace)
  }

  private static func threats(_ score: Int, _ isBlocked: Bool, _ pen: inout Pen) -> JSON<DetectedThreats> {
    pen.member(#"{"risk_factors":{"failed_login_attempts":"#, pen.random.below(1 + score / 10))
    pen.member(#","rate_limit_violations":"#, pen.random.below(1 + score / 8))
    pen.write(#","suspicious_patterns":["unusual_hours""#)
    if score > 50 { pen.write(#","multiple_locations""#) }
    if score > 80 { pen.write(#","tor_exit_node""#) }
    pen.member(#"],"threat_intelligence_matches":"#, score / 40)
    pen.member(#","credential_stuffing_detected":"#, score > 90)
    pen.member(#"},"risk_score":"#, score)
    pen.member(#","severity":"#, score < 40 ? "low" : score < 70 ? "medium" : score < 90 ? "high" : "critical")
    pen.member(#","auto_blocked":"#, isBlocked)
    pen.write("}")
    return pen.takeJSON()
  }

  private static func recommendations(_ isBlocked: Bool, _ pen: inout Pen) -> JSON<SecurityRecommendations> {
    pen.write(#"{"immediate_actions":["#)
    if isBlocked { pen.write(#""Block IP temporarily (24 hours)","#) }
    pen.write(#""Enable 2FA requirement"],"monitoring":["Track geolocation anomalies"]"#)
    pen.member(#","user_notification":{"send_email":"#, isBlocked)
    pen.write(#","send_sms":false,"message":"Suspicious activity detected on your account"}}"#)
    return pen.takeJSON()
  }
}
