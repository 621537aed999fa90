// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A word of a text.
package struct Token: Sendable, Hashable {
  /// The search form: case-folded, without accents.
  package var term: String
  /// The form for the stemmer: case-folded, with accents.
  package var word: String
  /// The range in the text, in code points.
  package var range: Range<Int>
  /// Whether only a hyphen separates the word from the previous one.
  package var isJoined: Bool

  /// Creates a word.
  package init(term: String, word: String, range: Range<Int>, isJoined: Bool = false) {
    self.term = term
    self.word = word
    self.range = range
    self.isJoined = isJoined
  }
}

/// Splits text into words; used for indexing, queries and highlighting alike.
///
/// - Letters, digits and marks form words; an apostrophe between letters is kept (`worker's`), as
///   `'`.
/// - A hyphen separates words (`self-management` is two adjacent words).
/// - Initials form one word (`G.P.` is `gp`, `U.S.S.R.` is `ussr`).
/// - Separators inside numbers: `1,000` is `1000`, `3.14` is kept; `1905-1921` is two words.
/// - Soft hyphens and joiners inside a word are ignored; each ideograph is a word.
package struct Tokenizer: Sendable {
  /// The maximum length of a form in bytes; longer forms are truncated and distinguished by a hash.
  private static let longest = 200

  private var folding = ScalarFolding()
  private var term: [UInt8] = []
  private var word: [UInt8] = []

  /// Creates a tokenizer.
  package init() {
    term.reserveCapacity(256)
    word.reserveCapacity(256)
  }

  /// The words of a text.
  package mutating func tokens(in text: String) -> [Token] {
    var tokens: [Token] = []
    forEachJoinedToken(in: text) { term, word, range, isJoined in
      let form = String(decoding: term, as: UTF8.self)
      tokens.append(
        Token(
          term: form,
          word: word.isEmpty ? form : String(decoding: word, as: UTF8.self),
          range: range,
          isJoined: isJoined
        )
      )
    }
    return tokens
  }

  /// Calls `body` with each word: its search form, its form for the stemmer (empty if the same),
  /// and its range in code points.
  ///
  /// - Complexity: O(*n*) in the bytes of the text, without an allocation per word.
  package mutating func forEachToken(
    in text: String,
    _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>, Range<Int>) -> Void
  ) {
    forEachJoinedToken(in: text) { term, word, range, _ in body(term, word, range) }
  }

  /// Calls `body` with each word like `forEachToken`, and with whether only a hyphen separates it
  /// from the previous word.
  package mutating func forEachJoinedToken(
    in text: String,
    _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>, Range<Int>, Bool) -> Void
  ) {
    var text = text
    text.withUTF8 { bytes in
      var cursor = Cursor(bytes: bytes)
      while true {
        let end = cursor
        guard let start = skipToWord(&cursor) else { break }
        let isJoined = Self.isHyphen(bytes, end.offset..<cursor.offset)
        let isSame = read(&cursor)
        let range = start..<cursor.scalar
        Self.shorten(&term)
        if isSame {
          term.withUnsafeBufferPointer {
            body($0, UnsafeBufferPointer(start: nil, count: 0), range, isJoined)
          }
        } else {
          Self.shorten(&word)
          term.withUnsafeBufferPointer { term in
            word.withUnsafeBufferPointer { body(term, $0, range, isJoined) }
          }
        }
      }
    }
  }

  /// Whether the bytes between two words are a single hyphen: U+002D, U+2010 or U+2011.
  private static func isHyphen(_ bytes: UnsafeBufferPointer<UInt8>, _ gap: Range<Int>) -> Bool {
    guard gap.lowerBound > 0 else { return false }
    if gap.count == 1 { return bytes[gap.lowerBound] == 0x2D }
    return gap.count == 3 && bytes[gap.lowerBound] == 0xE2 && bytes[gap.lowerBound + 1] == 0x80
      && (0x90...0x91).contains(bytes[gap.lowerBound + 2])
  }

  /// Moves to the next scalar that starts a word.
  private mutating func skipToWord(_ cursor: inout Cursor) -> Int? {
    while let byte = cursor.byte {
      if byte < 0x80 {
        if ASCII.isWord(byte) { return cursor.scalar }
        cursor.advance(1)
      } else {
        let (scalar, length) = cursor.decode()
        let kind = folding.folded(scalar).kind
        if kind == .word || kind == .ideograph { return cursor.scalar }
        cursor.advance(length)
      }
    }
    return nil
  }

  /// Reads the word at the cursor into `term` and `word`.
  ///
  /// - Returns: Whether the two are the same; `word` is then left empty.
  private mutating func read(_ cursor: inout Cursor) -> Bool {
    term.removeAll(keepingCapacity: true)
    word.removeAll(keepingCapacity: true)
    if readInitials(&cursor) { return true }
    var isSame = true
    while let byte = cursor.byte {
      if ASCII.isWord(byte) {
        let lower = ASCII.lowercased(byte)
        term.append(lower)
        if !isSame { word.append(lower) }
        cursor.advance(1)
      } else if byte < 0x80 {
        guard let kept = joint(byte, cursor) else { break }
        if kept != 0 {
          term.append(kept)
          if !isSame { word.append(kept) }
        }
        cursor.advance(1)
      } else {
        let (scalar, length) = cursor.decode()
        let folded = folding.folded(scalar)
        switch folded.kind {
        case .word, .mark:
          if isSame, folded.term != folded.word {
            word.append(contentsOf: term)
            isSame = false
          }
          term.append(contentsOf: folded.term)
          if !isSame { word.append(contentsOf: folded.word) }
        case .ideograph:
          guard term.isEmpty else { return isSame }
          term.append(contentsOf: folded.term)
          cursor.advance(length)
          return isSame
        case .apostrophe:
          guard isWord(at: cursor, after: length) else { return isSame }
          term.append(0x27)
          if !isSame { word.append(0x27) }
        case .invisible:
          guard isWord(at: cursor, after: length) else { return isSame }
        case .other:
          return isSame
        }
        cursor.advance(length)
      }
    }
    return isSame
  }

  /// How an ASCII punctuation mark inside a word is treated: the byte to keep, 0 to drop it, or
  /// `nil` if it ends the word.
  private mutating func joint(_ byte: UInt8, _ cursor: Cursor) -> UInt8? {
    switch byte {
    case 0x27: return isWord(at: cursor, after: 1) ? byte : nil
    case 0x2C, 0x2E:
      guard let before = term.last, ASCII.isDigit(before), let after = cursor.byte(at: 1),
        ASCII.isDigit(after)
      else { return nil }
      if byte == 0x2E { return byte }
      // A comma is a thousands separator if exactly three digits follow.
      let digits = (1...4).prefix { cursor.byte(at: $0).map(ASCII.isDigit) ?? false }.count
      return digits == 3 ? 0 : nil
    default: return nil
    }
  }

  /// Reads initials: at least two single letters, each followed by a full stop, optional after the
  /// last.
  private mutating func readInitials(_ cursor: inout Cursor) -> Bool {
    var offset = 0
    var letters = 0
    var end = 0
    while let letter = cursor.byte(at: offset), ASCII.isLetter(letter) {
      if let next = cursor.byte(at: offset + 1), next >= 0x80 || ASCII.isWord(next) { break }
      letters += 1
      end = offset + 1
      guard cursor.byte(at: end) == 0x2E else { break }
      offset += 2
    }
    guard letters >= 2 else { return false }
    for index in stride(from: 0, to: end, by: 2) {
      if let letter = cursor.byte(at: index) { term.append(ASCII.lowercased(letter)) }
    }
    cursor.advance(end)
    return true
  }

  private mutating func isWord(at cursor: Cursor, after length: Int) -> Bool {
    guard let next = cursor.byte(at: length) else { return false }
    if next < 0x80 { return ASCII.isWord(next) }
    var ahead = cursor
    ahead.advance(length)
    return folding.folded(ahead.decode().scalar).kind == .word
  }

  private static func shorten(_ form: inout [UInt8]) {
    guard form.count > longest else { return }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325  // FNV-1a
    for byte in form { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    form.removeLast(form.count - longest)
    while let last = form.last, last & 0xC0 == 0x80 { form.removeLast() }
    if let last = form.last, last >= 0xC0 { form.removeLast() }
    form.append(contentsOf: String(hash, radix: 16).utf8)
  }
}
