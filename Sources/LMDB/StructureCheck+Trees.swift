extension StructureCheck {
  /// Goes over one tree from its first leaf to its last, and compares what it saw with the tree's record.
  mutating func walk(_ tree: TreeRecord, _ kind: Tree, _ name: String) throws(StructureFault) {
    treeName = name
    seen = TreeCounts()
    lastKey.forget()
    if tree.isEmpty {
      guard tree.depth == 0 else { throw .damaged("tree \(name) is empty and \(tree.depth) deep") }
    } else {
      guard (1...TreeRecord.maxDepth).contains(Int(tree.depth)) else {
        throw .damaged("tree \(name) is \(tree.depth) deep")
      }
      try walkPages(tree, kind)
    }
    let counts = [seen.branchPages, seen.leafPages, seen.overflowPages, seen.entries]
    let recorded = [tree.branchPages, tree.leafPages, tree.overflowPages, tree.entries]
    guard recorded == counts.map(UInt64.init) else {
      throw .damaged(
        "tree \(name) has \(counts) branches, leaves, pages of long values and entries, but \(recorded) in its record")
    }
  }

  private mutating func walkPages(_ tree: TreeRecord, _ kind: Tree) throws(StructureFault) {
    let leafLevel = Int(tree.depth) - 1
    guard leafLevel > 0 else {
      try use(tree.root, for: nil)
      return try checkLeaf(try readLeaves(tree.root, adjoining: 1), tree.root, kind)
    }
    var next = [Int](repeating: 0, count: leafLevel)
    var pages = [UInt64](repeating: tree.root, count: leafLevel)
    try use(tree.root, for: nil)
    try readBranch(tree.root, level: 0, above: leafLevel, kind)
    var level = 0
    while level >= 0 {
      let branch = PageView(base: memory + level * Limits.pageBytes)
      let index = next[level]
      guard index < branch.nodeCount else {
        level -= 1
        continue
      }
      next[level] = index + 1
      let node = branch[index]
      if index > 0 {
        guard lastKey.admits(node.key, kind) else {
          throw fault(pages[level], "separator \(index) is not above the keys before it")
        }
        lastKey.set(node.key, isSeparator: true)
      }
      try use(node.child, for: pages[level])
      if level + 1 == leafLevel {
        try checkLeaf(try readLeaves(node.child, adjoining: branch.adjoiningChildren(from: index)), node.child, kind)
      } else {
        level += 1
        (next[level], pages[level]) = (0, node.child)
        try readBranch(node.child, level: level, above: leafLevel, kind)
      }
    }
  }

  /// Reads a branch into its level's memory, and has the leaves below it read meanwhile.
  private mutating func readBranch(
    _ page: UInt64, level: Int, above leafLevel: Int, _ kind: Tree
  ) throws(StructureFault) {
    let target = memory + level * Limits.pageBytes
    guard try read(Limits.pageBytes, at: page, into: target) == Limits.pageBytes else { throw missing(page) }
    let branch = PageView(base: target)
    try requireSound(branch, page, PageFlags.branch)
    // The library asserts this of all trees but its own.
    guard branch.nodeCount > 1 || kind == .freePages else { throw fault(page, "has one child") }
    for index in 1..<branch.nodeCount where kind == .freePages && branch[index].keyBytes != MemoryLayout<UInt64>.size {
      throw fault(page, "separator \(index) is no number")
    }
    seen.branchPages += 1
    if level + 1 == leafLevel { readAhead(branch) }
  }

  private func readAhead(_ branch: PageView) {
    var index = 0
    while index < branch.nodeCount {
      let count = branch.adjoiningChildren(from: index)
      let first = branch[index].child
      if hasPage(first) { file.willNeed(count * Limits.pageBytes, at: Int(first) * Limits.pageBytes) }
      index += count
    }
  }

  /// A leaf, read together with those behind it where it is not in memory.
  private mutating func readLeaves(_ page: UInt64, adjoining count: Int) throws(StructureFault) -> PageView {
    if page < windowStart || page >= windowStart + windowCount {
      let got = try read(count * Limits.pageBytes, at: page, into: window)
      (windowStart, windowCount) = (page, UInt64(got / Limits.pageBytes))
      guard windowCount > 0 else { throw missing(page) }
    }
    return PageView(base: window + Int(page - windowStart) * Limits.pageBytes)
  }

  /// Looks at a leaf's entries.
  private mutating func checkLeaf(_ leaf: PageView, _ page: UInt64, _ kind: Tree) throws(StructureFault) {
    try requireSound(leaf, page, PageFlags.leaf)
    let count = leaf.nodeCount
    var previous = leaf[0].key
    for index in 0..<count {
      let node = leaf[index]
      let key = node.key
      guard kind != .freePages || key.count == MemoryLayout<UInt64>.size else {
        throw fault(page, "key \(index) is no number")
      }
      guard index == 0 ? lastKey.admits(key, kind) : kind.precedes(previous, key) else {
        throw fault(
          page, index == 0 ? "its first key does not lie behind" : "keys \(index - 1) and \(index) do not rise")
      }
      previous = key
      guard kind != .entries || node.flags != 0 else { continue }
      try checkValue(of: node, page, kind)
    }
    lastKey.set(previous, isSeparator: false)
    seen.leafPages += 1
    seen.entries += count
  }

  private mutating func checkValue(of node: NodeView, _ page: UInt64, _ kind: Tree) throws(StructureFault) {
    guard node.flags == 0 || node.flags == NodeView.Flags.long || kind == .names else {
      throw fault(page, "has the record of a tree among its entries")
    }
    if node.flags == NodeView.Flags.long { try useRun(of: node, page) }
    switch kind {
    case .entries: break
    case .names:
      guard node.flags == NodeView.Flags.tree else { return }
      guard node.valueBytes == TreeRecord.byteCount else {
        throw fault(page, "has a tree's record of \(node.valueBytes) bytes")
      }
      let record = [UInt8](UnsafeRawBufferPointer(start: node.value, count: TreeRecord.byteCount))
      named.append((String(decoding: node.key, as: UTF8.self), TreeRecord(record, at: 0)))
    case .freePages: try checkFreePages(of: node, page)
    }
  }

  /// Takes the pages of a long value.
  private mutating func useRun(of node: NodeView, _ owner: UInt64) throws(StructureFault) {
    let first = node.runStart
    guard hasPage(first) else { throw fault(owner, "has a long value in page \(first), which is none") }
    guard try read(PageView.headerBytes, at: first, into: scratch) == PageView.headerBytes else { throw missing(first) }
    let run = PageView(base: scratch)
    let needed = UInt64((PageView.headerBytes - 1 + node.valueBytes) / Limits.pageBytes + 1)
    guard run.number == first, run.flags == PageFlags.overflow, run.runLength >= needed,
      run.runLength <= meta.lastPage - first + 1
    else {
      throw fault(owner, "has a value of \(node.valueBytes) bytes in page \(first), which does not begin such a one")
    }
    guard (first + run.runLength) * UInt64(Limits.pageBytes) <= fileBytes else { throw missing(first) }
    for page in first..<first + run.runLength { try use(page, for: owner) }
    seen.overflowPages += Int(run.runLength)
  }

  private func requireSound(_ view: PageView, _ page: UInt64, _ kind: UInt16) throws(StructureFault) {
    guard view.number == page else { throw fault(page, "calls itself page \(view.number)") }
    guard view.flags == kind else {
      throw fault(page, "has flags \(view.flags) where \(kind == PageFlags.leaf ? "a leaf" : "a branch") belongs")
    }
    if let what = view.layoutFault(kind) { throw fault(page, what) }
  }

  func missing(_ page: UInt64) -> StructureFault { fault(page, "lies behind the end of the file") }

  func read(_ byteCount: Int, at page: UInt64, into target: UnsafeMutableRawPointer) throws(StructureFault) -> Int {
    guard let got = file.read(byteCount, at: Int(page) * Limits.pageBytes, into: target) else {
      throw .unreadable(Posix.lastCode)
    }
    return got
  }
}

extension PageView {
  /// How many children from `index` on, up to a window, lie one behind the other in the file.
  fileprivate func adjoiningChildren(from index: Int) -> Int {
    let first = self[index].child
    var count = 1
    while count < StructureCheck.windowPages, index + count < nodeCount,
      self[index + count].child == first &+ UInt64(count)
    { count += 1 }
    return count
  }
}
