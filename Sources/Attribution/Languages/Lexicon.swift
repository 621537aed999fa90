// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Synchronization

/// The words of saying, naming and citing of one language.
///
/// Read from a file of `Index/attribution`: `[section]` on a line of its own gives the role of the words
/// that follow, up to the next; `_` joins words that belong together; `#` begins a comment. A new
/// file is a new language.
struct Lexicon: Sendable {
  /// A role that several words in a row have together: `according to`.
  struct Phrase: Sendable {
    var words: [String]
    var role: WordRole
  }

  /// BCP 47 tag of the language.
  let language: String
  private(set) var roles: [String: WordRole] = [:]
  /// Phrases by their first word, longest first.
  private(set) var phrases: [String: [Phrase]] = [:]
  /// Whether nouns are written with a capital letter, as in German.
  var capitalisesNouns: Bool { language == "de" || language == "lb" }

  /// Reads a lexicon; sections with unknown names are passed over.
  init(language: String, file: String) {
    self.language = language
    var role: WordRole = []
    for line in file.split(whereSeparator: \.isNewline) {
      let line = line.prefix { $0 != "#" }
      if line.first == "[", let end = line.firstIndex(of: "]") {
        role = WordRole.sections[String(line[line.index(after: line.startIndex)..<end])] ?? []
        continue
      }
      guard !role.isEmpty else { continue }
      for word in line.split(whereSeparator: \.isWhitespace) { add(word, role) }
    }
    for first in phrases.keys { phrases[first]?.sort { $0.words.count > $1.words.count } }
  }

  private mutating func add(_ word: Substring, _ role: WordRole) {
    let parts = word.split(separator: "_").map { Tokens.fold(Array($0.unicodeScalars)[...]) }
    guard let first = parts.first else { return }
    if parts.count == 1 {
      roles[first, default: []].insert(role)
    } else {
      roles[first, default: []].insert(.opensPhrase)
      phrases[first, default: []].append(Phrase(words: parts, role: role))
    }
  }

  /// The roles of each token of a passage; the words of a phrase have its role besides their own.
  func read(_ tokens: [Token]) -> [WordRole] {
    var read = tokens.map { $0.kind == .word ? roles(of: $0.folded) : [] }
    guard !phrases.isEmpty else { return read }
    for index in tokens.indices where read[index].has(.opensPhrase) {
      for phrase in phrases[tokens[index].folded] ?? [] {
        let end = index + phrase.words.count
        guard end <= tokens.count else { continue }
        guard zip(tokens[index..<end], phrase.words).allSatisfy({ $0.folded == $1 }) else {
          continue
        }
        for place in index..<end { read[place].insert(phrase.role) }
        break
      }
    }
    return read
  }

  /// The roles of a word; those of its parts for `dit-il` and `Lund's`.
  private func roles(of word: String) -> WordRole {
    if let role = roles[word] { return role }
    if word.hasSuffix("'s") { return roles[String(word.dropLast(2))] ?? [] }
    if word.utf8.contains(UInt8(ascii: "-")) {
      let parts = word.split(separator: "-")
      guard parts.count > 1, let first = roles[String(parts[0])], first.has([.saying, .weakSaying])
      else { return [] }
      let last = roles[String(parts[parts.count - 1])] ?? []
      return first.union(
        last.intersection([.he, .she, .they, .firstPerson, .secondPerson, .indefinite]))
    }
    if !word.utf8.allSatisfy({ $0 < 0x80 }), word.unicodeScalars.contains("ё") {
      return roles[word.replacing("ё", with: "е")] ?? []
    }
    return []
  }

  /// Whether a word, folded, is one of a closed class, such as `in`, and no name.
  func isFunction(_ word: String) -> Bool {
    roles(of: word).has(
      WordRole.function.subtracting([.noName, .month])) && !roles(of: word).has(.anyGiven)
  }

  /// The lexicon of a language; that of English if the language is unknown or has none.
  static func of(_ language: String?) -> Lexicon {
    let code = language.map { String($0.prefix { $0 != "-" }).lowercased() } ?? "en"
    return read.withLock { read in
      if let known = read[code] { return known }
      guard let file = AttributionFile.text(code) else {
        let english =
          read["en"] ?? Lexicon(language: "en", file: AttributionFile.text("en") ?? "")
        read["en"] = english
        return english
      }
      let lexicon = Lexicon(language: code, file: file)
      read[code] = lexicon
      return lexicon
    }
  }

  /// The lexicons that were asked for.
  private static let read = Mutex<[String: Lexicon]>([:])
}
