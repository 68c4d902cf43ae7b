import Foundation
import GRDB

// Records as GRDB's documentation recommends them for speed: structs with typed columns, read by position. Times are
// seconds in the database, as for SQLite in C.

extension Row {
  fileprivate func date(_ place: Int) -> Date? {
    (self[place] as Int64?).map { Date(timeIntervalSince1970: Double($0)) }
  }
}

/// A record that can stand anywhere in a row.
protocol PlacedRecord: FetchableRecord {
  init(row: Row, at place: Int)
}

extension PlacedRecord {
  init(row: Row) { self.init(row: row, at: 0) }
}

struct ChatRecord: PlacedRecord {
  var id: Int64
  var uuid: String
  var workspaceID: Int64
  var wamID: String?
  var contactID: Int64
  var userID: Int64?
  var type: String?
  var metadata: String
  var mediaID: Int64?
  var status: String?
  var isRead: Bool
  var deletedBy: Int64?
  var deletedAt: Date?
  var createdAt: Date

  init(row: Row, at p: Int) {
    id = row[p]
    uuid = row[p + 1]
    workspaceID = row[p + 2]
    wamID = row[p + 3]
    contactID = row[p + 4]
    userID = row[p + 5]
    type = row[p + 6]
    metadata = row[p + 7]
    mediaID = row[p + 8]
    status = row[p + 9]
    isRead = row[p + 10]
    deletedBy = row[p + 11]
    deletedAt = row.date(p + 12)
    createdAt = row.date(p + 13)!
  }
}

struct ContactRecord: PlacedRecord {
  /// Columns of the table.
  static let width = 16
  var id: Int64
  var uuid: String
  var workspaceID: Int64
  var firstName: String?
  var lastName: String?
  var phone: String?
  var email: String?
  var avatar: String?
  var address: String?
  var metadata: String?
  var latestChatCreatedAt: Date?
  var isFavorite: Int
  var createdBy: Int64
  var createdAt: Date?
  var updatedAt: Date?
  var deletedAt: Date?

  init(row: Row, at p: Int) {
    id = row[p]
    uuid = row[p + 1]
    workspaceID = row[p + 2]
    firstName = row[p + 3]
    lastName = row[p + 4]
    phone = row[p + 5]
    email = row[p + 6]
    avatar = row[p + 7]
    address = row[p + 8]
    metadata = row[p + 9]
    latestChatCreatedAt = row.date(p + 10)
    isFavorite = row[p + 11]
    createdBy = row[p + 12]
    createdAt = row.date(p + 13)
    updatedAt = row.date(p + 14)
    deletedAt = row.date(p + 15)
  }
}

struct ContactWithChatRecord: FetchableRecord {
  var contact: ContactRecord
  var newest: ChatRecord?

  init(row: Row) {
    contact = ContactRecord(row: row, at: 2)
    newest = row.hasNull(atIndex: 1) ? nil : ChatRecord(row: row, at: 2 + ContactRecord.width)
  }
}

struct CampaignLogRecord: PlacedRecord {
  var id: Int64
  var campaignID: Int64
  var contactID: Int64
  var chatID: Int64?
  var metadata: String?
  var status: String
  var retryCount: Int
  var createdAt: Date?
  var updatedAt: Date?

  init(row: Row, at p: Int) {
    id = row[p]
    campaignID = row[p + 1]
    contactID = row[p + 2]
    chatID = row[p + 3]
    metadata = row[p + 4]
    status = row[p + 5]
    retryCount = row[p + 6]
    createdAt = row.date(p + 7)
    updatedAt = row.date(p + 8)
  }
}

struct AuditLogRecord: PlacedRecord {
  var id: String
  var requestID: String?
  var eventType: String
  var endpoint: String?
  var method: String
  var url: String
  var ipAddress: String
  var userAgent: String?
  var userID: Int64?
  var workspaceID: Int64?
  var sessionID: String?
  var requestData: String?
  var statusCode: Int?
  var responseSize: Int64?
  var executionTime: Decimal?
  var memoryUsage: Int64?
  var success: Bool?
  var eventResult: String?
  var createdAt: Date?
  var updatedAt: Date?

  init(row: Row, at p: Int) {
    id = row[p]
    requestID = row[p + 1]
    eventType = row[p + 2]
    endpoint = row[p + 3]
    method = row[p + 4]
    url = row[p + 5]
    ipAddress = row[p + 6]
    userAgent = row[p + 7]
    userID = row[p + 8]
    workspaceID = row[p + 9]
    sessionID = row[p + 10]
    requestData = row[p + 11]
    statusCode = row[p + 12]
    responseSize = row[p + 13]
    executionTime = row[p + 14]
    memoryUsage = row[p + 15]
    success = row[p + 16]
    eventResult = row[p + 17]
    createdAt = row.date(p + 18)
    updatedAt = row.date(p + 19)
  }
}
