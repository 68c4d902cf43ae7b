extension SpelledRows {
  /// Names of one and two letters and InnoDB's stopwords, which are words here.
  static let short = SpelledRows(
    "Short words", ["Li | Wei", "Ng", "Al", "Alba", "O", "de la Cruz", "Cruz", "The Shop", "Ed.com", "com", "Li | de"],
    [
      ("li", ["Li | Wei", "Li | de"]), ("NG", ["Ng"]), ("al", ["Al"]), ("al*", ["Al", "Alba"]), ("o", ["O"]),
      ("de", ["de la Cruz", "Li | de"]), ("de*", ["de la Cruz", "Li | de"]), ("+de +cruz", ["de la Cruz"]),
      ("cruz -de", ["Cruz"]), ("\"de la\"", ["de la Cruz"]), ("\"la cruz\"", ["de la Cruz"]), ("\"de cruz\"", []),
      ("the", ["The Shop"]), ("com", ["Ed.com", "com"]), ("+com -ed", ["com"]), ("+li +wei", ["Li | Wei"]),
      ("l*", ["Li | Wei", "de la Cruz", "Li | de"]), ("e", []), ("+li", ["Li | Wei", "Li | de"]),
      ("~li", []), ("~li ng", ["Ng"]), ("+(ng al) -(de com)", ["Ng", "Al"]),
    ])

  /// Words that apostrophes and hyphens join.
  static let joined = [
    SpelledRows(
      "Apostrophes", ["O'Brien", "OBrien", "O Brien", "O’Brien", "Oʼbrien", "O-Brien", "Brien", "O | Brien"],
      [
        ("obrien", ["O'Brien", "OBrien", "O’Brien", "Oʼbrien", "O-Brien"]),
        ("O'Brien", ["O'Brien", "OBrien", "O Brien", "O’Brien", "Oʼbrien", "O-Brien"]),
        ("o’brien", ["O'Brien", "OBrien", "O Brien", "O’Brien", "Oʼbrien", "O-Brien"]),
        ("o'bri*", ["O'Brien", "OBrien", "O Brien", "O’Brien", "Oʼbrien", "O-Brien"]),
        ("obri*", ["O'Brien", "OBrien", "O’Brien", "Oʼbrien", "O-Brien"]),
        ("brien", ["O'Brien", "O Brien", "O’Brien", "Oʼbrien", "O-Brien", "Brien", "O | Brien"]),
        ("\"o brien\"", ["O'Brien", "O Brien", "O’Brien", "Oʼbrien", "O-Brien"]),
        ("+o +brien", ["O'Brien", "O Brien", "O’Brien", "Oʼbrien", "O-Brien", "O | Brien"]),
        ("brien -o'brien", ["Brien", "O | Brien"]),
      ]),
    SpelledRows(
      "Hyphens", ["Jean-Pierre", "Jean Pierre", "Jeanpierre", "Pierre-Jean", "Jean", "Jean | Pierre", "Jean‑Pierre"],
      [
        ("jean-pierre", ["Jean-Pierre", "Jean Pierre", "Jeanpierre", "Jean‑Pierre"]),
        ("JeanPierre", ["Jean-Pierre", "Jeanpierre", "Jean‑Pierre"]),
        ("jean -pierre", ["Jean"]), ("+jean-pierre", ["Jean-Pierre", "Jean Pierre", "Jeanpierre", "Jean‑Pierre"]),
        ("+jean +pierre", ["Jean-Pierre", "Jean Pierre", "Pierre-Jean", "Jean | Pierre", "Jean‑Pierre"]),
        ("jean -jean-pierre", ["Pierre-Jean", "Jean", "Jean | Pierre"]),
        ("jean-p*", ["Jean-Pierre", "Jean Pierre", "Jeanpierre", "Jean‑Pierre"]),
        ("jeanp*", ["Jean-Pierre", "Jeanpierre", "Jean‑Pierre"]),
        ("jean", ["Jean-Pierre", "Jean Pierre", "Pierre-Jean", "Jean", "Jean | Pierre", "Jean‑Pierre"]),
        ("\"pierre jean\"", ["Pierre-Jean"]), ("pierrejean", ["Pierre-Jean"]),
      ]),
  ]

  /// Signs that mean nothing part words as a blank does.
  static let parted = SpelledRows(
    "Signs between words", ["John | Smith", "John", "Smith", "Smith-Jones", "||| john.smith@example.com", "Garcia"],
    [
      ("john,smith", ["John | Smith", "John", "Smith", "Smith-Jones", "||| john.smith@example.com"]),
      ("+john;smith", ["John | Smith", "||| john.smith@example.com"]), ("+garcia|smith", []),
      ("-john,smith smith", ["Smith", "Smith-Jones"]), ("(garcia&jones)", ["Smith-Jones", "Garcia"]),
      ("+smith:jon*", ["Smith-Jones"]), ("\"john,smith\"", ["||| john.smith@example.com"]),
      ("john-smith", ["||| john.smith@example.com"]),
      ("john😀garcia", ["John | Smith", "John", "||| john.smith@example.com", "Garcia"]),
    ])

  /// E-mail addresses: found by themselves, by their parts and by the beginning of either.
  static let addresses = SpelledRows(
    "Addresses",
    [
      "||| john.doe@example.com", "||| john@example.com", "||| doe@example.com", "||| john.doe@example.org",
      "John Doe example com", "||| a@b", "a b", "||| ann_lee@b.example",
    ],
    [
      ("john.doe@example.com", ["||| john.doe@example.com", "John Doe example com"]),
      ("JOHN.DOE@EXAMPLE.COM", ["||| john.doe@example.com", "John Doe example com"]),
      ("doe@example.com", ["||| john.doe@example.com", "||| doe@example.com", "John Doe example com"]),
      ("john.doe", ["||| john.doe@example.com", "||| john.doe@example.org", "John Doe example com"]),
      ("john.doe@exa*", ["||| john.doe@example.com", "||| john.doe@example.org", "John Doe example com"]),
      ("john.doe@", ["||| john.doe@example.com", "||| john.doe@example.org", "John Doe example com"]),
      ("@example.org", ["||| john.doe@example.org"]), ("org", ["||| john.doe@example.org"]),
      (
        "example.com",
        ["||| john.doe@example.com", "||| john@example.com", "||| doe@example.com", "John Doe example com"]
      ),
      (
        "com", ["||| john.doe@example.com", "||| john@example.com", "||| doe@example.com", "John Doe example com"]
      ),
      ("a@b", ["||| a@b", "a b"]), ("ann_lee", ["||| ann_lee@b.example"]), ("ann", []), ("lee", []),
      ("ann*", ["||| ann_lee@b.example"]), ("+john -john.doe", ["||| john@example.com"]),
      ("\"john.doe@example.com\"", ["||| john.doe@example.com", "John Doe example com"]),
    ])

  /// Phone numbers: found as they are written, without what groups them, by their beginning and by their end.
  static let phones = SpelledRows(
    "Phone numbers",
    [
      "|| +62 812-3456", "|| +62812 3456", "|| 628123456", "|| 0812-3456", "|| +62 (812) 3456", "|| 812",
      "|| 62 812 9999", "|| 812 3456", "|| 3456",
    ],
    [
      ("62812*", ["|| +62 812-3456", "|| +62812 3456", "|| 628123456", "|| +62 (812) 3456", "|| 62 812 9999"]),
      ("+62812*", ["|| +62 812-3456", "|| +62812 3456", "|| 628123456", "|| +62 (812) 3456", "|| 62 812 9999"]),
      ("628123456", ["|| +62 812-3456", "|| +62812 3456", "|| 628123456", "|| +62 (812) 3456"]),
      ("+628123456", ["|| +62 812-3456", "|| +62812 3456", "|| 628123456", "|| +62 (812) 3456"]),
      ("6281234*", ["|| +62 812-3456", "|| +62812 3456", "|| 628123456", "|| +62 (812) 3456"]),
      (
        "*3456",
        [
          "|| +62 812-3456", "|| +62812 3456", "|| 628123456", "|| 0812-3456", "|| +62 (812) 3456", "|| 812 3456",
          "|| 3456",
        ]
      ),
      (
        "…3456",
        [
          "|| +62 812-3456", "|| +62812 3456", "|| 628123456", "|| 0812-3456", "|| +62 (812) 3456", "|| 812 3456",
          "|| 3456",
        ]
      ),
      ("+*23456 -0812", ["|| +62 812-3456", "|| +62812 3456", "|| 628123456", "|| +62 (812) 3456", "|| 812 3456"]),
      ("*9999", ["|| 62 812 9999"]), ("*28129999", ["|| 62 812 9999"]), ("*0000", []),
      ("812", ["|| +62 812-3456", "|| +62 (812) 3456", "|| 812", "|| 62 812 9999", "|| 812 3456"]),
      ("0812*", ["|| 0812-3456"]), ("08123456", ["|| 0812-3456"]),
      ("812-3456", ["|| +62 812-3456", "|| +62 (812) 3456", "|| 812 3456"]),
      ("8123456", ["|| +62 812-3456", "|| 812 3456"]),
      ("+62 812-3456", ["|| +62 812-3456", "|| +62 (812) 3456", "|| 62 812 9999"]),
      ("+62 +812-3456", ["|| +62 812-3456", "|| +62 (812) 3456"]),
      ("\"+62 812-3456\"", ["|| +62 812-3456", "|| +62 (812) 3456"]),
    ])

  /// Beginnings, phrases and words near each other.
  static let phrases = SpelledRows(
    "Phrases",
    [
      "John Doe", "John | Doe", "Doe John", "John X Doe", "John the big Doe", "Johnny Doe", "john doe john doe",
      "Jo | Doe John | 3",
    ],
    [
      ("\"john doe\"", ["John Doe", "john doe john doe"]), ("\"John, DOE!\"", ["John Doe", "john doe john doe"]),
      ("\"doe john\"", ["Doe John", "john doe john doe", "Jo | Doe John | 3"]), ("\"joh doe\"", []),
      ("\"doe john doe\"", ["john doe john doe"]), ("\"john john\"", []), ("\"john doe\" @1", []),
      (
        "\"john doe\" @2",
        ["John Doe", "John | Doe", "Doe John", "john doe john doe", "Jo | Doe John | 3"]
      ),
      (
        "\"john doe\" @3",
        ["John Doe", "John | Doe", "Doe John", "John X Doe", "john doe john doe", "Jo | Doe John | 3"]
      ),
      (
        "\"doe john\"@4",
        [
          "John Doe", "John | Doe", "Doe John", "John X Doe", "John the big Doe", "john doe john doe",
          "Jo | Doe John | 3",
        ]
      ),
      ("\"doe john 3\" @3", ["Jo | Doe John | 3"]), ("~doe", []), ("~doe x", ["John X Doe"]),
      ("+doe ~x -john", ["Johnny Doe"]),
      ("\"john 3\" @2", ["Jo | Doe John | 3"]), ("\"jo 3\" @3", []), ("\"jo 3\" @4", ["Jo | Doe John | 3"]),
      (
        "\"john\"",
        [
          "John Doe", "John | Doe", "Doe John", "John X Doe", "John the big Doe", "john doe john doe",
          "Jo | Doe John | 3",
        ]
      ),
      (
        "+doe -\"john doe\"",
        [
          "John | Doe", "Doe John", "John X Doe", "John the big Doe", "Johnny Doe", "Jo | Doe John | 3",
        ]
      ),
      ("johnn*", ["Johnny Doe"]), ("johnny", ["Johnny Doe"]), ("jo", ["Jo | Doe John | 3"]),
      ("+john* -john", ["Johnny Doe"]), ("bi*", ["John the big Doe"]), ("(x big) doe -(john jo)", ["Johnny Doe"]),
      ("+(x big) +doe", ["John X Doe", "John the big Doe"]),
      (
        "x >doe ~3",
        [
          "John Doe", "John | Doe", "Doe John", "John X Doe", "John the big Doe", "Johnny Doe", "john doe john doe",
          "Jo | Doe John | 3",
        ]
      ),
      ("-john", []), ("-(john doe)", []),
    ])
}
