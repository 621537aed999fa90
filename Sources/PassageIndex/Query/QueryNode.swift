// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A query as it was understood; ranges are code points of the query as typed.
indirect enum QueryNode: Sendable, Hashable {
  /// Plain words, ranked together: `PlainWords.swift` says how.
  case words([Word])
  /// A word as it is written: `=word`.
  case exact(Token)
  /// Words one after the other.
  case phrase(Phrase)
  /// All words of a pattern.
  case pattern(Pattern)
  /// All words that are spelled nearly so.
  case fuzzy(FuzzyWord)
  /// Words near each other.
  case near(Proximity)
  /// A long quotation, looked for tolerantly.
  case quotation(PastedQuotation)
  /// What stands side by side.
  case group(QueryGroup)
  /// Passages that have all of these.
  case all([QueryNode])
  /// Passages that have any of these.
  case any([QueryNode])
  /// Passages that do not have this.
  case not(QueryNode)
  /// A value of a field.
  case filter(Field, FilterValue)
  /// Every passage.
  case everything
}

/// Parts of a query that stand side by side.
struct QueryGroup: Sendable, Hashable {
  /// The parts that count for the ranking; passages that have all of them but words come first.
  var parts: [QueryNode] = []
  /// Those of the parts, words apart, without which nothing is found.
  var required: [QueryNode] = []
  /// What must not be there.
  var excluded: [QueryNode] = []
  /// Values of fields; all must hold.
  var restrictions: [QueryNode] = []

  /// The plain words among the parts, which are ranked together.
  var words: [Word] {
    parts.flatMap { part -> [Word] in
      if case .words(let words) = part { words } else { [] }
    }
  }

  /// The plain words without which nothing is found.
  var requiredWords: [Word] { words.filter(\.isRequired) }

  /// Whether there is anything without which nothing is found.
  var hasRequired: Bool { !required.isEmpty || !requiredWords.isEmpty }
}

/// The value that a field is asked for.
enum FilterValue: Sendable, Hashable {
  /// All of these words; exact ones are not stemmed.
  case words([Token], isExact: Bool)
  /// The whole value.
  case value(String)
  /// A number, or a range of numbers that may be open at one end.
  case numbers(ClosedRange<Int>)
  /// A word, or a whole value, like this.
  case pattern(Pattern)
  /// A word that is spelled nearly so.
  case fuzzy(FuzzyWord)
}

/// A query that has been read.
struct ParsedQuery: Sendable, Hashable {
  /// What is searched for.
  var root: QueryNode
  /// Restrictions that came beside the query; all must hold.
  var restrictions: [QueryNode] = []
  /// What was ignored or understood otherwise than typed.
  var warnings: [QueryWarning] = []
  /// The query in the query language, as it was understood.
  var interpreted = ""
  /// The query with the names of its fields corrected; `nil` if all are known.
  var correctedFields: String?

  /// The words whose spelling may be wrong.
  var words: [Token] { root.plainWords.map(\.token) }
}

extension QueryNode {
  /// The plain words that are searched for, in the order of the query.
  var plainWords: [Word] {
    switch self {
    case .words(let words): words
    case .quotation(let quotation): quotation.plainWords
    case .group(let group): group.parts.flatMap(\.plainWords)
    case .all(let nodes), .any(let nodes): nodes.flatMap(\.plainWords)
    default: []
    }
  }

  /// Whether every passage that it finds has a word of it, so that works are not among them.
  var hasWords: Bool {
    switch self {
    case .words, .exact, .phrase, .pattern, .fuzzy, .near, .quotation: true
    case .group(let group):
      !group.parts.isEmpty && group.parts.allSatisfy(\.hasWords)
        || group.required.contains(where: \.hasWords)
    case .any(let nodes): nodes.allSatisfy(\.hasWords)
    case .all(let nodes): nodes.contains(where: \.hasWords)
    case .not, .filter, .everything: false
    }
  }
}

extension QueryNode {
  /// The phrases that are searched for.
  var phrases: [Phrase] {
    switch self {
    case .phrase(let phrase): [phrase]
    case .group(let group): group.parts.flatMap(\.phrases)
    case .all(let nodes), .any(let nodes): nodes.flatMap(\.phrases)
    default: []
    }
  }
}

extension QueryWarning {
  /// Where nothing is found: that a phrase stands nowhere, and how to find its words.
  static func nowhere(_ phrase: Phrase) -> QueryWarning {
    QueryWarning(
      code: "phrase-not-found",
      message: "Nothing has the phrase as it stands; without quotation marks its words are found, "
        + "and their spelling is corrected.",
      position: phrase.range)
  }
}
