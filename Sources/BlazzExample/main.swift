import BlazzDB
import TableStore

let blazz = try Blazz(path: CommandLine.arguments[1])
let shop = try blazz.workspace(uuid: "13a087a8-43b7-44f2-ba81-187538755324")
let latest = try shop.read { db in
  try db.chats.order(by: Chat.timeline, .descending).limit(3).all()
}
for chat in latest {
  print(chat.createdAt, chat.status?.rawValue ?? "-", try chat.metadata.decoded().content?.text ?? "-")
}
let answer = try await shop.write { db in
  let contact = try db.contacts.find(Contact.byUUID, "0c230ac3-d6e9-431e-a617-df3020e7166a")
  guard let contact else { fatalError("this is not the store of the demo") }
  let text = ChatMetadata(messageType: "text", content: .init(text: "Halo \(contact.firstName ?? "")!"))
  return try db.chats.insert(.init(contactID: contact.id, type: .outbound, metadata: JSON(text), status: .sent))
}
print(try shop.read { db in try db.chats.require(answer.id).metadata.text })
