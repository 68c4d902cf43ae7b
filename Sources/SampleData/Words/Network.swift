/// Addresses, programs and pages as requests have them.
enum Network {
  static let userAgents: [String] = [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0.0.0 Safari/537.36",
    "Mozilla/5.0 (Linux; Android 14; SM-A546E) Chrome/139.0.0.0 Mobile Safari/537.36",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) Version/18.6 Safari/604.1",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.4 Safari/605.1.15",
    "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0",
    "Blazz/3.2.1 (Android 14; SM-A546E)", "Blazz/3.2.1 (iOS 18.6; iPhone14,5)", "Blazz/3.1.8 (Android 13; CPH2473)",
    "WhatsApp/2.25.24.78 A", "PostmanRuntime/7.46.1",
  ]
  /// Method, endpoint and kind of event.
  static let requests: [(method: String, endpoint: String, event: String)] = [
    ("GET", "chats.index", "data_access"), ("GET", "chats.show", "data_access"), ("POST", "chats.send", "chat_message"),
    ("GET", "contacts.index", "data_access"), ("POST", "contacts.store", "contact_create"),
    ("PUT", "contacts.update", "contact_update"), ("DELETE", "contacts.destroy", "contact_delete"),
    ("GET", "campaigns.index", "data_access"), ("POST", "campaigns.store", "campaign_create"),
    ("GET", "dashboard", "page_view"), ("POST", "webhook.whatsapp", "webhook"), ("POST", "webhook.whatsapp", "webhook"),
    ("GET", "api.contacts", "api_access"), ("POST", "api.messages", "api_access"),
    ("GET", "templates.index", "data_access"),
    ("GET", "settings", "page_view"), ("PUT", "settings.update", "settings_update"),
    ("GET", "billing.index", "page_view"),
  ]
}

extension Pen {
  /// An address as visitors have them: of a network that is the same for the same visitor.
  mutating func address(ofVisitor visitor: Int) -> String {
    var own = RowRandom(seed: 7, table: 255, place: visitor)
    if own.permille(60) {
      write("2001:db8:")
      writeHex(own.next(), digits: 4)
      write(":")
      writeHex(own.next(), digits: 4)
      write("::")
      writeHex(random.next(), digits: 2)
      return take()
    }
    write(own.pick(["103.", "114.", "36.", "180.", "125.", "139."]))
    write(own.below(256))
    write(".")
    write(own.below(256))
    write(".")
    write(random.within(1...4) + own.below(250))
    return take()
  }

  /// An address that is the same for the same number and nobody else's in its table.
  mutating func address(number: Int, salt: Int) -> String {
    let bits = (number &* 10_662_029 &+ salt) & 0xFF_FFFF
    write([45, 91, 103, 185, 193, 212][bits % 6])
    for shift in [16, 8, 0] {
      write(".")
      write(bits >> shift & 0xFF)
    }
    return take()
  }

  /// A text of lower-case hexadecimal digits.
  mutating func hex(_ digits: Int) -> String {
    var rest = digits
    while rest > 0 {
      writeHex(random.next(), digits: min(16, rest))
      rest -= 16
    }
    return take()
  }

  /// Adds WhatsApp's id of a message, which no other message has.
  mutating func writeMessageID(_ number: Int, of place: Int) {
    write("wamid.HBgN")
    writeHex(random.next(), digits: 16, isUpper: true)
    write("FQIAERgS")
    writeHex(UInt64(number) << 40 | UInt64(place), digits: 12, isUpper: true)
    write("AA==")
  }
}
