// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Words beside and between quotation marks by which speech is told from terms and titles, in one
/// language.
struct QuotationWords {
  let lexicon: Lexicon

  private func has(_ word: String, _ roles: WordRole) -> Bool {
    lexicon.roles[word]?.has(roles) ?? false
  }

  /// Whether a word is a verb of saying, alone or with its pronoun behind a hyphen: `dit-il`.
  func isSaying(_ word: String) -> Bool {
    if let hyphen = word.utf8.firstIndex(of: UInt8(ascii: "-")) {
      return isSaying(String(word[..<hyphen]))
    }
    return has(word, [.saying, .weakSaying, .sayingParticiple]) || SpeechVerbs.all.contains(word)
      || Self.inscribed.contains(word)
  }

  /// Whether a verb of saying only counts where it touches the marks.
  func isWeak(_ word: String) -> Bool {
    has(word, .weakSaying) && !has(word, .saying) && !SpeechVerbs.all.contains(word)
  }

  /// Whether a word is an article, possessive or demonstrative.
  func isDeterminer(_ word: String) -> Bool {
    has(word, [.article, .indefiniteArticle, .his, .her, .their, .mine, .yours])
      || Self.demonstratives.contains(word) || word.hasSuffix("'s")
  }

  /// Whether a word shows that the marks hold a term or a name: `so-called`, `entitled`.
  func isNaming(_ word: String) -> Bool {
    has(word, .naming) || Self.naming.contains(word)
  }

  /// Whether a word is a noun for a kind of work, as before its title.
  func isWork(_ word: String) -> Bool { has(word, .workNoun) || Self.parts.contains(word) }

  /// Whether a word is a pronoun or possessive of the first or second person.
  func isAddress(_ word: String) -> Bool {
    has(word, [.firstPerson, .secondPerson, .mine, .yours]) || Self.contracted.contains(word)
  }

  /// Whether a word is a finite verb, or a pronoun of the third person, as clauses have.
  func isPredicate(_ word: String) -> Bool {
    has(word, [.auxiliary, .modal, .he, .she, .they, .negation])
  }

  /// Whether part of somebody's sentence may begin with the word, and no term does.
  func isFiniteVerb(_ word: String) -> Bool { has(word, [.auxiliary, .modal, .saying]) }

  /// Whether a word is a pronoun that can be the subject of a verb of saying before it.
  func isSubject(_ word: String) -> Bool {
    has(word, [.he, .she, .they, .firstPerson, .secondPerson]) || Self.subjects.contains(word)
  }

  /// Whether a word tells how something is said: `timidement`, `lentamente`, `slowly`.
  func isAdverb(_ word: String) -> Bool {
    has(word, .adverb) || word.hasSuffix("ment") || word.hasSuffix("mente")
      || word.hasSuffix("ly") && word.count > 3
  }

  /// Whether a word goes on telling how something is said, behind a comma: `dit Anna, en souriant,`.
  func opensManner(_ word: String) -> Bool { Self.manner.contains(word) || word.hasPrefix("d'un") }

  /// Whether a word lists errors in print.
  static func isErratum(_ word: String) -> Bool { corrections.contains(word) }

  /// Whether a word is an abbreviation before the number of a volume or page.
  static func isVolume(_ word: String) -> Bool { volumes.contains(word) }

  /// Whether a conjunction stands before reported words: `that`.
  static func reports(_ word: String) -> Bool { subordinators.contains(word) }

  private static let inscribed: Set<String> = set(
    """
    chant chants chanted chanting inscribed written painted geschrieben écrit geschreven escrito
    """)
  private static let demonstratives: Set<String> = set(
    """
    this that these those such any no some every each ce cet cette ces dieser diese dieses diesen
    diesem kein keine este esta ese esa estos estas questo questa deze dit dat этот эта это эти
    """)
  private static let naming: Set<String> = set(
    """
    so-called called call calls calling term terms termed word words name names phrase phrases
    dubbed entitled titled title titles styled nicknamed expression
    dit dits dites soi-disant prétendu prétendue prétendus mot mots terme intitulé titre
    sogenannte sogenannten sogenannter sogenanntes genannt wort worte ausdruck begriff namen titel
    llamado llamada palabra término titulado cosiddetto parola woord zoogenaamde zogenaamde
    слово термин
    """)
  private static let parts: Set<String> = set(
    "appendix section sections chapter edition translation abbreviation kapitel chapitre capítulo")
  private static let contracted: Set<String> = set(
    """
    i'm i've i'll i'd we're we'll we've you're you'll you've let's don't j'ai j'avais j'étais
    """)
  private static let subjects: Set<String> = set(
    "il elle ils elles on he she they él ella lui lei egli ele ela er sie он она ona oni")
  private static let manner: Set<String> = set(
    """
    en avec tout toute sans comme qui dont se s'en s'étant et puis les la le son sa
    con sin mientras que y como e com sem enquanto che mentre senza
    """)
  private static let corrections: Set<String> = set(
    """
    replaced corrected changed misprint misprinted typo erratum errata read spelled original
    korrigiert geändert ersetzt corrigé remplacé
    """)
  private static let volumes: Set<String> = set("vol no pp bd nr t tome heft núm ib")
  private static let subordinators: Set<String> = set("that que qu dass daß dat che что że")

  private static func set(_ list: String) -> Set<String> {
    Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
