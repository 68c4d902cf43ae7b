import Testing
import UnicodeText

@Suite struct CharacterTraitsTests {
  @Test func lettersAndNumbers() {
    expect("aéßæЖعשªʰＡＺ\u{2BC}\u{640}", [.word])
    expect("²½①Ⅷ", [.word])
    expect("٣๓３", [.word, .digit])
  }

  @Test func unspacedScripts() {
    expect("漢〇々かカｶーっ한ㄱกເកကㄅꀀ𠮷", [.word, .unspaced])
    expect("ＡΩ١ﺍ𝐀", [.word], except: [.digit])
  }

  @Test func continuingCharacters() {
    expect("\u{301}\u{5C1}\u{E31}\u{E48}\u{3099}\u{FF9E}", [.word, .continuing])
    expect("\u{E33}\u{1161}\u{11A8}", [.word, .unspaced, .continuing])
  }

  @Test func others() {
    expect("\u{200C}\u{200D}\u{AD}\u{2060}\u{200E}", [.format])
    expect(" \u{200B}-.@—\u{3000}。・😀\u{FFFD}\u{0}", [])
  }

  private func expect(_ characters: String, _ traits: CharacterTraits, except: CharacterTraits = []) {
    for scalar in characters.unicodeScalars {
      let found = CharacterTraits(of: scalar.value).subtracting(except)
      #expect(found == traits, "\(scalar.escaped(asASCII: true))")
    }
  }
}
