import Foundation
import UnicodeText

@testable import TableStore

/// What a store should hold after a row of statements: plain dictionaries, and rules written down a second time.
struct StoreModel {
  var notes: [ID<Note>: Note] = [:]
  var attachments: [ID<Attachment>: Attachment] = [:]
  /// In no order; names differ under the collation.
  var settings: [Setting] = []
}

extension StoreModel {
  /// Why a note cannot be stored by a tenant; `nil` when it can.
  func refusal(of note: Note, by tenant: ID<Tenant>) -> StoreError.Code? {
    guard note.workspaceID == tenant else { return .crossesScope }
    if let parent = note.parentID.flatMap({ notes[$0] }), parent.workspaceID != tenant { return .crossesScope }
    let isTaken = notes.values.contains { other in
      guard let code = note.code, let otherCode = other.code, other.id != note.id else { return false }
      return Self.compare(code, otherCode) == 0
    }
    return isTaken ? .duplicate : nil
  }

  /// Why an attachment cannot be stored by a tenant; `nil` when it can.
  func refusal(of attachment: Attachment, by tenant: ID<Tenant>) -> StoreError.Code? {
    guard let note = notes[attachment.noteID] else { return .missingReference }
    guard note.workspaceID == tenant else { return .crossesScope }
    let isTaken = attachments.values.contains { other in
      other.id != attachment.id && other.noteID == attachment.noteID && Self.compare(other.name, attachment.name) == 0
    }
    return isTaken ? .duplicate : nil
  }

  /// The tenant of an attachment: its note's.
  func tenant(of attachment: Attachment) -> ID<Tenant>? { notes[attachment.noteID]?.workspaceID }

  mutating func erase(_ note: ID<Note>) {
    notes[note] = nil
    attachments = attachments.filter { $0.value.noteID != note }
  }

  /// The place of a setting in `settings`.
  func index(of name: String) -> Int? { settings.firstIndex { Self.compare($0.name, name) == 0 } }

  static func compare(_ left: String, _ right: String) -> Int {
    UnicodeCI.compare(left.utf8Span.span.bytes, right.utf8Span.span.bytes)
  }
}

/// One column of an order: NULL first, text by the collation, numbers by size.
struct ModelOrder<Row> {
  let compare: (Row, Row) -> Int

  init(text value: @escaping (Row) -> String?) {
    compare = { left, right in
      guard let left = value(left), let right = value(right) else {
        return (value(left) == nil ? 0 : 1) - (value(right) == nil ? 0 : 1)
      }
      return StoreModel.compare(left, right)
    }
  }

  init<Number: Comparable>(_ value: @escaping (Row) -> Number?) {
    compare = { left, right in
      guard let left = value(left), let right = value(right) else {
        return (value(left) == nil ? 0 : 1) - (value(right) == nil ? 0 : 1)
      }
      return left == right ? 0 : left < right ? -1 : 1
    }
  }
}

extension Sequence {
  /// The rows by several columns, each deciding where those before it are equal.
  func sorted(by orders: [ModelOrder<Element>]) -> [Element] {
    sorted { left, right in
      for order in orders {
        let result = order.compare(left, right)
        if result != 0 { return result < 0 }
      }
      return false
    }
  }
}
