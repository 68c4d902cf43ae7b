public import Foundation
public import TableStore

/// An address of which others report no good.
@Table("threat_ips", id: 51)
public struct ThreatIP {
  /// The primary key; the next number when none is given.
  public var id: ID<ThreatIP>
  /// An IPv4 or IPv6 address.
  @Column(.varchar(45)) public var ipAddress: String
  /// What it is reported for: malware, spam …
  @Column(.varchar(50)) public var threatType: ThreatType
  /// Who reports it: AbuseIPDB, Spamhaus …
  @Column(.varchar(100)) public var source: String
  /// The report in words.
  @Column(.text) public var description: String?
  /// 0…100: from 90 on the address is blocked, from 70 on reviewed, from 50 on watched, below only noted.
  public var confidenceScore: Int32 = 0
  /// When it was first reported.
  public var firstSeen: Date?
  /// When it was last reported.
  public var lastSeen: Date?
  /// When the report ends; NULL: never.
  public var expiresAt: Date?
  /// When it was stored.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
  public var updatedAt: Date?

  /// One report by its address.
  public static let byAddress = Index.unique("threat_ips_ip_address_unique", id: 1, on: \.ipAddress)
  /// Reports of a kind by confidence.
  public static let byType = Index(
    "threat_ips_threat_type_confidence_score_index", id: 2, on: \.threatType, \.confidenceScore)
  /// Reports by their end, then by the latest sighting.
  public static let byExpiry = Index("threat_ips_expires_at_last_seen_index", id: 3, on: \.expiresAt, \.lastSeen)
  /// Addresses once more, as MySQL has them beside the unique index.
  public static let addresses = Index("threat_ips_ip_address_index", id: 4, on: \.ipAddress)
}

/// What an address is reported for.
public struct ThreatType: TextColumnValue {
  /// The stored text.
  public var rawValue: String

  /// The kind stored as `rawValue`.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// It spreads harmful programs.
  public static let malware = Self("malware")
  /// It sends unwanted messages.
  public static let spam = Self("spam")
  /// It is one of many machines under foreign control.
  public static let botnet = Self("botnet")
  /// It looks for weak spots.
  public static let scanner = Self("scanner")
  /// It takes part in floods of requests.
  public static let ddos = Self("ddos")
}

extension Tables {
  /// The addresses that others warn of.
  public var threatIPs: TableHandle<ThreatIP, Mode> { table() }
}
