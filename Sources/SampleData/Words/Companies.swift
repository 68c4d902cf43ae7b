/// Names of shops and companies.
enum Companies {
  static let kinds: [String] = [
    "Toko", "Warung", "PT", "CV", "Klinik", "Butik", "Dapur", "Bengkel", "Apotek", "Koperasi", "Studio", "Kedai",
    "Rumah",
  ]
  static let names: [String] = [
    "Maju Jaya", "Sumber Rejeki", "Berkah Abadi", "Sinar Mentari", "Nusantara", "Cahaya Timur", "Bintang Laut",
    "Harapan Bunda", "Makmur Sentosa", "Karya Mandiri", "Mitra Usaha", "Anugerah", "Mulia Indah", "Sejahtera",
    "Pelangi",
    "Garuda Digital", "Samudra Biru", "Kopi Senja", "Batik Lestari", "Rasa Ibu", "Global Retail", "Acme Trading",
  ]
  static let products: [String] = [
    "kopi arabika", "kemeja batik", "sepatu lari", "tas kulit", "sambal bawang", "skincare set", "madu hutan",
    "hijab segi empat",
    "power bank", "charger", "keripik singkong", "kaos polos", "sandal", "jaket denim", "paket lebaran", "vitamin C",
    "wireless headset", "phone case", "beras 5 kg", "minyak goreng",
  ]
}

extension Pen {
  /// A company's name.
  mutating func company() -> String { text(random.pick(Companies.kinds), " ", random.pick(Companies.names)) }
}
