// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Finds the places of the words of a query in texts, by the same stems as the index.
struct WordPlaces {
  /// Stemmers that take off prefixes: with them the first letters tell nothing.
  private static let prefixStemmers: Set<String> = ["ar", "id", "hy", "ne", "ta"]

  private let stems: [[String]]
  private let snapshot: Snapshot
  private var tokenizer = Tokenizer()
  /// The first two bytes of what may match, as bits; most words of a text fail here.
  private var beginnings = [Bool](repeating: false, count: 1 << 16)
  /// Which word a form is, by its hash; -1 for none.
  private var known: [UInt64: Int] = [:]

  /// Prepares to find words, given by their stems.
  init(_ stems: [[String]], in snapshot: Snapshot) {
    self.stems = stems
    self.snapshot = snapshot
    if snapshot.stemmers.contains(where: Self.prefixStemmers.contains) {
      beginnings = Array(repeating: true, count: 1 << 16)
    }
    for form in stems.joined().flatMap({ [$0] + snapshot.respellings(of: $0) }) {
      let bytes = Array(form.utf8.prefix(2))
      guard let first = bytes.first else { continue }
      if first >= 0x80 { beginnings = Array(repeating: true, count: 1 << 16) }
      if bytes.count == 2, bytes[1] < 0x80 {
        beginnings[Int(first) << 8 | Int(bytes[1])] = true
      } else {
        for second in 0..<256 { beginnings[Int(first) << 8 | second] = true }
      }
    }
  }

  /// The places of each word in a text, counted in words, appended after `start`.
  ///
  /// - Returns: How many words the text has.
  mutating func find(
    in text: String, from start: Int, _ places: inout [[Int]]
  ) throws(IndexError) -> Int {
    var count = 0
    var unknown: [(term: String, word: String, place: Int)] = []
    tokenizer.forEachToken(in: text) { [beginnings] term, word, _ in
      defer { count += 1 }
      guard let first = term.first else { return }
      guard beginnings[Int(first) << 8 | (term.count > 1 ? Int(term[1]) : 0)] else { return }
      let form = String(decoding: term, as: UTF8.self)
      unknown.append(
        (form, word.isEmpty ? form : String(decoding: word, as: UTF8.self), start + count)
      )
    }
    for (term, word, place) in unknown {
      let index = try self.index(term, word)
      if index >= 0 { places[index].append(place) }
    }
    return count
  }

  private mutating func index(_ term: String, _ word: String) throws(IndexError) -> Int {
    var hasher = Hasher()
    hasher.combine(word)
    let hash = UInt64(bitPattern: Int64(hasher.finalize()))
    if let index = known[hash] { return index }
    let found = try snapshot.stems(term: term, word: word)
    let index = stems.firstIndex { $0.contains(where: found.contains) } ?? -1
    known[hash] = index
    return index
  }
}
