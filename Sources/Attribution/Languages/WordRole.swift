// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// What a word can do in a sentence that tells who speaks; a word can have several roles.
struct WordRole: OptionSet, Sendable {
  let rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }

  private init(bit: Int) { rawValue = 1 << UInt64(bit) }

  static let saying = WordRole(bit: 0)
  static let weakSaying = WordRole(bit: 1)
  static let sayingParticiple = WordRole(bit: 2)
  static let passiveSaying = WordRole(bit: 3)
  static let sayingNoun = WordRole(bit: 4)
  static let writingNoun = WordRole(bit: 5)
  static let collectiveNoun = WordRole(bit: 6)
  static let man = WordRole(bit: 7)
  static let woman = WordRole(bit: 8)
  static let person = WordRole(bit: 9)
  static let titleOfMan = WordRole(bit: 10)
  static let titleOfWoman = WordRole(bit: 11)
  static let title = WordRole(bit: 12)
  static let givenOfMan = WordRole(bit: 13)
  static let givenOfWoman = WordRole(bit: 14)
  static let given = WordRole(bit: 15)
  static let he = WordRole(bit: 16)
  static let she = WordRole(bit: 17)
  static let they = WordRole(bit: 18)
  static let firstPerson = WordRole(bit: 19)
  static let secondPerson = WordRole(bit: 20)
  static let indefinite = WordRole(bit: 21)
  static let his = WordRole(bit: 22)
  static let her = WordRole(bit: 23)
  static let their = WordRole(bit: 24)
  static let article = WordRole(bit: 25)
  static let indefiniteArticle = WordRole(bit: 26)
  static let preposition = WordRole(bit: 27)
  static let conjunction = WordRole(bit: 28)
  static let subordinator = WordRole(bit: 29)
  static let relative = WordRole(bit: 30)
  static let auxiliary = WordRole(bit: 31)
  static let modal = WordRole(bit: 32)
  static let negation = WordRole(bit: 33)
  static let denying = WordRole(bit: 34)
  static let according = WordRole(bit: 35)
  static let naming = WordRole(bit: 36)
  static let workNoun = WordRole(bit: 37)
  static let citing = WordRole(bit: 38)
  static let via = WordRole(bit: 39)
  static let noName = WordRole(bit: 40)
  static let place = WordRole(bit: 41)
  static let particle = WordRole(bit: 42)
  static let suffix = WordRole(bit: 43)
  static let adverb = WordRole(bit: 44)
  static let month = WordRole(bit: 45)
  static let ambiguous = WordRole(bit: 46)
  static let sayingInfinitive = WordRole(bit: 47)
  static let mine = WordRole(bit: 48)
  static let yours = WordRole(bit: 49)
  /// The word opens a phrase of its language.
  static let opensPhrase = WordRole(bit: 50)
  /// A noun for a person who publishes, whom a reference may name: `one historian`.
  static let writer = WordRole(bit: 51)

  /// The sections of a language's file, by their names.
  static let sections: [String: WordRole] = [
    "saying": .saying, "weak saying": .weakSaying, "saying participle": .sayingParticiple,
    "passive saying": .passiveSaying, "saying noun": .sayingNoun, "writing noun": .writingNoun,
    "collective noun": .collectiveNoun, "person noun m": .man, "person noun f": .woman,
    "person noun": .person, "title m": .titleOfMan, "title f": .titleOfWoman, "title": .title,
    "given m": .givenOfMan, "given f": .givenOfWoman, "given": .given, "pronoun m": .he,
    "pronoun f": .she, "pronoun plural": .they, "pronoun first": .firstPerson,
    "pronoun second": .secondPerson, "pronoun indefinite": .indefinite, "possessive m": .his,
    "possessive f": .her, "possessive plural": .their, "article": .article,
    "indefinite article": .indefiniteArticle, "preposition": .preposition,
    "conjunction": .conjunction, "subordinator": .subordinator, "relative": .relative,
    "auxiliary": .auxiliary, "modal": .modal, "negation": .negation, "denying": .denying,
    "according": .according, "naming": .naming, "work noun": .workNoun, "citing": .citing,
    "via": .via, "not a name": .noName, "place": .place, "particle": .particle,
    "suffix": .suffix, "adverb": .adverb, "month": .month, "ambiguous": .ambiguous,
    "saying infinitive": .sayingInfinitive, "possessive first": .mine,
    "possessive second": .yours, "writer noun": .writer,
  ]

  /// Nouns for one who speaks: `officer`, `sister`.
  static let personNoun: WordRole = [.man, .woman, .person]
  /// Words before a family name: `Mr`, `General`.
  static let anyTitle: WordRole = [.title, .titleOfMan, .titleOfWoman]
  static let anyGiven: WordRole = [.given, .givenOfMan, .givenOfWoman]
  /// Pronouns of a third person.
  static let pronoun: WordRole = [.he, .she, .they]
  static let anyArticle: WordRole = [.article, .indefiniteArticle]
  /// Words before a noun that say whose or which.
  static let determiner: WordRole = [.article, .indefiniteArticle, .his, .her, .their]
  /// Words of closed classes, which are part of no name at the start of a sentence.
  static let function: WordRole = [
    .he, .she, .they, .firstPerson, .secondPerson, .indefinite, .his, .her, .their, .article,
    .indefiniteArticle, .preposition, .conjunction, .subordinator, .relative, .auxiliary, .modal,
    .negation, .adverb, .noName, .month,
  ]

  /// Words that are hardly part of a person's name, wherever they stand.
  static let notOfName: WordRole = [
    function, anyTitle, personNoun, collectiveNoun, writingNoun, workNoun, place, saying,
    sayingNoun,
  ]

  func has(_ any: WordRole) -> Bool { !isDisjoint(with: any) }
}
