import Testing

/// What `@Table` makes of a declaration that uses all it can say.
@Suite struct TableExpansionTests {
  @Test func everyFeature() {
    expectExpansion(
      #"""
      @Table("orders", id: 7, scope: .workspace)
      public struct Order {
        public var id: ID<Order>
        @Column(foreignKey: "orders_workspace_foreign", onDelete: .cascade) public var workspaceID: ID<Shop>
        /// Its public number.
        @Column(.char(36), default: .uuid) public var uuid: String
        @Column(.varchar(20), name: "ref") public var reference: String?
        public var isPaid: Bool = false
        public var count: Int32
        public var createdAt: Date?
        public var label: String { "\(count)" }
        public static let byUUID = Index.unique("orders_uuid_unique", id: 1, on: \.uuid)
        public static let limit = 10
      }
      """#,
      #"""
      public struct Order {
        public var id: ID<Order>
        public var workspaceID: ID<Shop>
        /// Its public number.
        public var uuid: String
        public var reference: String?
        public var isPaid: Bool = false
        public var count: Int32
        public var createdAt: Date?
        public var label: String { "\(count)" }
        public static let byUUID = Index.unique("orders_uuid_unique", id: 1, on: \.uuid)
        public static let limit = 10

        /// An index of this table.
        public typealias Index = TableIndex<Order>

        /// The typed columns of the table.
        public struct Columns: Sendable {
          public let id = Column<Order, ID<Order>>("id", 0)
          public let workspaceID = Column<Order, ID<Shop>>("workspace_id", 1, ColumnOptions(foreignKey: "orders_workspace_foreign", onDelete: .cascade))
          /// Its public number.
          public let uuid = Column<Order, String>("uuid", 2, ColumnOptions(.char(36), default: .uuid))
          public let reference = Column<Order, String?>("ref", 3, ColumnOptions(.varchar(20)))
          public let isPaid = Column<Order, Bool>("is_paid", 4, ColumnOptions(default: .literal(of: (false) as Bool)))
          public let count = Column<Order, Int32>("count", 5)
          public let createdAt = Column<Order, Date?>("created_at", 6)
        }

        /// A row before it is stored: what is left out is filled by the store or has a default.
        public struct Draft: TableDraft {
          public var id: ID<Order>?
          public var workspaceID: ID<Shop>?
          /// Its public number.
          public var uuid: String?
          public var reference: String?
          public var isPaid: Bool
          public var count: Int32
          public var createdAt: Date?

          /// The values of a new row.
          public init(id: ID<Order>? = nil, workspaceID: ID<Shop>? = nil, uuid: String? = nil, reference: String? = nil, isPaid: Bool = false, count: Int32, createdAt: Date? = nil) {
            self.id = id
            self.workspaceID = workspaceID
            self.uuid = uuid
            self.reference = reference
            self.isPaid = isPaid
            self.count = count
            self.createdAt = createdAt
          }

          /// The whole row.
          public func row(_ fill: DraftFill) -> Order {
            Order(id: fill.key(id), workspaceID: fill.scope(workspaceID, for: ID<Shop>.self), uuid: uuid ?? fill.uuid(), reference: reference, isPaid: isPaid, count: count, createdAt: createdAt ?? fill.now)
          }
        }
      }

      extension Order: Table {
        public typealias Key = ID<Order>
        public static let columns = Columns()
        public static let schema = TableSchema(
          name: "orders", id: 7, domain: "billing", scope: .workspace,
          columns: [columns.id.definition, columns.workspaceID.definition, columns.uuid.definition, columns.reference.definition, columns.isPaid.definition, columns.count.definition, columns.createdAt.definition],
          primaryKey: 0, indexes: [byUUID.definition])
        public var primaryKey: Key {
          id
        }
        public var ownScope: Scope? {
          workspaceID.scope
        }
        public init(from row: inout RowReader) throws(StoreError) {
          let id = try row.key(ID<Order>.self)
          let workspaceID = try row.scope(ID<Shop>.self)
          let uuid = try String.read(from: &row)
          let reference = try String?.read(from: &row)
          let isPaid = try Bool.read(from: &row)
          let count = try Int32.read(from: &row)
          let createdAt = try Date?.read(from: &row)
          self.init(id: id, workspaceID: workspaceID, uuid: uuid, reference: reference, isPaid: isPaid, count: count, createdAt: createdAt)
        }
        public func write(to row: inout RowWriter) throws(StoreError) {
          try uuid.write(to: &row)
          try reference.write(to: &row)
          try isPaid.write(to: &row)
          try count.write(to: &row)
          try createdAt.write(to: &row)
        }
      }
      """#)
  }

  /// A text key lies in the row too, since its key in the file is a collation key.
  @Test func aTextKeyOfAGlobalTable() {
    expectExpansion(
      #"""
      @Table("rates", id: 2)
      struct Rate {
        @Column(.varchar(3), primaryKey: true) var currency: String
      }
      """#,
      #"""
      struct Rate {
        var currency: String

        /// An index of this table.
        typealias Index = TableIndex<Rate>

        /// The typed columns of the table.
        struct Columns: Sendable {
          let currency = Column<Rate, String>("currency", 0, ColumnOptions(.varchar(3)))
        }

        /// A row before it is stored: what is left out is filled by the store or has a default.
        struct Draft: TableDraft {
          var currency: String

          /// The values of a new row.
          init(currency: String) {
            self.currency = currency
          }

          /// The whole row.
          func row(_ fill: DraftFill) -> Rate {
            Rate(currency: currency)
          }
        }
      }

      extension Rate: Table {
        typealias Key = String
        static let columns = Columns()
        static let schema = TableSchema(
          name: "rates", id: 2, domain: "billing", scope: .global,
          columns: [columns.currency.definition],
          primaryKey: 0, indexes: [])
        var primaryKey: Key {
          currency
        }
        var ownScope: Scope? {
          nil
        }
        init(from row: inout RowReader) throws(StoreError) {
          let currency = try String.read(from: &row)
          self.init(currency: currency)
        }
        func write(to row: inout RowWriter) throws(StoreError) {
          try currency.write(to: &row)
        }
      }
      """#)
  }
}
