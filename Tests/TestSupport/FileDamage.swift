/// Damaged copies of a sound file: each is a function of a seed and its number.
public struct FileDamage: Sendable {
  /// How a copy was damaged.
  public enum Kind: String, CaseIterable, Sendable {
    case bit, bits, byteInHeader, byteInMeta, zeroedPage, swappedPages, copiedPage, olderPage, foreignPage, garbage
    case swappedMetas, doubledMeta, olderMeta, truncated, extended
    // Crafted: made to hit what the library takes for granted.
    case nodeOffset, overlappingNodes, bounds, keySize, valueSize, nodeFlags, pageFlags, pageNumber, childLoop
    case sharedChild, runPointer, runLength, freeListNumber, freeListCount, depth, counts, root, recordFlags,
      swappedKeys
    case lastPage, transaction

    /// Whether it needs to know where things lie.
    public var isCrafted: Bool { Self.allCases.firstIndex(of: self)! >= Self.allCases.firstIndex(of: .nodeOffset)! }
    /// Those of either sort.
    public static func all(crafted: Bool) -> [Kind] { allCases.filter { $0.isCrafted == crafted } }
  }

  private let file: [UInt8]
  private let older: [UInt8]
  private let foreign: [UInt8]
  private let map: LMDBFileMap
  private let pageCount: Int

  /// - Parameters:
  ///   - older: the same file, some commits before.
  ///   - foreign: another sound file.
  public init(_ file: [UInt8], older: [UInt8], foreign: [UInt8]) {
    (self.file, self.older, self.foreign) = (file, older, foreign)
    map = LMDBFileMap(file)
    pageCount = file.count / LMDBFileMap.pageBytes
  }

  /// A damaged copy.
  public func copy(_ number: Int, seed: UInt64, crafted: Bool) -> (kind: Kind, bytes: [UInt8]) {
    var random = SeededRandom(seed: seed &* 0x9E37_79B9 &+ UInt64(number) &* 2 &+ (crafted ? 1 : 0))
    let kinds = Kind.all(crafted: crafted)
    let kind = kinds[number % kinds.count]
    var bytes = file
    if crafted { craft(kind, &bytes, &random) } else { damage(kind, &bytes, &random) }
    return (kind, bytes)
  }

  private func page(_ random: inout SeededRandom) -> Int { Int.random(in: 0..<pageCount, using: &random) }

  private func put(_ source: ArraySlice<UInt8>, page: Int, _ bytes: inout [UInt8]) {
    let start = page * LMDBFileMap.pageBytes
    bytes.replaceSubrange(start..<min(start + source.count, bytes.count), with: source.prefix(bytes.count - start))
  }

  private func slice(_ source: [UInt8], page: Int) -> ArraySlice<UInt8> {
    let start = min(page * LMDBFileMap.pageBytes, source.count)
    return source[start..<min(start + LMDBFileMap.pageBytes, source.count)]
  }

  private func damage(_ kind: Kind, _ bytes: inout [UInt8], _ random: inout SeededRandom) {
    let size = LMDBFileMap.pageBytes
    switch kind {
    case .bits: for _ in 0..<Int.random(in: 2...50, using: &random) { flip(&bytes, &random) }
    case .byteInHeader:
      bytes[page(&random) * size + Int.random(in: 0..<16, using: &random)] = .random(in: 0...255, using: &random)
    case .byteInMeta:
      bytes[Int.random(in: 0...1, using: &random) * size + Int.random(in: 0..<152, using: &random)] = .random(
        in: 0...255, using: &random)
    case .zeroedPage: put([UInt8](repeating: 0, count: size)[...], page: page(&random), &bytes)
    case .swappedPages:
      let (first, second) = (page(&random), page(&random))
      put(slice(file, page: second), page: first, &bytes)
      put(slice(file, page: first), page: second, &bytes)
    case .copiedPage: put(slice(file, page: page(&random)), page: page(&random), &bytes)
    case .olderPage:
      let page = page(&random)
      put(slice(older, page: page), page: page, &bytes)
    case .foreignPage:
      let page = page(&random)
      put(slice(foreign, page: Bool.random(using: &random) ? page : self.page(&random)), page: page, &bytes)
    case .garbage:
      let start = Int.random(in: 0..<bytes.count, using: &random)
      for place in start..<min(bytes.count, start + Int.random(in: 1...8_192, using: &random)) {
        bytes[place] = .random(in: 0...255, using: &random)
      }
    case .swappedMetas:
      put(slice(file, page: 1), page: 0, &bytes)
      put(slice(file, page: 0), page: 1, &bytes)
    case .doubledMeta:
      let meta = Int.random(in: 0...1, using: &random)
      put(slice(file, page: meta), page: 1 - meta, &bytes)
    case .olderMeta: put(slice(older, page: map.meta), page: map.meta, &bytes)
    case .truncated: bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random))
    case .extended:
      bytes += (0..<Int.random(in: 1...20_000, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
    default: flip(&bytes, &random)
    }
  }

