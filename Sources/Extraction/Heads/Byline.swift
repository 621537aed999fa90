// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TextFolding

/// Parses bylines.
enum Byline {
  /// Maximum length of a byline in bytes.
  private static let longest = 240

  /// The people named in a byline; `nil` if the line is not one.
  ///
  /// Examples: `by Tom Wetzel`, `Translated by A. Bee`, `Edited and introduced by C. Dee`,
  /// `Von A. Bee. Aus dem Englischen von C. Dee`.
  static func people(in line: String) -> [Person]? {
    guard line.utf8.count <= longest,
      let (role, names) = RolePhrase.opening(of: line, isByline: true)
    else { return nil }
    return people(named: names, role: role)
  }

  /// The people in the part of a byline that follows `by`; `nil` if it is no list of names.
  static func people(named names: some StringProtocol, role: Person.Role) -> [Person]? {
    let people = Person.people(parsing: withoutDescription(Substring(names)), role: role)
    guard !people.isEmpty, people.allSatisfy({ isName($0.name) && !namesPart($0.name) }) else {
      return nil
    }
    return people
  }

  /// Whether a line of a table of contents was read as a name: `Ann Bee Author's Preface`.
  private static func namesPart(_ name: String) -> Bool {
    name.lowercased().split { !$0.isLetter }.contains {
      ["preface", "introduction", "contents", "chapter", "appendix", "foreword", "illustration"]
        .contains($0)
    }
  }

  /// The names without what follows them: a date in brackets, `, author of “…”`, `: A Story`.
  private static func withoutDescription(_ names: Substring) -> String {
    var kept = names.prefix { !":\n".contains($0) }
    if let open = kept.firstIndex(of: "("), RolePhrase.closing(of: kept) == nil {
      kept = kept[..<open]
    }
    for comma in kept.indices where kept[comma] == "," {
      let rest = kept[kept.index(after: comma)...].drop(while: \.isWhitespace)
      let first = rest.prefix { !$0.isWhitespace }
      let isList = ["and", "und", "et", "y", "e", "&", "och", "og", "en", "и"].contains(first)
      if isDescription(rest)
        || (rest.first?.isLowercase ?? false) && !isList
          && (["a", "an", "the"].contains(first) || !particles.contains(first.lowercased()))
          && RolePhrase.opening(of: rest) == nil
          && RolePhrase.closing(of: kept[...]) == nil
      {
        kept = kept[..<comma]
        break
      }
    }
    var text = String(kept).trimmed
    // The full stop of a byline, not that of an initial or `Jr.`
    if text.last == ".", let word = text.split(separator: " ").last, word.count > 4,
      !word.dropLast().contains(".")
    {
      text.removeLast()
    }
    return text
  }

  /// Whether a line describes the author: `Author of “…”`, `Secretary of the Glaziers’ Union`.
  static func isDescription(_ line: some StringProtocol) -> Bool {
    let words = line.lowercased().split(separator: " ")
    guard words.count >= 2 else { return false }
    let first = words[0].filter { $0.isLetter }
    if descriptions.contains(first) {
      return ["of", "to", "in", "at", "de", "du", "des", "der", "von", "di", "van"].contains(
        words[1])
    }
    return false
  }

  private static let descriptions: Set<String> = [
    "author", "authors", "authoress", "editor", "secretary", "professor", "member", "fellow",
    "lecturer", "formerly", "sometime", "president", "delegate", "translator", "auteur",
    "verfasser",
    "verfasserin", "autor", "autora", "autore", "membre", "mitglied", "miembro", "membro",
    "schrijver", "director", "chairman", "organizer", "organiser", "chaplain", "vicar", "rector",
  ]

  /// Whether a text looks like a name: one to six words, mostly capitalised, without digits.
  static func isName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard (1...8).contains(words.count), !text.contains(where: \.isNumber) else { return false }
    let capitals = words.count { $0.first?.isUppercase == true }
    return capitals >= 1
      && words.allSatisfy { word in
        word.first { $0.isLetter }?.isUppercase == true || particles.contains(word.lowercased())
          || word.allSatisfy { !$0.isLetter }
      } && !text.contains { "!?;:/@=".contains($0) } && isShortEnough(words)
  }

  /// Names of persons have at most six words; longer ones need a word such as `of`.
  private static func isShortEnough(_ words: [Substring]) -> Bool {
    words.count <= 6 || words.contains { particles.contains($0.lowercased()) }
  }

  private static let particles: Set<String> = [
    "von", "van", "der", "den", "de", "del", "della", "di", "da", "du", "la", "le", "y", "e",
    "and", "et", "und", "al", "el", "the", "of", "zu", "zur", "des", "dos", "das", "ter", "ten",
    "for", "pour", "für", "a", "à", "los", "las", "op", "dem", "&", "i", "и", "ibn", "bin", "to",
  ]
}
