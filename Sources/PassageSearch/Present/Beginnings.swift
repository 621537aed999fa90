// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The first two letters of what may match: most words of a passage fail here, before anything is
/// looked up or stemmed.
struct Beginnings {
  /// Stemmers that take off prefixes: with them the first letters tell nothing.
  private static let prefixStemmers: Set<String> = ["ar", "ga", "id", "hy", "ne", "ta"]
  /// In shorter forms the second letter may be of the ending: `dying` and `die`.
  private static let shortest = 4

  private var allowed: [Bool]

  /// Allows nothing yet; everything where a stemmer takes off prefixes.
  init(stemmers: [String]) {
    let mayStripPrefixes = stemmers.contains { Self.prefixStemmers.contains($0) }
    allowed = Array(repeating: mayStripPrefixes, count: 1 << 16)
  }

  /// Allows a word or a stem, and what is inflected of it.
  mutating func allow(_ form: String) {
    let bytes = Array(form.utf8)
    guard let first = bytes.first else { return }
    // A letter with an accent may begin the word and none the stem.
    if first >= 0x80 { allowed = Array(repeating: true, count: 1 << 16) }
    guard bytes.count >= Self.shortest, bytes[1] < 0x80 else {
      for second in 0..<256 { allowed[Int(first) << 8 | second] = true }
      return
    }
    // Stemmers make `y` an `i`.
    let second = bytes[1] == 0x79 ? 0x69 : bytes[1] == 0x69 ? 0x79 : bytes[1]
    for second in [bytes[1], second] { allowed[Int(first) << 8 | Int(second)] = true }
  }

  /// Whether a word of a passage may match.
  func mayBegin(_ term: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = term.first else { return false }
    return allowed[Int(first) << 8 | (term.count > 1 ? Int(term[1]) : 0)]
  }
}