  private func flip(_ bytes: inout [UInt8], _ random: inout SeededRandom) {
    bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
  }

  /// A node of some page, in the file.
  private func node(_ pages: [Int], _ random: inout SeededRandom) -> Int {
    random.pick(LMDBFileMap.nodes(file, page: random.pick(pages)))
  }

  private func craft(_ kind: Kind, _ bytes: inout [UInt8], _ random: inout SeededRandom) {
    let size = LMDBFileMap.pageBytes
    let pages = map.leaves + map.branches + map.freeLeaves
    let start = random.pick(pages) * size
    let count = (Int(file.integer(start + 12, UInt16.self)) - 16) / 2
    let pointer = start + 16 + 2 * Int.random(in: 0..<count, using: &random)
    let record = random.pick(map.records + [map.meta * size + 40, map.meta * size + 88])
    let odd = UInt16.random(in: 0...0xFFFF, using: &random)
    let small = UInt16.random(in: 0..<64, using: &random)
    let number = random.chance(4) ? UInt64.random(in: 0...UInt64.max, using: &random) : UInt64(page(&random))
    switch kind {
    case .nodeOffset: bytes.set(pointer, random.chance(2) ? odd : odd % UInt16(size) & ~1)
    case .overlappingNodes:
      let other = start + 16 + 2 * Int.random(in: 0..<count, using: &random)
      bytes.set(pointer, file.integer(other, UInt16.self) &+ (random.chance(2) ? 0 : small & ~1))
    case .bounds: bytes.set(start + (random.chance(2) ? 12 : 14), random.chance(2) ? odd : odd % 4_097)
    case .keySize: bytes.set(node(pages, &random) + 6, random.chance(2) ? odd : small)
    case .valueSize:
      bytes.set(
        node(map.leaves, &random), random.chance(2) ? UInt32(small) : .random(in: 0...UInt32.max, using: &random))
    case .nodeFlags: bytes.set(node(map.leaves, &random) + 4, random.chance(2) ? odd : odd % 8)
    case .pageFlags:
      bytes.set(
        start + 10, random.chance(2) ? 1 << (odd % 16) : file.integer(start + 10, UInt16.self) ^ (1 << (odd % 16)))
    case .pageNumber: bytes.set(start, number)
    case .childLoop, .sharedChild:
      let branch = random.pick(map.branches)
      let target = kind == .childLoop ? random.pick(map.branches) : random.pick(map.leaves)
      bytes.set(node([branch], &random), UInt32(target))
    case .runPointer:
      guard !map.runPointers.isEmpty else { return }
      bytes.set(random.pick(map.runPointers), random.chance(2) ? number : UInt64(random.pick(map.runs)))
    case .runLength:
      guard !map.runs.isEmpty else { return }
      bytes.set(
        random.pick(map.runs) * size + 12,
        random.chance(2) ? UInt32(small) : .random(in: 0...UInt32.max, using: &random))
    case .freeListNumber, .freeListCount:
      guard !map.freeLeaves.isEmpty else { return }
      let value = node(map.freeLeaves, &random) + 16
      let listed = max(Int(file.integer(value, UInt64.self)), 1)
      let place = kind == .freeListCount ? 0 : 8 * (1 + Int.random(in: 0..<min(listed, 200), using: &random))
      bytes.set(min(value + place, bytes.count - 8), random.chance(3) ? UInt64(small) : number)
    case .depth: bytes.set(record + 6, random.chance(2) ? odd : small % 8)
    case .counts: bytes.set(record + 8 + 8 * Int(small % 4), random.chance(2) ? number : UInt64(small))
    case .root: bytes.set(record + 40, random.chance(8) ? .max : number)
    case .recordFlags: bytes.set(record + 4, random.chance(2) ? odd : 1 << (odd % 16))
    case .swappedKeys:
      let other = start + 16 + 2 * Int.random(in: 0..<count, using: &random)
      bytes.set(pointer, file.integer(other, UInt16.self))
      bytes.set(other, file.integer(pointer, UInt16.self))
    case .lastPage: bytes.set(map.meta * size + 136, number)
    case .transaction: bytes.set(Int(small % 2) * size + 144, random.chance(2) ? number : UInt64(small))
    default: break
    }
  }
}
