extension Generator {
  /// A message's id at WhatsApp.
  public mutating func wamID() -> String {
    "wamid." + String(next(), radix: 16) + String(next(), radix: 16)
  }
}
