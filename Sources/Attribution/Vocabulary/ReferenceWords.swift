// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Words that references consist of, in the languages of the library.
enum ReferenceWords {
  /// Words before a page number.
  static let page: Set<String> = [
    "p", "pp", "pg", "pgs", "page", "pages", "s", "pág", "págs", "pag", "pagg", "página", "páginas",
    "seite", "seiten", "pagina", "pagine", "blz", "bladz", "bladzijde", "стр", "с",
  ]
  /// Words before a volume number.
  static let volume: Set<String> = [
    "vol", "vols", "volume", "volumes", "v", "t", "tom", "tome", "tomes", "tomo", "tomos", "bd",
    "bde",
    "band", "bände", "th", "thl", "deel", "dl", "том", "т",
  ]
  /// Words before an issue number.
  static let issue: Set<String> = [
    "no", "nos", "nr", "nº", "n°", "number", "issue", "núm", "num", "heft", "jg", "jahrgang",
    "numéro", "número", "numero", "nummer", "№",
  ]
  /// Words before the number of any other division.
  static let division: Set<String> = [
    "chapter", "ch", "chap", "section", "sec", "sect", "part", "pt", "book", "bk", "thesis",
    "theses", "act", "letter", "essay", "note", "n", "fn", "art", "article", "para", "paragraph",
    "appendix", "col", "cols", "column", "kap", "kapitel", "chapitre", "cap", "capítulo", "line",
    "lines", "livre", "libro", "buch", "boek", "hoofdstuk", "abschnitt", "lib", "lett", "ep",
    "epist", "canto",
    "глава",
  ]
  /// Phrases meaning that a source is cited through another, longest first.
  static let through: [[String]] = phrases(
    """
    as quoted approvingly by|as quoted by|as quoted in|as cited by|as cited in|as reported by
    as reported in|quoted approvingly by|quoted approvingly in|also quoted by|also quoted in
    quoted by quoted by|quoted by|quoted in|quoted from|quoted at|quoted
    cited by|cited in|cited from|qtd in|qtd by|qtd . in|qtd . by|cit . in|cit in
    contained in|reproduced in|reported by|reported in|translated in|recounted in|recounted by
    cité par|cité dans|citée par|citée dans|cités par|citado por|citado en|citada por|citada en
    zitiert nach|zitiert bei|zitiert in|zit . n .|zit . nach|citato da|citato in
    """)
  /// Phrases that reverse the order of a chain: `Carr, p. 5, quoting Lenin`.
  static let inverse: [[String]] = phrases(
    "quoting from|quoting|citing|paraphrasing|citant|citando")
  /// Phrases that can introduce a reference without adding information.
  static let introductions: [[String]] = phrases(
    """
    see for example|see for instance|see also|see especially|see e . g .|see , for example ,|see|for example|for instance
    cf .|cf|compare|e . g .|i . e .|also|especially|in particular|and|but see|from|in|taken from
    voir aussi|voir|voyez|véase también|véase|vgl .|vgl|vergl .|siehe auch|siehe|cfr .|cfr|conf .|zie ook|zie|vedi
    vid .|vide|s . auch|см .|ср .|see further|see generally|d'après
    """)
  /// Phrases for a work cited earlier, such as `op. cit.`, in several languages.
  static let workBefore: [[String]] = phrases(
    """
    op . cit .|op . cit|op cit .|op cit|op.cit.|ob . cit .|ob cit|opus cit .|opus citatum
    art . cit .|art cit|ut supra|supra|a . a . o .|a . a . o|am angeführten ort|work cited
    o . c .|opere citato|opera citata|loc . laud .|l . c .|l . c|ouvr . cité|ouvrage cité|obra citada|aangehaald werk
    указ . соч .|цит . соч .
    """)
  /// Phrases for the previous reference, such as `ibid.`, in several languages.
  static let same: [[String]] = phrases(
    """
    ibid .|ibid|ibidem .|ibidem|ib .|id .|idem|ebd .|ebenda|ebendort|ibíd .|ibíd|ibídem|eadem
    loc . cit .|loc . cit|loc cit|dito|t . a . p .|там же|ivi|aldaar
    """)

  /// Whether what was read as a name begins with a preposition: it is what a remark is about.
  static func isAbout(_ name: String) -> Bool {
    let first = name.prefix { $0 != " " }
    return first.count < name.count
      && [
        "On", "In", "For", "From", "See", "Of", "To", "Über", "Zu", "Sur", "Sobre", "Su", "Over",
        "О",
      ]
      .contains(first)
  }

  /// Last words of titles that no family name is.
  static let endsOfTitles: Set<String> = [
    "works", "writings", "speaks", "essays", "letters", "papers", "speeches", "memoirs", "reader",
    "werke", "schriften", "briefe", "œuvres", "oeuvres", "écrits", "obras", "escritos", "opere",
    "scritti", "werken", "сочинения",
  ]

  private static func phrases(_ list: String) -> [[String]] {
    list.split(whereSeparator: { $0 == "|" || $0 == "\n" })
      .map { $0.split(separator: " ").map(String.init) }
      .filter { !$0.isEmpty }
      .sorted { $0.count > $1.count }
  }

  /// Number of leading tokens that match one of the phrases; 0 if none does.
  static func match(_ phrases: [[String]], _ tokens: ArraySlice<Token>) -> Int {
    guard let first = tokens.first else { return 0 }
    for phrase in phrases where phrase[0] == first.folded && phrase.count <= tokens.count {
      // `L. C. Lund` is a name, `l. c.` and `A. a. O.` are not.
      if phrase[0].utf8.count == 1, phrase.count > 2,
        tokens[tokens.startIndex + 2].isCapital, tokens[tokens.startIndex + 2].folded != "o"
      {
        continue
      }
      if zip(phrase, tokens).allSatisfy({ $0 == $1.folded }) { return phrase.count }
    }
    return 0
  }
}
