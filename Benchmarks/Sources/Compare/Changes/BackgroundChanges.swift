import BlazzDB
import CComparePeers
import TableStore

/// What the application changes in the background: campaigns, its audit, its queue.
extension Change {
  /// Logs for the first 500 contacts of a workspace, as far as the campaign has none of them.
  static let materialize = Change(
    name: "29 a campaign gets its logs: 500 contacts",
    statements: [
      Statement(
        .nothing,
        """
        INSERT INTO campaign_logs (campaign_id, contact_id, status, retry_count, created_at, updated_at)
        SELECT :number, k.id, 'pending', 0, :from, :from FROM (
          SELECT id FROM contacts WHERE workspace_id = :workspace AND deleted_at IS NULL ORDER BY id LIMIT 500) k
        WHERE NOT EXISTS (SELECT 1 FROM campaign_logs l WHERE l.campaign_id = :number AND l.contact_id = k.id)
        """)
    ],
    state: counts("SELECT COUNT(*) FROM campaign_logs WHERE campaign_id = :number AND status = 'pending'") {
      db, subject in
      [try db.campaignLogs.where { $0.campaignID == ID(subject.number) && $0.status == .pending }.count()]
    },
    blazz: { db, subject in
      let (campaign, date) = (ID<Campaign>(subject.number), subject.fromDate)
      let contacts = try db.contacts.orderedByKey().limit(500).ids()
      let known = Set(
        try db.campaignLogs.where { $0.campaignID == campaign && $0.contactID.in(contacts) }.values(\.contactID))
      for contact in contacts where !known.contains(contact) {
        try db.campaignLogs.insert(
          .init(campaignID: campaign, contactID: contact, createdAt: date, updatedAt: date))
      }
    })

  /// A log is taken for sending, and sent.
  static let claimLog = Change(
    name: "31 a log is claimed and sent",
    statements: [
      Statement(
        .nothing,
        """
        UPDATE campaign_logs SET status = 'ongoing', updated_at = :from
        WHERE id = :number AND status IN ('pending', 'failed')
        """),
      Statement(
        .nothing,
        "UPDATE campaign_logs SET status = 'success', updated_at = :from WHERE id = :number AND status = 'ongoing'"),
    ],
    state: counts("SELECT COUNT(*) FROM campaign_logs WHERE id = :number AND status = 'success'") { db, subject in
      [try db.campaignLogs.where { $0.id == ID(subject.number) && $0.status == .success }.count()]
    },
    blazz: { db, subject in
      let log = db.campaignLogs.where { $0.id == ID(subject.number) }
      try log.where { $0.status.in([.pending, .failed]) }.update { $0.status = .ongoing }
      try log.where { $0.status == .ongoing }.update { $0.status = .success }
    })

  /// A request begins: a user's, `number`; the log's key is `text`.
  static let auditBegins = Change(
    name: "54 audit: a request begins",
    statements: [
      Statement(
        .nothing,
        """
        INSERT INTO audit_logs (id, request_id, event_type, endpoint, method, url, ip_address, user_agent, user_id,
          workspace_id, session_id, request_data, created_at, updated_at)
        VALUES (:text, :text, 'api_request', 'chats.index', 'GET', '\(url)', '\(address)', '\(agent)', :number,
          :workspace, :text, '\(request)', :from, :from)
        """)
    ],
    state: auditState,
    blazz: { db, subject in
      try db.auditLogs.insert(
        .init(
          id: subject.text, requestID: subject.text, eventType: "api_request", endpoint: "chats.index", method: .get,
          url: url, ipAddress: address, userAgent: agent, userID: ID(subject.number),
          workspaceID: ID(subject.workspace), sessionID: subject.text, requestData: JSON(text: request),
          createdAt: subject.fromDate, updatedAt: subject.fromDate))
    })

  /// It ends, and was not allowed: an incident.
  static let auditEnds = Change(
    name: "54 audit: it ends with an incident",
    statements: [
      Statement(
        .nothing,
        """
        UPDATE audit_logs SET status_code = 401, response_size = 512, execution_time = '12.500', success = 0,
          event_result = 'client_error', updated_at = :from WHERE id = :text AND workspace_id = :workspace
        """),
      Statement(
        .nothing,
        """
        INSERT INTO security_incidents (audit_id, incident_type, severity, ip_address, user_id, endpoint, details,
          resolved, created_at, updated_at)
        VALUES (:text, 'unauthorized_access', 'low', '\(address)', :number, 'chats.index', '\(request)', 0, :from, :from)
        """),
    ],
    state: auditState,
    blazz: { db, subject in
      try db.auditLogs.update(subject.text) {
        $0.statusCode = 401
        $0.responseSize = 512
        $0.executionTime = 12.5
        $0.success = false
        $0.eventResult = .clientError
      }
      try db.securityIncidents.insert(
        .init(
          auditID: subject.text, incidentType: .unauthorizedAccess, severity: .low, ipAddress: address,
          userID: ID(subject.number), endpoint: "chats.index", details: JSON(text: request),
          createdAt: subject.fromDate, updatedAt: subject.fromDate))
    })

  private static let auditState = counts(
    """
    SELECT (SELECT COUNT(*) FROM audit_logs WHERE id = :text AND workspace_id = :workspace),
      (SELECT COUNT(*) FROM audit_logs WHERE id = :text AND status_code = 401 AND success = 0),
      (SELECT COUNT(*) FROM security_incidents WHERE audit_id = :text AND resolved = 0)
    """
  ) { db, subject in
    [
      try db.auditLogs.where { $0.id == subject.text }.count(),
      try db.auditLogs.where { $0.id == subject.text && $0.statusCode == 401 && $0.success == false }.count(),
      try db.securityIncidents.where { $0.auditID == subject.text && $0.resolved == false }.count(),
    ]
  }
  private static let url = "https://crm.example/api/chats?page=1"
  private static let address = "203.0.113.77"
  private static let agent = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36"
  private static let request = #"{"page":1,"per_page":15}"#
}
