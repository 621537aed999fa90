// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import FoundationEssentials
import Testing

/// The form of the word lists, whoever reads them.
@Suite struct LanguageFileTests {
  private static let folder =
    "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    + "/Index/attribution"

  private static let roles: Set<String> = [
    "saying", "weak saying", "saying participle", "saying infinitive", "passive saying",
    "saying noun", "writing noun", "collective noun",
    "person noun", "person noun m", "person noun f", "writer noun", "title", "title m", "title f",
    "given", "given m", "given f",
    "pronoun m", "pronoun f", "pronoun plural", "pronoun first", "pronoun second",
    "pronoun indefinite",
    "possessive m", "possessive f", "possessive plural", "possessive first", "possessive second",
    "article", "indefinite article", "preposition", "conjunction", "subordinator", "relative",
    "auxiliary", "modal", "negation", "denying", "according", "naming", "work noun", "citing",
    "via", "not a name", "place", "particle", "suffix", "adverb", "month", "ambiguous",
  ]

  @Test(arguments: ["de", "en", "es", "fr", "it", "nl", "pt", "ru"])
  func `each word stands once in a known role, in lower case, composed`(_ code: String) throws {
    let file = URL(filePath: "\(Self.folder)/\(code).txt")
    var role = ""
    var words: [String: Set<String>] = [:]
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      let text = line.prefix { $0 != "#" }
      if text.hasPrefix("[") {
        role = String(text.dropFirst().dropLast())
        #expect(Self.roles.contains(role))
        #expect(words.updateValue([], forKey: role) == nil, "[\(role)] stands twice")
        continue
      }
      for word in text.split(separator: " ").map(String.init) {
        #expect(words[role, default: []].insert(word).inserted, "\(word) twice in [\(role)]")
        #expect(word == word.lowercased())
        #expect(word.unicodeScalars.allSatisfy { !Self.isCombining($0) }, "\(word)")
      }
    }
    #expect(words.values.allSatisfy { !$0.isEmpty })
  }

  /// Whether a scalar should have been composed with the letter before it.
  private static func isCombining(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.canonicalCombiningClass != .notReordered
  }
}
