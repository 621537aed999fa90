// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The first two letters of what may match: most words of a passage fail here, before anything is
/// looked up or stemmed.
struct Beginnings {
  /// Stemmers that take off prefixes: with them the first letters tell nothing.
  private static let prefixStemmers: Set<String> = ["ar", "ga", "id", "hy", "ne", "ta"]
  /// In shorter forms the second letter may be of the ending: `dying` and `die`.
  private static let shortest = 4

  /// A bit for each pair of letters.
  private var allowed: [UInt64]

  /// Allows nothing yet; everything where a stemmer takes off prefixes.
  init(stemmers: [String]) {
    let mayStripPrefixes = stemmers.contains { Self.prefixStemmers.contains($0) }
    allowed = Array(repeating: mayStripPrefixes ? .max : 0, count: 1 << 10)
  }

  /// Allows a word or a stem, and what is inflected of it.
  mutating func allow(_ form: String) {
    let bytes = Array(form.utf8)
    guard let first = bytes.first else { return }
    // A letter with an accent may begin the word and none the stem.
    if first >= 0x80 { allowed = Array(repeating: .max, count: allowed.count) }
    guard bytes.count >= Self.shortest, bytes[1] < 0x80 else {
      for index in 0..<4 { allowed[Int(first) << 2 | index] = .max }
      return
    }
    // Stemmers make `y` an `i`.
    let second = bytes[1] == 0x79 ? 0x69 : bytes[1] == 0x69 ? 0x79 : bytes[1]
    for second in [bytes[1], second] {
      let pair = Int(first) << 8 | Int(second)
      allowed[pair >> 6] |= 1 << UInt64(pair & 63)
    }
  }

  /// Whether a word of a passage may match.
  func mayBegin(_ term: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = term.first else { return false }
    let pair = Int(first) << 8 | (term.count > 1 ? Int(term[1]) : 0)
    return allowed[pair >> 6] >> UInt64(pair & 63) & 1 == 1
  }
}
