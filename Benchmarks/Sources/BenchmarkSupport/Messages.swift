private let words = [
  "pesanan", "terima", "kasih", "halo", "invoice", "payment", "status", "sudah", "bayar", "kirim", "barang", "stock",
  "besok", "alamat", "refund", "delivery", "terlambat", "size", "color", "please", "selamat", "pagi",
]

extension Generator {
  /// The metadata of a chat with a few words, as the application writes it.
  public mutating func messageMetadata() -> String {
    var text = #"{"message_type": "text", "content": {"text": ""#
    text.reserveCapacity(320)
    for place in 0..<Int.random(in: 4...18, using: &self) {
      if place > 0 { text += " " }
      text += words.randomElement(using: &self)!
    }
    text += #""}, "context": {"from": "6281234567890"}, "buttons": [], "timestamp": "2025-02-23 14:03:28"}"#
    return text
  }

  /// A message's id at WhatsApp.
  public mutating func wamID() -> String {
    "wamid." + String(next(), radix: 16) + String(next(), radix: 16)
  }
}
