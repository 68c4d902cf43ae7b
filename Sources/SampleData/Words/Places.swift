/// Where people and shops are.
enum Places {
  static let cities: [String] = [
    "Jakarta Selatan", "Jakarta Barat", "Bandung", "Surabaya", "Medan", "Semarang", "Makassar", "Denpasar",
    "Yogyakarta",
    "Palembang", "Tangerang", "Bekasi", "Depok", "Bogor", "Malang", "Batam", "Pekanbaru", "Balikpapan", "Solo",
    "Padang",
  ]
  static let streets: [String] = [
    "Sudirman", "Gatot Subroto", "Diponegoro", "Ahmad Yani", "Merdeka", "Gajah Mada", "Pahlawan", "Kartini", "Veteran",
    "Imam Bonjol", "Hayam Wuruk", "Cendrawasih", "Melati", "Mawar", "Kenanga", "Anggrek", "Raya Bogor", "Asia Afrika",
  ]
  static let zones: [String] = [
    "Asia/Jakarta", "Asia/Jakarta", "Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura", "Asia/Singapore",
  ]
}

extension Pen {
  /// A postal address.
  mutating func address() -> String {
    write("Jl. ")
    write(random.pick(Places.streets))
    write(" No. ")
    write(random.within(1...240))
    write(", RT ")
    write(random.within(1...12), digits: 2)
    write("/RW ")
    write(random.within(1...9), digits: 2)
    write(", ")
    write(random.pick(Places.cities))
    write(" ")
    write(random.within(10_110...95_999))
    return take()
  }
}
