extension Environment {
  /// Writes the last committed state to a new file in key order: every page is full, none is free, and nothing is left of
  /// what was erased. It is flushed and gets its name at the end; existing files are refused. While it runs it is a reader.
  ///
  /// - Parameter onProgress: is told now and then how many of how many entries are written; what it throws ends it.
  package func repack(toPath target: String, _ onProgress: (_ done: Int, _ of: Int) throws -> Void) throws {
    let draft = try Self.draft(of: target, "repack")
    defer { Self.removeDraft(draft) }
    try writeRepacked(draft, onProgress)
    try Self.publishCopy(draft, as: target, "repack")
  }

  static func removeDraft(_ draft: String) { for name in [draft, draft + "-lock"] { Posix.removeName(name) } }

  /// Writes and flushes a new file with all entries in key order.
  func writeRepacked(_ draft: String, _ onProgress: (_ done: Int, _ of: Int) throws -> Void) throws {
    let names = try keyspaceNames()
    let sources = try openKeyspaces(names, create: false)
    var options = EnvironmentOptions()
    options.durability = .none
    options.maxKeyspaces = names.count + 8
    options.mapSizeBytes = try information().fileBytes + 64 << 20
    let copy = try Environment(path: draft, options: options)
    let targets = try copy.openKeyspaces(names, create: true)
    let reader = try beginRead()
    let total = try names.reduce(0) { try $0 + reader.statistics(of: sources[$1]!).entryCount }
    var done = 0
    for name in names {
      try copy.append(reader, from: sources[name]!, to: targets[name]!) {
        done += 1
        if done.isMultiple(of: 1 << 14) { try onProgress(done, total) }
      }
    }
    try onProgress(done, total)
    try copy.sync()
    try copy.close()
  }

  /// Puts all entries of another environment's keyspace behind those of an empty one of this.
  private func append(
    _ reader: borrowing ReadTransaction, from source: Keyspace, to target: Keyspace, _ onEntry: () throws -> Void
  ) throws {
    let mostBytes = 64 << 20
    var cursor = try reader.cursor(in: source)
    var isFound = try cursor.first()
    while isFound {
      var transaction = try beginWrite()
      while isFound, transaction.bytesWritten < mostBytes {
        try transaction.put(cursor.value, for: cursor.key, in: target, mode: .append)
        try onEntry()
        isFound = try cursor.next()
      }
      try transaction.commit()
    }
  }
}
