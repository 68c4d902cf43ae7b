/// What people write to shops, and what shops answer: mostly Indonesian, some English, a little of everything.
enum Phrases {
  static let greetings: [String] = [
    "Halo kak, ", "Selamat pagi, ", "Siang min, ", "Assalamualaikum, ", "Permisi kak, ", "Hi, ", "Hello, ",
    "Sore kak, ", "", "",
    "", "Halo admin 🙏 ", "Good morning! ", "Hola, ", "你好，", "Здравствуйте, ", "Bonjour, ", "P, ",
  ]
  static let questions: [String] = [
    "apakah %p masih ready?", "berapa harga %p?", "pesanan saya %o sudah dikirim belum ya?",
    "bisa COD untuk %p ke Bekasi?", "I need help with my order %o", "mau tanya ongkir ke Surabaya kak",
    "is %p still available?", "kapan %o sampai? sudah 3 hari belum datang 😢", "minta katalog terbaru dong",
    "resi untuk %o berapa ya?", "can I change the delivery address of %o?",
    "barang %p yang saya terima rusak, bisa tukar?",
    "ada promo untuk %p?", "saya mau order %p 2 pcs", "how much is shipping for %p?", "when will %o be shipped?",
    "warna %p ada apa saja?", "bisa bayar pakai QRIS?", "tolong cek pembayaran %o ya kak, sudah saya transfer",
    "我想问一下 %p 多少钱？", "где мой заказ %o?", "¿todavía tienen %p?",
  ]
  static let answers: [String] = [
    "Halo kak, %p masih ready ya. Silakan diorder 😊", "Baik kak, pesanan %o sedang kami proses.",
    "Pesanan %o sudah dikirim, mohon ditunggu ya kak 🚚", "Mohon maaf atas ketidaknyamanannya, kami cek dulu %o ya.",
    "Terima kasih sudah menghubungi kami. Ada yang bisa dibantu?", "Your order %o has been shipped, thank you!",
    "Untuk %p harganya sesuai katalog ya kak, free ongkir minimal belanja 100 ribu.",
    "Bisa kak, pembayaran bisa transfer, QRIS atau COD.", "Sure, %p is in stock. Shall I place the order for you?",
    "Sudah kami terima pembayarannya, %o akan dikirim hari ini.", "Maaf kak, %p sedang kosong. Restock minggu depan.",
    "We are checking %o with the courier and will get back to you.", "Silakan kirim foto barangnya ya kak.",
  ]
  static let closings: [String] = [
    "oke kak terima kasih", "siap, ditunggu", "makasih ya 🙏", "ok", "baik", "thanks!", "👍", "❤️", "sip",
    "ok noted, thank you so much",
    "saya transfer sekarang ya", "nanti saya kabari lagi", "iya betul", "great, I'll take it",
    "terima kasih banyak kak, barangnya bagus",
  ]
  static let broadcasts: [String] = [
    "Promo spesial untuk kakak! Diskon %d% untuk %p sampai akhir bulan. Balas YA untuk order.",
    "Pesanan %o sudah kami kirim. Terima kasih sudah berbelanja!", "Jangan lupa, tagihan %o jatuh tempo besok.",
    "New arrival: %p, now %d% off for members.",
    "Terima kasih telah menjadi pelanggan setia kami. Voucher %d% menunggu!",
    "Your order %o is ready for pickup.", "Selamat Hari Raya! Nikmati potongan %d% untuk %p.",
  ]
  static let notes: [String] = [
    "Customer called, mentioned order %o", "Pelanggan minta follow up besok pagi soal %p",
    "**VIP**: tawarkan diskon %d% untuk %p", "Customer upset about %o, needs manager follow-up",
    "Sudah dijelaskan kebijakan retur untuk %o", "Prefers delivery in the evening", "Nomor lama, hubungi lewat email",
    "Sudah transfer untuk %o, menunggu konfirmasi bank",
  ]
  static let sentences: [String] = [
    "Tim kami akan membantu Anda menyelesaikan pengaturan ini langkah demi langkah.",
    "Open the settings page, choose WhatsApp, and connect your business number.",
    "Setiap workspace memiliki kontak, percakapan, dan kampanye sendiri yang terpisah dari yang lain.",
    "Campaigns are sent at the rate that your plan allows, and each message is tracked until it is read.",
    "Pesan template harus disetujui oleh Meta sebelum dapat dipakai di kampanye.",
    "Customers answer faster when the first message is short and personal.",
    "Data Anda disimpan dengan aman dan dapat diekspor kapan saja.",
    "If a message fails, it is tried again up to three times with growing pauses.",
    "Gunakan balasan otomatis untuk menjawab pertanyaan yang sering muncul di luar jam kerja.",
    "Reports show deliveries, reads and answers for every hour of the day.",
  ]
}

extension Pen {
  /// Adds a phrase: %p becomes a product, %o an order's number, %d a small number.
  mutating func write(phrase: String) {
    var isMark = false
    for byte in phrase.utf8 {
      switch (isMark, byte) {
      case (false, UInt8(ascii: "%")): isMark = true
      case (false, _): write(letter: byte)
      case (true, UInt8(ascii: "p")):
        write(random.pick(Companies.products))
        isMark = false
      case (true, UInt8(ascii: "o")):
        write("ORD-")
        write(random.within(10_000...999_999))
        isMark = false
      case (true, UInt8(ascii: "d")):
        write(5 * random.within(1...10))
        isMark = false
      case (true, _):
        write("%")
        write(letter: byte)
        isMark = false
      }
    }
    if isMark { write("%") }
  }

  /// A phrase of a list.
  mutating func phrase(of phrases: [String]) -> String {
    write(phrase: random.pick(phrases))
    return take()
  }

  /// Sentences, one behind the other.
  mutating func sentences(_ count: Int, between: String = " ") -> String {
    for number in 0..<count {
      if number > 0 { write(between) }
      write(random.pick(Phrases.sentences))
    }
    return take()
  }
}
