// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

/// Words that say what a person did: `edited by` before a name, `, ed.` after it.
package enum RolePhrase {
  /// The role that a phrase before names states, and the names: `Aus dem Englischen von A. Bee`.
  ///
  /// - Parameter isByline: Whether a preposition alone (`by`, `von`) makes the name the author's.
  package static func opening(
    of text: some StringProtocol, isByline: Bool = false
  ) -> (role: Person.Role, names: Substring)? {
    let text = Substring(text)
    let words = text.prefix(160).split(separator: " ", maxSplits: 12)
    guard let first = words.first else { return nil }
    let bare = first.lowercased().filter { $0.isLetter || $0 == "-" }
    let isLabel = words.prefix(4).firstIndex { $0.last == ":" || $0 == ":" }
    if let role = verbs[bare] ?? (words.count > 1 ? pairs["\(bare) \(folded(words[1]))"] : nil) {
      if let isLabel { return (role, rest(text, after: words[isLabel])) }
      // The preposition follows, perhaps after the language translated from or a second verb.
      let near = words.dropFirst().prefix(7)
      let isShort = abbreviations.contains(bare)
      if let by = near.firstIndex(where: { strong.contains($0.lowercased()) })
        ?? near.firstIndex(where: {
          weak.contains($0.lowercased()) && (!isShort || first.last == ".")
        })
      {
        return (role, rest(text, after: words[by]))
      }
      // `Trans. Ann Bee`; Russian needs no preposition: `Перевод с английского А. Б.`
      guard words.count > 2, isShort ? first.last == "." : isCyrillic(first) else { return nil }
      let isFrom = ["с", "со"].contains(words[1].lowercased()) && words.count > 3
      return (role, rest(text, after: isFrom ? words[2] : first))
    }
    if let isLabel, isLabel < 2, labels.contains(bare) {
      return (.author, rest(text, after: words[isLabel]))
    }
    guard isByline else { return nil }
    if bylines.contains(bare), first.allSatisfy({ $0.isLetter || $0 == ":" }) {
      return (.author, rest(text, after: first))
    }
    if uncertainBylines.contains(bare), words.count >= 3 {
      return (.author, rest(text, after: first))
    }
    return nil
  }

  /// Whether a line is only the beginning of a byline, whose names follow on the next: `BY`,
  /// `EDITED BY`, `Traduit de l’anglais par`.
  package static func pending(_ line: String) -> Person.Role? {
    guard line.utf8.count <= 80 else { return nil }
    let bare = line.last == "." || line.last == ":" ? line.dropLast() : line[...]
    guard let last = bare.split(separator: " ").last?.lowercased(),
      bylines.contains(last) || strong.contains(last)
    else { return nil }
    return opening(of: "\(bare) X Y", isByline: true).flatMap { $0.names == "X Y" ? $0.role : nil }
  }

  /// The role that a phrase after names states, and the names: `A. Bee, ed.`, `A. Bee (Hg.)`.
  package static func closing(
    of text: some StringProtocol
  ) -> (role: Person.Role, names: Substring)? {
    let text = Substring(text)
    if text.last == ")", let open = text.lastIndex(of: "(") {
      let inner = text[text.index(after: open)...].dropLast()
      guard let role = role(ofMark: inner) else { return nil }
      return (role, text[..<open].dropTrailing(" ,"))
    }
    guard let comma = text.lastIndex(of: ",") else { return nil }
    let mark = text[text.index(after: comma)...].drop(while: \.isWhitespace)
    // `Abbey, Ed` is a name.
    guard mark.last == "." || mark.count > 5 || mark.first?.isLowercase ?? false,
      let role = role(ofMark: mark)
    else { return nil }
    return (role, text[..<comma].dropTrailing(" ,"))
  }

  /// Whether a mark in brackets is that of the last name in a list: `Ann Bee, Carl Dee (trans.)`.
  ///
  /// A plural is of all (`(eds.)`), and so is what follows two names joined by `and`.
  static func isOfLastAlone(_ names: some StringProtocol) -> Bool {
    guard names.last == ")", let open = names.lastIndex(of: "(") else { return false }
    let mark = names[names.index(after: open)...].lowercased().filter(\.isLetter)
    let list = names[..<open]
    guard let comma = list.lastIndex(of: ","), !plurals.contains(mark) else { return false }
    let last = list[list.index(after: comma)...].split(separator: " ")
    return last.count >= 2 && list[..<comma].split(separator: " ").count >= 2
      && !last.contains { PeopleWords.conjunctions.contains($0.lowercased()) }
  }

  private static let plurals: Set<String> = [
    "eds", "editors", "hgg", "dirs", "éds", "comps", "compilers", "trads", "translators", "orgs",
    "coords", "editores", "curatori", "herausgeberinnen",
  ]

  /// The role that an abbreviation or noun names: `eds.`, `Hg.`, `translator`.
  static func role(ofMark mark: some StringProtocol) -> Person.Role? {
    let bare = mark.lowercased().split(separator: " ").map { $0.filter(\.isLetter) }
    guard let first = bare.first, bare.count <= 4 else { return nil }
    return marks[first] ?? nil
  }

  private static func folded(_ word: Substring) -> String {
    word.lowercased().filter { $0.isLetter || $0 == "-" }
  }

  private static func rest(_ text: Substring, after word: Substring) -> Substring {
    let names = text[word.endIndex...].drop { $0.isWhitespace || $0 == ":" }
    // `Translated: by Ann Bee`.
    guard let space = names.firstIndex(of: " "), bylines.contains(names[..<space].lowercased())
    else { return names }
    return names[space...].drop(while: \.isWhitespace)
  }

  private static func isCyrillic(_ word: Substring) -> Bool {
    word.unicodeScalars.first.map { (0x400...0x4FF).contains($0.value) } ?? false
  }

  // MARK: Words

  /// Verbs and nouns that a preposition or a colon follows.
  private static let verbs: [String: Person.Role] = {
    var table: [String: Person.Role] = [:]
    func add(_ role: Person.Role, _ words: String) {
      for word in words.split(separator: " ") { table[String(word)] = role }
    }
    add(.author, "written verfasst geschrieben écrit escrito scritto geschreven написал reviewed")
    add(.author, "review words texte")
    add(
      .translator,
      """
      translated translation translator translators trans trad traduit traduite traduction \
      traducteur traductrice traducción traducido traducida traductor traductora übersetzt \
      übersetzung übersetzer übertragen deutsch tradotto tradotta traduzione traduttore vertaald \
      vertaling vertaler tradução traduzido traduzida tradutor перевод перевел перевела \
      переводчик пер översättning översatt oversat oversættelse englished
      """)
    add(
      .editor,
      """
      edited editor editors ed eds compiled compiler compilers selected arranged herausgegeben \
      hrsg hg hgg herausgeber zusammengestellt édité éditée édition établi établie dirigé \
      publié édition recueilli editado editada edición editor editores compilado compilada compilador \
      seleccionado cura curato curatore redactie bezorgd samengesteld organizado organização org \
      redigerad redigeret составитель составил сост редактор ред redaktion
      """)
    add(
      .contributor,
      """
      foreword introduction introduced preface prefaced afterword illustrated illustrations \
      commentary annotated notes vorwort einleitung nachwort eingeleitet préface préfacé postface \
      introducción prólogo prologo prefacio epílogo introduzione prefazione postfazione inleiding \
      voorwoord nawoord introdução posfácio предисловие послесловие вступление illustrator
      """)
    return table
  }()
  /// Roles that take two words to name.
  private static let pairs: [String: Person.Role] = [
    "aus dem": .translator, "aus der": .translator, "sous la": .editor, "a cura": .editor,
    "con prólogo": .contributor, "con prologo": .contributor, "with a": .contributor,
    "with an": .contributor, "with introduction": .contributor, "with foreword": .contributor,
    "with preface": .contributor, "with notes": .contributor, "mit einem": .contributor,
    "mit einer": .contributor, "avec une": .contributor, "con una": .contributor,
    "con introduzione": .contributor, "под редакцией": .editor, "под ред": .editor,
    "a review": .author, "unter mitarbeit": .contributor, "onder redactie": .editor,
    "textes réunis": .editor, "textes choisis": .editor, "versión de": .translator,
    "versión española": .translator, "met een": .contributor, "com prefácio": .contributor,
  ]
  private static let abbreviations: Set<String> = [
    "ed", "eds", "trans", "trad", "hrsg", "hg", "hgg", "пер", "ред", "сост", "org", "red", "cura",
    "notes", "words", "review", "deutsch",
  ]
  /// Prepositions that only stand before the doer.
  private static let strong: Set<String> = [
    "by", "par", "por", "von", "door", "av", "af", "da", "ред.", "редакцией",
  ]
  /// Prepositions that also stand elsewhere in such phrases.
  private static let weak: Set<String> = ["de", "di", "van", "d'", "do", "du"]
  private static let bylines: Set<String> = ["by", "par", "por", "von", "door"]
  /// Prepositions that are also particles of family names, and need two names after them.
  private static let uncertainBylines: Set<String> = ["di", "af", "av"]
  private static let labels: Set<String> = [
    "author", "authors", "autor", "autorin", "autoren", "verfasser", "auteur", "auteure", "auteurs",
    "autora", "autores", "autore", "autori", "автор", "авторы", "by", "writer", "forfatter",
    "författare", "aŭtoro", "par", "por", "von",
  ]
  private static let marks: [String: Person.Role?] = {
    var table: [String: Person.Role?] = [:]
    func add(_ role: Person.Role, _ words: String) {
      for word in words.split(separator: " ") { table[String(word)] = .some(role) }
    }
    add(.editor, "ed eds editor editors hg hgg hrsg herausgeber herausgeberin herausgeberinnen dir")
    add(.editor, "dirs éd éds comp comps compiler compilers compilador cur curatore red org orgs")
    add(.editor, "ред сост coord coords edt uitg editora editores")
    add(.translator, "tr trans trad trads translator translators übers übersetzer übersetzerin")
    add(
      .translator, "traducteur traductrice traductor traductora traduttore пер переводчик vert trl")
    add(.contributor, "illustrator ill illus contributor introd foreword preface ctb aui")
    add(.author, "author authors autor aut auteur автор")
    return table
  }()
}

extension Substring {
  /// The text without these characters at its end.
  func dropTrailing(_ characters: String) -> Substring {
    var text = self
    while let last = text.last, characters.contains(last) { text.removeLast() }
    return text
  }
}
