// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TextFolding

/// A line of a title page that only its form and place show to be a name.
enum NameLine {
  /// Whether a text is just a name: two to four capitalised words and no function words.
  static func isName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard (2...4).contains(words.count), Byline.isName(text), !namesSection(text),
      !articles.contains(words[0].lowercased())
    else { return false }
    return !words.contains { inTitles.contains($0.lowercased()) }
  }

  /// Whether the first line of a title page is the author's name, above the title.
  ///
  /// Title pages on the continent of Europe and old tracts begin with the author. Two lines that
  /// both could be names are told apart by a given name only.
  ///
  /// - Parameter below: The lines that follow the first.
  static func isAboveTitle(_ text: String, below: [String]) -> Bool {
    guard isName(text), let title = below.first, !namesSection(title),
      RolePhrase.pending(title) == nil, Byline.people(in: title) == nil,
      Dates.year(ofDateLine: title) == nil
    else { return false }
    // Another author below makes the first line a title: `Rosa Marrable / A Life / by Tom Quill`.
    let others = below.prefix(6)
    guard
      !others.contains(where: {
        RolePhrase.pending($0) == .author || Byline.people(in: $0)?.first?.role == .author
      }), !others.dropFirst().prefix(2).contains(where: { isName($0) && GivenNames.begin($0) })
    else { return false }
    return isName(title) ? GivenNames.begin(text) && !GivenNames.begin(title) : true
  }

  /// Whether a line begins as headings of parts do.
  static func namesSection(_ text: String) -> Bool {
    let first = text.split(separator: " ").first?.lowercased() ?? ""
    return sections.contains(first)
  }

  /// First words of headings that look like names.
  private static let sections: Set<String> = [
    "chapter", "part", "book", "section", "volume", "letter", "lecture", "appendix", "preface",
    "introduction", "foreword", "contents", "table", "prologue", "editor's", "translator's",
    "kapitel", "vorwort", "inhalt", "chapitre", "préface", "capítulo", "capitolo", "hoofdstuk",
    "глава", "предисловие", "dedication", "act", "scene",
  ]
  /// Articles, with which titles begin and names do not.
  private static let articles: Set<String> = [
    "the", "a", "an", "der", "die", "das", "ein", "eine", "le", "la", "les", "un", "une", "el",
    "los", "las", "una", "il", "lo", "i", "gli", "o", "os", "as", "um", "uma", "het", "een", "den",
    "det", "en", "ett", "its", "his", "her", "our", "my", "what", "why", "how", "no", "to", "on",
    "in", "from", "for", "und", "zur", "zum", "über", "aus", "vom", "was", "sur", "pour", "sobre",
    "fra", "contra", "qué", "que", "che", "о", "об", "что", "как",
  ]
  /// Words that titles have and names have not.
  private static let inTitles: Set<String> = [
    "of", "and", "the", "in", "for", "to", "a", "or", "on", "at", "with", "is", "are", "und",
    "des", "im", "oder", "für", "mit", "et", "ou", "pour", "dans", "aux", "o", "en", "con", "para",
    "per", "nel", "ed", "com", "para", "em", "и", "или", "в", "на", "о", "или",
  ]
}
