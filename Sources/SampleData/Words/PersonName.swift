/// A person's name, and what e-mail addresses make of it.
struct PersonName {
  var first: String
  var last: String
  /// Whether the person is from Indonesia.
  var isLocal: Bool

  /// A name: five of six are Indonesian.
  init(_ random: inout RowRandom) {
    isLocal = !random.permille(170)
    first = random.pick(isLocal ? Self.localFirst : Self.worldFirst)
    last = random.pick(isLocal ? Self.localLast : Self.worldLast)
  }

  /// Both names.
  var full: String { "\(first) \(last)" }

  private static let localFirst: [String] = [
    "Budi", "Siti", "Agus", "Dewi", "Andi", "Sri", "Rizky", "Putri", "Ahmad", "Nur", "Muhammad", "Ayu", "Dian", "Eko",
    "Fitri", "Hendra", "Indah", "Joko", "Kartika", "Lestari", "Made", "Ni Luh", "Putu", "Wayan", "Ketut", "Nyoman",
    "Oki", "Prasetyo", "Ratna", "Slamet", "Tri", "Umar", "Vina", "Wahyu", "Yanti", "Zainal", "Bayu", "Citra", "Dimas",
    "Endang", "Fajar", "Gita", "Hadi", "Intan", "Johan", "Kurnia", "Lukman", "Maya", "Nina", "Rina", "Sari", "Tono",
    "Wulan", "Yusuf", "Aditya", "Bambang", "Desi", "Erwin", "Faisal", "Galih", "Hesti", "Ilham", "Rudi", "Mega",
  ]
  private static let localLast: [String] = [
    "Santoso", "Wijaya", "Saputra", "Hidayat", "Kusuma", "Pratama", "Lestari", "Nugroho", "Setiawan", "Permata",
    "Rahayu", "Siregar", "Simanjuntak", "Nasution", "Harahap", "Hutapea", "Gunawan", "Halim", "Susanto", "Wibowo",
    "Maulana", "Anggraini", "Purnomo", "Firmansyah", "Ramadhan", "Utami", "Suryadi", "Handayani", "Iskandar", "Salim",
    "Tanjung", "Lubis", "Wulandari", "Yulianto", "Budiman", "Suharto", "Kurniawan", "Oktaviani", "Sitompul", "Marpaung",
  ]
  private static let worldFirst: [String] = [
    "John", "Johanna", "Maria", "José", "Zoë", "Łukasz", "Fatima", "Ahmed", "Wei", "伟", "陽子", "Nguyễn", "Priya",
    "Arjun",
    "Chloé", "Müge", "Søren", "Anna", "Carl", "Emily", "Noah", "Olivia", "Liam", "Amara", "Kwame", "Ольга", "Иван",
    "سارة",
    "محمد", "สมชาย", "Jean-Luc", "Siobhán", "Björn", "Ngozi", "Aisyah", "Tan Mei", "Ravi", "Elif", "Mateo", "Lucía",
  ]
  private static let worldLast: [String] = [
    "Smith", "Doe", "Müller", "García", "O'Brien", "Østergaard", "Kowalski", "Okafor", "Kumar", "Singh", "田中", "李",
    "Yılmaz",
    "Papadopoulos", "Dupont", "Johnson", "Nguyễn", "Haddad", "Иванова", "Silva", "Rossi", "Novák", "Lindström", "Kim",
    "Tan", "Lim", "Wong", "Abdullah", "Ibrahim", "Fernández", "Petrović", "Nakamura", "Mensah", "Cohen", "van Dijk",
  ]
}

extension Pen {
  /// An e-mail address that nobody else has: name and number at some provider.
  mutating func email(_ name: PersonName, _ number: Int) -> String {
    writeAddress(name.first)
    write(".")
    writeAddress(name.last)
    write(number)
    write("@")
    write(random.pick(Self.providers))
    return take()
  }

  private static let providers = [
    "gmail.com", "gmail.com", "gmail.com", "yahoo.co.id", "outlook.com", "hotmail.com", "icloud.com", "mail.test",
    "toko.test", "shop.example", "kantor.example",
  ]

  /// Adds the ASCII letters of a name in lower case, or what stands for one without them.
  private mutating func writeAddress(_ name: String) {
    var isEmpty = true
    for byte in name.utf8 where byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A {
      write(letter: byte | 0x20)
      isEmpty = false
    }
    if isEmpty { write("user") }
  }

  /// A telephone number, the same for the same number and nobody else's: +62 and a mobile network, or another country.
  ///
  /// - Parameter isPlain: whether the plus sign is left out, as WhatsApp has it.
  mutating func writePhone(_ number: Int, isLocal: Bool, isPlain: Bool = false) {
    // A step that shares no factor with 10^8 meets each of the numbers once.
    let digits = number &* 61_803_399 % 100_000_000
    if !isPlain { write("+") }
    write((isLocal ? Self.networks : Self.countries)[number % 10])
    write(digits, digits: 8)
  }

  private static let networks = [
    "62812", "62813", "62821", "62852", "62857", "62878", "62896", "62811", "62838", "62822",
  ]
  private static let countries = ["1415", "4477", "658", "601", "9198", "8190", "4915", "6141", "3361", "9715"]
}
