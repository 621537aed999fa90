// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Whoever or whatever a text names: a person, a body, a document, a place.
struct Entity {
  enum Kind: UInt8 { case unknown, person, body, document, place }

  enum Sex: UInt8 { case unknown, man, woman }

  /// A way in which the text prints the name.
  struct Form {
    var text: String
    var count: Int
    /// Positions at which it is printed, in order, as in `TextReading.place`; the first few.
    var places: [Int]
    /// Whether more than the family name is printed, of which each word is known for a name.
    var isFull: Bool
    /// Whether the words before the family name may be names that no list has.
    var mayBeFull: Bool

    /// Whether there is a particle in it, so that its first word may be no name: `Abreise von Berlin`.
    let hasParticle: Bool

    init(text: String, place: Int, isFull: Bool, mayBeFull: Bool) {
      self.text = text
      count = 1
      places = [place]
      self.isFull = isFull
      self.mayBeFull = mayBeFull
      hasParticle = Self.hasParticle(text)
    }

    /// Whether a word of a name begins with a small letter.
    static func hasParticle(_ name: String) -> Bool {
      name.split(separator: " ").contains { $0.first?.isLowercase == true }
    }

    /// Whether this is a full name: one with a particle or with a word that no list has is believed if it
    /// recurs.
    var namesInFull: Bool { isFull && !hasParticle || (isFull || mayBeFull) && count > 1 }
  }

  /// Folded family name, or the whole name of what has none.
  var key: String
  var kind = Kind.unknown
  var sex = Sex.unknown
  /// Whether the text has a man and a woman of the name.
  var isOfBoth = false
  var forms: [Form] = []
  /// How often it is named.
  var count = 0
  /// How often a verb of saying stands beside the name, as its verb.
  var speaking = 0
  /// How often an article stands before the name.
  var withArticle = 0
  /// How often a preposition of place stands before the name.
  var withPlace = 0
  /// How often the name opens a sentence.
  var opening = 0
  /// How often a title or a given name shows that it is a person.
  var titled = 0
  var given = 0
  /// Whether the text also writes the word with a small letter.
  var isAlsoWord = false
  var isAuthor = false
  /// How often a pronoun of each sex follows the name in a sentence that names nobody else.
  var he = 0
  var she = 0

  /// Whether the text names it otherwise than at the start of a sentence.
  var isSure: Bool { count > opening || titled > 0 || given > 0 }
}
