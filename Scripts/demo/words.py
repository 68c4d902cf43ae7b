"""What the rows of Examples/demo.sql are made of: names, texts and the rest that is not drawn. All of it is made up."""

WORKSPACES = [
    # id, name, identifier, time zone, status, owner, contacts, language of the messages
    (1, "Kopi Nusantara", "kopi-nusantara", "Asia/Jakarta", "active", 2, 34, "id"),
    (2, "Batik Larasati", "batik-larasati", "Asia/Jakarta", "active", 4, 16, "id"),
    (3, "Nordlys Outdoor", "nordlys-outdoor", "Europe/Oslo", "trial", 6, 10, "en"),
]
USERS = [
    # id, first name, last name, role, workspace, place in it
    (1, "Agus", "Hartono", "super_admin", None, None),
    (2, "Dewi", "Lestari", "user", 1, "owner"),
    (3, "Budi", "Santoso", "user", 1, "manager"),
    (4, "Larasati", "Wulandari", "user", 2, "owner"),
    (5, "Rizky", "Pratama", "user", 2, "manager"),
    (6, "Ingrid", "Bjørnstad", "user", 3, "owner"),
    (7, "Seán", "O'Brien", "user", 3, "manager"),
]
NAMES = """Siti Rahayu|Andi Wijaya|Putri Anggraini|Joko Susilo|Maya Kusuma|Bayu Nugroho|Rina Marlina|Eko Prasetyo
Wati Suryani|Dimas Saputra|Ayu Permata|Hendra Gunawan|Fitri Handayani|Yusuf Maulana|Nadia Safitri|Teguh Firmansyah
Intan Puspita|Arif Hidayat|Sri Mulyani|Galih Ramadhan|Citra Dewanti|Reza Fahlevi|Lina Oktaviani|Wahyu Setiawan
Ratna Sari|Fajar Kurniawan|Mega Utami|Iwan Setiabudi|Novi Astuti|Surya Atmaja|Tuti Herawati|Dani Alamsyah
Yuni Shara|Bambang Sutrisno|José García|Zoë Müller|佐藤 美咲|Ольга Смирнова|Nguyễn Thị Hoa|Şahin Yıldız
François Lefèvre|Ana Gonçalves|李 娜|محمد العلي|Chloé Dubois|Björn Ångström|Kwame Mensah|Priya Sharma
김 민준|Łukasz Wójcik|Sinéad O'Connor|Jürgen Groß|Aisha Bello|Mateo Fernández|Søren Ødegård|Elif Demir
Ivana Kovačić|Τάσος Παπαδόπουλος|Liam D'Souza|Amélie Côté""".replace("\n", "|").split("|")
CITIES = ["Jakarta", "Bandung", "Yogyakarta", "Surabaya", "Denpasar", "Makassar", "Medan", "Semarang"]
TAGS = ["vip", "grosir", "pelanggan baru", "newsletter", "reseller"]
ASKED = {
    "id": ["Halo kak, masih ada stok?", "Pesanan saya sudah dikirim belum?", "Terima kasih ya 🙏",
           "Bisa COD ke Bandung?", "Berapa harga 1 kg?", "Saya mau order 2 lagi", "Ada promo hari ini?",
           "Barangnya sudah sampai, mantap! 👍", "Kak, alamatnya salah. Tolong diganti ke:\nJl. Melati No. 5", "Ok", "Bisa minta invoice-nya?"],
    "en": ["Hi, is the tent still in stock?", "Where's my order?", "Thanks a lot! 😀", "Do you ship to Tromsø?",
           "The zip is broken, can I return it?", "Great, I'll take two", "What does \"waterproof 10k\" mean?", "Ok"],
}
ANSWERED = {
    "id": ["Halo kak {name}, masih ada 😊", "Pesanan kak {name} sedang dikemas", "Baik kak, kami cek dulu ya",
           "Ongkir ke {city} Rp18.000", "Sudah kami kirim, resi JNE 0142-{number}", "Totalnya Rp{number}.000 kak",
           "Mohon maaf, stok kosong sampai Senin", "Sama-sama kak {name} 🙏"],
    "en": ["Hi {name}, yes it is", "Your parcel left us today, tracking NO{number}",
           "Sure, the return label is attached", "We'll check and come back to you", "That makes {number} kr in all",
           "You're welcome, {name}!"],
}
CAMPAIGNS = [
    # id, workspace, name, status, day, template, its text
    (1, 1, "Promo Kopi September", "completed", 9, "promo_kopi_v2", "Hai {name}, diskon 20% untuk Kopi Gayo! ☕"),
    (2, 1, "Pengingat Keranjang", "processing", 34, "cart_reminder", "Hai {name}, pesananmu masih menunggu 🛒"),
    (3, 2, "Koleksi Batik Baru", "completed", 20, "new_collection", "Kak {name}, koleksi \"Parang\" sudah tersedia"),
    (4, 3, "Autumn Sale", "pending", None, "autumn_sale", "Hi {name}, 30 % off all jackets"),
]
EVENTS = [
    # event, method, endpoint, whether it sends data
    ("chat.index", "GET", "/api/v1/chats", False), ("chat.send", "POST", "/api/v1/chats", True),
    ("contact.update", "PUT", "/api/v1/contacts/{id}", True), ("campaign.show", "GET", "/api/v1/campaigns/{id}", False),
    ("auth.login", "POST", "/login", True), ("contact.delete", "DELETE", "/api/v1/contacts/{id}", False),
]
AGENTS = ["Mozilla/5.0 (Linux; Android 14) Chrome/129.0", "Mozilla/5.0 (Macintosh) Safari/605.1.15", None]
