import Foundation
import TableStore

/// A row with a column of every type, each of which may be NULL.
@Table("every_types", id: 5)
struct EveryType: Equatable {
  var id: ID<EveryType>
  var flag: Bool?
  var int8: Int8?
  var uint8: UInt8?
  var int32: Int32?
  var uint32: UInt32?
  var int64: Int64?
  var uint64: UInt64?
  @Column(.int) var narrowID: ID<EveryType>?
  @Column(.decimal(38, 10)) var wideDecimal: Decimal?
  @Column(.decimal(10, 2)) var price: Decimal?
  var timestamp: Date?
  @Column(.datetime) var datetime: Date?
  var date: CalendarDate?
  var colour: Colour?
  @Column(.char(50)) var uuid: String?
  @Column(.varchar(10)) var short: String?
  @Column(.text) var text: String?
  @Column(.mediumtext) var mediumText: String?
  @Column(.longtext) var longText: String?
  var json: JSON<[Int]>?
  @Column(.varchar(20)) var state: State?
  @Column(.varchar(20), collation: .binary) var exact: String?
  var blob: [UInt8]?
}

enum Colour: String, EnumColumnValue { case red, green, blue }

struct State: TextColumnValue {
  var rawValue: String
  static let open = Self("open")
}

/// Two columns that must be given: NOT NULL without a default.
@Table("strict_rows", id: 6)
struct StrictRow: Equatable {
  var id: ID<StrictRow>
  @Column(.varchar(10)) var name: String
  var count: Int32
}

extension Tables {
  var everyTypes: TableHandle<EveryType, Mode> { table() }
  var strictRows: TableHandle<StrictRow, Mode> { table() }
}
