internal import BlazzDB
internal import Foundation
internal import TableStore

// What a platform is set up with, whatever the scale.

extension Module: SampleTable {
  private static let modules: [(name: String, slug: String)] = [
    ("Flow Builder", "flow-builder"), ("Google Authenticator", "google-authenticator"), ("Webhooks", "webhooks"),
    ("AI Assistant", "ai-assistant"), ("Embedded Signup", "embedded-signup"), ("Reports", "reports"),
  ]

  static func sampleCount(_: SampleScale) -> Int { modules.count }

  static func sample(_ place: Int, _: SampleWorld, _ pen: inout Pen) -> SampleRow<Module> {
    let installed = Date(second: SampleClock.start + place * 86_400)
    let draft = Module.Draft(
      id: ID(place: place), uuid: pen.random.uuid(), name: modules[place].name, slug: modules[place].slug,
      version: "1.\(place).0", isActive: place != 3, config: place % 2 == 0 ? #"{"enabled":true,"limit":1000}"# : nil,
      createdAt: installed, updatedAt: installed)
    return SampleRow(draft: draft)
  }
}

extension Addon: SampleTable {
  private static let addons: [(name: String, category: String)] = [
    ("Embedded Signup", "chat"), ("Google Authenticator", "two-factor"), ("Google reCAPTCHA", "recaptcha"),
    ("Google Analytics", "analytics"), ("Google Maps", "maps"), ("Razorpay", "payments"), ("Midtrans", "payments"),
    ("AI Assistant", "ai"), ("Flow Builder", "automation"), ("Webhooks", "developer"),
  ]

  static func sampleCount(_: SampleScale) -> Int { addons.count }

  static func sample(_ place: Int, _: SampleWorld, _ pen: inout Pen) -> SampleRow<Addon> {
    let added = Date(second: SampleClock.start + place * 3_600)
    let draft = Addon.Draft(
      id: ID(place: place), uuid: pen.random.uuid(), category: addons[place].category, name: addons[place].name,
      logo: "addons/\(place + 1).png", description: pen.sentences(1),
      metadata: #"{"input_fields":[{"name":"api_key","type":"password"}]}"#,
      license: place % 3 == 0 ? pen.hex(24) : nil,
      version: "2.\(place)", isPlanRestricted: place % 2 == 0, updateAvailable: place == 4, status: place < 7 ? 1 : 0,
      isActive: place < 6, createdAt: added, updatedAt: added)
    return SampleRow(draft: draft)
  }
}

extension Language: SampleTable {
  private static let languages: [(code: String, name: String)] = [
    ("id", "Bahasa Indonesia"), ("en", "English"), ("es", "Español"), ("fr", "Français"), ("ar", "العربية"),
    ("zh", "中文"),
    ("ja", "日本語"), ("pt", "Português"), ("ms", "Bahasa Melayu"), ("hi", "हिन्दी"),
  ]

  static func sampleCount(_: SampleScale) -> Int { languages.count }

  static func sample(_ place: Int, _: SampleWorld, _ pen: inout Pen) -> SampleRow<Language> {
    let added = Date(second: SampleClock.start + place)
    let draft = Language.Draft(
      id: ID(place: place), uuid: pen.random.uuid(), name: languages[place].name, code: languages[place].code,
      isRTL: languages[place].code == "ar", isActive: place < 6, createdAt: added, updatedAt: added)
    return SampleRow(draft: draft)
  }
}

extension Setting: SampleTable {
  private static let settings: [(key: String, value: String?, type: SettingType)] = [
    ("company_name", "Blazz", .string), ("timezone", "Asia/Jakarta", .string), ("currency", "IDR", .string),
    ("trial_period", "14", .integer), ("allow_registration", "true", .boolean), ("recaptcha_active", "0", .boolean),
    ("storage_system", "amazon", .string), ("aws", #"{"region":"ap-southeast-1","bucket":"blazz-media"}"#, .json),
    ("mail_config", #"{"driver":"smtp","port":587}"#, .json), ("google_analytics_id", nil, .string),
    ("socials", #"{"instagram":"@blazz","facebook":"blazz"}"#, .json), ("is_tax_inclusive", "0", .boolean),
    ("invoice_prefix", "INV", .string), ("title", "Blazz – WhatsApp CRM", .string),
    ("broadcast_driver", "pusher", .string),
    ("max_upload_mb", "16", .integer),
  ]

  static func sampleCount(_: SampleScale) -> Int { settings.count }

  static func sample(_ place: Int, _: SampleWorld, _: inout Pen) -> SampleRow<Setting> {
    let set = Date(second: SampleClock.start + place)
    let draft = Setting.Draft(
      id: ID(place: place), key: settings[place].key, value: settings[place].value, type: settings[place].type,
      createdAt: set, updatedAt: set)
    return SampleRow(draft: draft)
  }
}

extension SeederHistory: SampleTable {
  private static let names = [
    "Roles", "Plans", "Languages", "Settings", "Gateways", "Addons", "EmailTemplates", "Pages", "Faqs",
  ]

  static func sampleCount(_: SampleScale) -> Int { names.count }

  static func sample(_ place: Int, _: SampleWorld, _: inout Pen) -> SampleRow<SeederHistory> {
    let run = Date(second: SampleClock.start + place)
    let draft = SeederHistory.Draft(
      id: ID(place: place), seederName: "\(names[place])Seeder", createdAt: run, updatedAt: run)
    return SampleRow(draft: draft)
  }
}

/// A migration for each table.
extension Migration: SampleTable {
  static func sampleCount(_: SampleScale) -> Int { Blazz.tables.count }

  static func sample(_ place: Int, _: SampleWorld, _ pen: inout Pen) -> SampleRow<Migration> {
    pen.write("2024_01_01_")
    pen.write(place + 1, digits: 6)
    pen.write("_create_")
    pen.write(Blazz.tables[place].schema.name)
    pen.write("_table")
    let draft = Migration.Draft(id: ID(place: place), migration: pen.take(), batch: Int32(1 + place / 30))
    return SampleRow(draft: draft)
  }
}
