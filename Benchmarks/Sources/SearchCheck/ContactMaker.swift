import BenchmarkSupport

/// A contact as all peers get it.
struct MadeContact {
  let id: UInt64
  let workspace: UInt64
  let firstName: String
  let lastName: String
  let phone: String
  let email: String?
  let isDeleted: Bool
  /// Seconds since 1970.
  var createdAt: UInt64 { 1_730_000_000 + id }
}

/// Makes contacts up, the same ones for the same size: names as uneven as names are, a third of them rare; Indonesian
/// mobile numbers, a tenth of them foreign; two of three with an address that has the names in it.
struct ContactMaker {
  let contacts: Int
  let workspaces: Int
  private let shares: Shares
  private var generator = Generator(seed: 17)
  private var made = 0

  init(contacts: Int) {
    self.contacts = contacts
    workspaces = min(2_640, max(20, contacts * 2_640 / 1_600_000))
    shares = Shares(workspaces: workspaces, largest: 0.125)
  }

  /// The next contact; every workspace has one, the first is the largest.
  mutating func next() -> MadeContact {
    made += 1
    let workspace = made <= workspaces ? made - 1 : shares.draw(&generator)
    return contact(id: UInt64(made), workspace: UInt64(workspace) + 1)
  }

  /// The next contact, in the largest workspace.
  mutating func nextInLargest() -> MadeContact {
    made += 1
    return contact(id: UInt64(made), workspace: 1)
  }

  /// As if all had been made: others follow than in a run that made them.
  mutating func skip() { made = contacts }

  private mutating func contact(id: UInt64, workspace: UInt64) -> MadeContact {
    let (first, last) = (name(firstNames), name(lastNames))
    let address = "\(first.lowercased()).\(last.lowercased())\(generator.next() % 1_000)@\(pick(domains))"
    return MadeContact(
      id: id, workspace: workspace, firstName: first, lastName: last, phone: phone(),
      email: generator.next() % 3 == 0 ? nil : address, isDeleted: generator.next() % 50 == 0)
  }

  private mutating func pick(_ list: [String]) -> String { list[Int(generator.next() % UInt64(list.count))] }

  /// The first of a list are the common ones: number n is drawn in proportion to 1 / (n + 6).
  private mutating func name(_ names: [String]) -> String {
    guard generator.next() % 3 != 0 else {
      let name = (0..<2 + generator.next() % 2).reduce("") { text, _ in text + pick(syllables) }
      return name.prefix(1).uppercased() + name.dropFirst()
    }
    while true {
      let place = Int(generator.next() % UInt64(names.count))
      if generator.next() % UInt64(place + 6) < 6 { return names[place] }
    }
  }

  private mutating func phone() -> String {
    let digits = String(100_000_000 + generator.next() % 900_000_000)
    guard generator.next() % 10 != 0 else { return "+\(pick(["60", "65", "1", "91", "44", "971"]))\(digits)" }
    return "+62\(pick(operators))\(digits.prefix(8))"
  }
}

private let operators = [
  "811", "812", "812", "812", "813", "813", "814", "815", "816", "817", "818", "819", "821", "821", "822", "823",
  "831", "838", "851", "852", "852", "853", "855", "856", "857", "857", "858", "859", "877", "878", "881", "895",
  "896", "897",
]
private let domains = ["gmail.com", "gmail.com", "gmail.com", "yahoo.com", "yahoo.co.id", "outlook.com", "example.com"]
private let firstNames = [
  "Muhammad", "Siti", "Budi", "Agus", "Dewi", "Ahmad", "Joko", "Andi", "Rizky", "Putri", "Dian", "Eka", "Fitri",
  "John", "Hendra", "Indah", "Nur", "Ratna", "Rina", "Adi", "Anna", "Bella", "Carlos", "Citra", "Daniel", "Fatima",
  "Grace", "Hadi", "Ivan", "Jasmine", "Joanna", "Johan", "Johanna", "Johnny", "Jonas", "Joshua", "José", "Kartika",
  "Kevin", "Laila", "Linda", "Maria", "Mega", "Michael", "Nina", "Oscar", "Rahmat", "Sofia", "Surya", "Tono", "Vera",
  "Yusuf", "Zahra",
]
private let lastNames = [
  "Sari", "Santoso", "Wijaya", "Lestari", "Setiawan", "Hidayat", "Susanti", "Kurniawan", "Saputra", "Utami",
  "Nugroho", "Rahayu", "Gunawan", "Wati", "Wahyuni", "Pratama", "Handayani", "Siregar", "Nasution", "Hartono",
  "Simanjuntak", "Tanjung", "Wibowo", "Yulianti", "Permata", "Puspita", "Kusuma", "Maulana", "Firmansyah", "Halim",
  "Lim", "Tan", "Smith", "Johnson", "Garcia", "Müller", "O'Brien", "Al-Farsi", "Jensen", "Novak",
]
private let syllables = [
  "ba", "be", "bi", "da", "di", "fa", "ga", "ha", "in", "ka", "ki", "la", "li", "lu", "ma", "mi", "mo", "na", "ni",
  "no",
  "pa", "ra", "ri", "ro", "sa", "se", "su", "ta", "ti", "to", "wa", "ya", "yu", "za",
]
