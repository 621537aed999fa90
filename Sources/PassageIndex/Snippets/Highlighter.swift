// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Finds in passages what a query matches: by the same tokenizer and the same stems as the index.
///
/// Own code, because libxapian's snippets know no offsets and break inside characters.
struct Highlighter {
  private struct Word {
    var part: Int
    var terms: Set<String>
    var stems: Set<String>
  }

  private var words: [Word] = []
  private var prefixes: [(part: Int, term: [UInt8])] = []
  private var phrases: [(part: Int, terms: [String])] = []
  /// The first bytes of everything that may match; most words of a passage fail here.
  private var firstBytes: [Bool]
  private let snapshot: Snapshot
  private var tokenizer = Tokenizer()

  /// Stemmers that take off prefixes: with them the first letter tells nothing.
  private static let prefixStemmers: Set<String> = ["ar", "id", "hy", "ne", "ta"]

  /// Prepares to find what a query matches.
  init(_ query: QueryNode, snapshot: Snapshot) throws(IndexError) {
    self.snapshot = snapshot
    let mayStripPrefixes = snapshot.stemmers.contains { Self.prefixStemmers.contains($0) }
    firstBytes = Array(repeating: mayStripPrefixes, count: 256)
    try add(query)
  }

  /// Whether there is anything to find.
  var isEmpty: Bool { words.isEmpty && prefixes.isEmpty && phrases.isEmpty }

  private mutating func add(_ node: QueryNode) throws(IndexError) {
    let part = words.count + prefixes.count + phrases.count
    switch node {
    case .word(let token):
      let stems = try snapshot.stems(term: token.term, word: token.word)
      words.append(Word(part: part, terms: [token.term], stems: Set(stems)))
      for form in stems + [token.term, token.word] { allow(form) }
    case .prefix(let token):
      prefixes.append((part, Array(token.term.utf8)))
      allow(token.term)
    case .phrase(let tokens):
      phrases.append((part, tokens.map(\.term)))
    case .free(let nodes), .all(let nodes), .any(let nodes):
      for node in nodes { try add(node) }
    case .excluding(let wanted, _): try add(wanted)
    case .filter, .everything: break
    }
  }

  private mutating func allow(_ form: String) {
    guard let byte = form.utf8.first else { return }
    firstBytes[Int(byte)] = true
    // A letter with an accent may begin the word and none the stem.
    if byte >= 0x80 { firstBytes = Array(repeating: true, count: 256) }
  }

  /// The places in a text that match, in ascending order.
  mutating func highlights(in text: String) throws(IndexError) -> [Highlight] {
    guard !isEmpty else { return [] }
    var found: [Highlight] = []
    var candidates: [(term: String, word: String, range: Range<Int>)] = []
    let collectsAll = !phrases.isEmpty
    tokenizer.forEachToken(in: text) { [firstBytes, prefixes] term, word, range in
      for prefix in prefixes where term.starts(with: prefix.term) {
        found.append(Highlight(range: range, part: prefix.part))
      }
      guard collectsAll || (term.first.map { firstBytes[Int($0)] } ?? false) else { return }
      let form = String(decoding: term, as: UTF8.self)
      candidates.append(
        (form, word.isEmpty ? form : String(decoding: word, as: UTF8.self), range)
      )
    }
    if !words.isEmpty {
      for candidate in candidates {
        guard let byte = candidate.term.utf8.first, firstBytes[Int(byte)] else { continue }
        if let part = try part(matching: candidate.term, candidate.word) {
          found.append(Highlight(range: candidate.range, part: part))
        }
      }
    }
    for phrase in phrases { find(phrase, in: candidates, &found) }
    found.sort { ($0.range.lowerBound, $0.part) < ($1.range.lowerBound, $1.part) }
    return found
  }

  private func part(matching term: String, _ word: String) throws(IndexError) -> Int? {
    if let exact = words.first(where: { $0.terms.contains(term) }) { return exact.part }
    let stems = try snapshot.stems(term: term, word: word)
    return words.first { word in stems.contains { word.stems.contains($0) } }?.part
  }

  private func find(
    _ phrase: (part: Int, terms: [String]),
    in tokens: [(term: String, word: String, range: Range<Int>)],
    _ found: inout [Highlight]
  ) {
    guard let first = phrase.terms.first, tokens.count >= phrase.terms.count else { return }
    var index = 0
    while index + phrase.terms.count <= tokens.count {
      if tokens[index].term == first,
        phrase.terms.indices.allSatisfy({ tokens[index + $0].term == phrase.terms[$0] })
      {
        let last = tokens[index + phrase.terms.count - 1].range.upperBound
        found.append(
          Highlight(range: tokens[index].range.lowerBound..<last, part: phrase.part)
        )
        index += phrase.terms.count
      } else {
        index += 1
      }
    }
  }
}
