// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A filter on the first two letters of words that may match: it rejects most words of a passage
/// before any lookup or stemming.
struct Beginnings {
  /// Stemmers that remove prefixes, which make the first letters meaningless.
  private static let prefixStemmers: Set<String> = ["ar", "ga", "id", "hy", "ne", "ta"]
  /// In shorter forms the second letter may belong to the ending: `dying` and `die`.
  private static let shortest = 4

  /// One bit for each pair of letters.
  private var allowed: [UInt64]

  /// Allows nothing, or everything if a stemmer removes prefixes.
  init(stemmers: [String]) {
    let mayStripPrefixes = stemmers.contains { Self.prefixStemmers.contains($0) }
    allowed = Array(repeating: mayStripPrefixes ? .max : 0, count: 1 << 10)
  }

  /// Allows a word or a stem and its inflected forms.
  mutating func allow(_ form: String) {
    let bytes = Array(form.utf8)
    guard let first = bytes.first else { return }
    // The word may begin with an accented letter where the stem does not.
    if first >= 0x80 { allowed = Array(repeating: .max, count: allowed.count) }
    guard bytes.count >= Self.shortest, bytes[1] < 0x80 else {
      for index in 0..<4 { allowed[Int(first) << 2 | index] = .max }
      return
    }
    // Stemmers turn `y` into `i`.
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
