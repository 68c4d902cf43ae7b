import Testing

@testable import TableStore

extension Damage {
  static let records: [Damage] = [
    Damage("a sequence that lags", .init(.wrongSequence, "notes")) { store in
      try store.changeRecord(MetaRecords.sequence("notes")) { _ in [60, 0, 0, 0, 0, 0, 0, 0] }
    },
    Damage("no sequence", .init(.wrongSequence, "notes")) { store in
      try store.changeRecord(MetaRecords.sequence("notes")) { _ in nil }
    },
    Damage("a sequence of four bytes", .init(.wrongSequence, "notes")) { store in
      try store.changeRecord(MetaRecords.sequence("notes")) { Array($0.prefix(4)) }
    },
    Damage("sizes that are wrong", .init(.wrongSizes, "notes", "notes_code_unique")) { store in
      // The rows' 17 bytes come first.
      try store.changeRecord(MetaRecords.sizes("notes")) { record in
        var record = record
        record[18] += 1
        return record
      }
    },
    Damage("bytes that are wrong", .init(.wrongSizes, "letters", "letters_words")) { store in
      try store.changeRecord(MetaRecords.sizes("letters")) { record in
        var record = record
        record[17 * 2 + 9] ^= 1
        return record
      }
    },
    Damage("sizes that cannot be read", .init(.malformedRecord, "notes")) { store in
      try store.changeRecord(MetaRecords.sizes("notes")) { Array($0.dropLast()) }
    },
    Damage("a cursor key that is too short", .init(.malformedRecord, nil)) { store in
      try store.changeRecord(MetaRecords.cursorKey) { Array($0.dropLast()) }
    },
  ]
}

// MARK: References

extension Damage {
  static let references: [Damage] = [
    Damage("a missing tenant", .init(.missingReference, "notes", "notes_workspace_foreign", "99"), isMendable: false) {
      store in
      try store.writeSync(.everything) { db in
        _ = try db.load("notes", ["id": Bytes("99".utf8), "workspace_id": Bytes("9".utf8)])
      }
    },
    Damage("a missing note", .init(.missingReference, "errands", "errands_note_foreign", "99"), isMendable: false) {
      store in
      try store.writeSync(.everything) { db in
        _ = try db.load(
          "errands", ["id": Bytes("99".utf8), "workspace_id": Bytes("1".utf8), "note_id": Bytes("238".utf8)])
      }
    },
    Damage("a row in another scope", .init(.wrongScope, "attachments", "note_id", "2"), isMendable: false) { store in
      try store.moveAttachment(2, from: 1, to: 3)
    },
  ]
}

extension Store {
  /// Moves a row to another tenant than that of the row it belongs to.
  fileprivate func moveAttachment(_ id: UInt64, from old: UInt64, to new: UInt64) throws {
    try writeSync(.everything) { db in
      let session = db.writeSession
      let writer = try session.writer(of: catalog[Attachment.schema.id])
      writer.setKey(.tenant(old), integer: id, text: nil)
      let isThere = try session.loadOld(writer)
      #expect(isThere)
      writer.copyOldToNew()
      try session.update(writer, at: RowPlace(scope: .tenant(old), integer: id), hasOld: true, hasNew: false)
      writer.setScope(.tenant(new))
      try session.update(writer, at: RowPlace(scope: .tenant(new), integer: id), hasOld: false, hasNew: true)
    }
  }
}
