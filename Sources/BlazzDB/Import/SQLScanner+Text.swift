extension SQLScanner {
  /// Moves the bytes that satisfy `belongs` to the end of `store`.
  mutating func readRun(into store: inout ByteStore, while belongs: (UInt8) -> Bool) throws(DumpError) {
    while true {
      var index = window.position
      while index < window.end, belongs(window[index]) { index &+= 1 }
      let isWhole = index < window.end
      window.move(upTo: index, into: &store)
      try checkSize(of: store)
      if isWhole { return }
      if try !window.refill() { return }
    }
  }

  /// After an opening `quote`: moves the text up to the closing one to the end of `store`, unescaped.
  mutating func readQuoted(
    _ quote: UInt8, backslashEscapes: Bool, into store: inout ByteStore
  ) throws(DumpError) {
    let escape = backslashEscapes ? .backslash : quote
    while true {
      let stop = ByteScan.firstIndex(
        of: quote, or: escape, in: window.bytes, from: window.position, to: window.end)
      window.move(upTo: stop, into: &store)
      if stop == window.end {
        try checkSize(of: store)
        guard try window.refill() else { throw endOfDump(inside: quote == .backquote ? "a name" : "a string") }
        continue
      }
      let byte = window[stop]
      window.position = stop + 1
      if byte != quote {
        try readEscape(into: &store)
      } else if try window.peek() == quote {
        store.append(quote)
        window.position += 1
      } else {
        return
      }
    }
  }

  /// After an opening `quote`: skips to behind the closing one. A doubled quote closes and opens again.
  mutating func skipQuoted(_ quote: UInt8) throws(DumpError) {
    let isName = quote == .backquote || (quote == .doubleQuote && modes.contains(.ansiQuotes))
    let escape = isName || modes.contains(.noBackslashEscapes) ? quote : .backslash
    while true {
      let stop = ByteScan.firstIndex(
        of: quote, or: escape, in: window.bytes, from: window.position, to: window.end)
      window.position = stop
      if stop == window.end {
        guard try window.refill() else { throw endOfDump(inside: isName ? "a name" : "a string") }
        continue
      }
      window.position += 1
      if window[stop] == quote { return }
      guard try window.peek() != nil else { throw endOfDump(inside: "a string") }
      window.position += 1
    }
  }

  /// Skips everything up to and including the delimiter.
  mutating func skipStatement() throws(DumpError) {
    while true {
      var index = window.position
      let (end, start, bytes) = (window.end, delimiterStart, UnsafeRawPointer(window.bytes))
      while index < end {
        let byte = bytes.load(fromByteOffset: index, as: UInt8.self)
        if byte == start || Self.mayHideDelimiter(byte) { break }
        index &+= 1
      }
      window.position = index
      guard let byte = try window.peek() else { throw endOfDump(inside: "a statement") }
      if try skipDelimiter() { return }
      switch byte {
      case .quote, .doubleQuote, .backquote:
        window.position += 1
        try skipQuoted(byte)
      case .dash, .hash, .slash, .star:
        if try !skipComment(byte) { window.position += 1 }
      default:
        // The window ended, or the byte only looks like the delimiter's first.
        if byte == start { window.position += 1 }
      }
    }
  }

  /// Whether `byte` may begin a string, a quoted name or a comment.
  private static func mayHideDelimiter(_ byte: UInt8) -> Bool {
    switch byte {
    case .quote, .doubleQuote, .backquote, .dash, .hash, .slash, .star: true
    default: false
    }
  }

  /// After a backslash: appends what it and the next byte stand for.
  private mutating func readEscape(into store: inout ByteStore) throws(DumpError) {
    guard let byte = try window.peek() else { throw endOfDump(inside: "a string") }
    window.position += 1
    switch byte {
    case UInt8(ascii: "0"): store.append(0)
    case UInt8(ascii: "b"): store.append(0x08)
    case UInt8(ascii: "n"): store.append(0x0A)
    case UInt8(ascii: "r"): store.append(0x0D)
    case UInt8(ascii: "t"): store.append(0x09)
    case UInt8(ascii: "Z"): store.append(0x1A)
    case UInt8(ascii: "%"), UInt8(ascii: "_"):
      // Only LIKE gives these a meaning; a string keeps both bytes.
      store.append(.backslash)
      store.append(byte)
    default: store.append(byte)
    }
  }
}
