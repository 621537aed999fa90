// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

extension QueryNode {
  /// The query as it was understood, in the query language.
  var described: String {
    switch self {
    case .words(let words): words.map(Self.describe).joined(separator: " ")
    case .exact(let token): "=\(token.word)"
    case .phrase(let phrase): Self.describe(phrase)
    case .pattern(let pattern): pattern.text
    case .fuzzy(let word): Self.describe(word)
    case .near(let proximity): Self.describe(proximity)
    case .quotation(let quotation):
      quotation.isQuoted ? "\"\(quotation.tokens.joined)\"" : quotation.tokens.joined
    case .group(let group): Self.describe(group)
    case .all(let nodes): nodes.map(\.operand).joined(separator: " AND ")
    case .any(let nodes):
      if let values = Self.alternatives(nodes) {
        values
      } else {
        nodes.map(\.operand).joined(separator: " OR ")
      }
    case .not(let node): "-\(node.signed)"
    case .filter(let field, let value): "\(field.name):\(Self.describe(value))"
    case .everything: "*"
    }
  }

  /// As one side of an operator.
  private var operand: String {
    switch self {
    case .all, .any: "(\(described))"
    default: described
    }
  }

  /// Behind a sign.
  private var signed: String {
    switch self {
    case .all, .any, .group, .near, .not: "(\(described))"
    case .words(let words): words.count == 1 ? described : "(\(described))"
    default: described
    }
  }

  /// Values of one field that are alternatives stand side by side, as they are typed.
  private static func alternatives(_ nodes: [QueryNode]) -> String? {
    var name: String?
    for node in nodes {
      guard case .filter(let field, _) = node, name == nil || name == field.name else { return nil }
      name = field.name
    }
    return nodes.map(\.described).joined(separator: " ")
  }

  private static func describe(_ word: Word) -> String {
    (word.isRequired ? "+" : "") + word.token.word
  }

  private static func describe(_ word: FuzzyWord) -> String {
    word.distance == FuzzyWord.mostLetters(word.token.term)
      ? "\(word.token.word)~" : "\(word.token.word)~\(word.distance)"
  }

  private static func describe(_ form: Form) -> String {
    switch form {
    case .exact(let token): "=\(token.word)"
    case .inflected(let token): token.word
    case .pattern(let pattern): pattern.text
    case .fuzzy(let word): describe(word)
    }
  }

  private static func describe(_ phrase: Phrase) -> String {
    let words = phrase.forms.map { form in
      if case .exact(let token) = form { token.word } else { describe(form) }
    }
    let tilde = phrase.isSpelledEitherWay ? "~" : phrase.slop > 0 ? "~\(phrase.slop)" : ""
    return "\"\(words.joined(separator: " "))\"\(tilde)"
  }

  private static func describe(_ proximity: Proximity) -> String {
    let sides = proximity.sides.map { forms in
      forms.count == 1
        ? describe(forms[0]) : "(\(forms.map(describe).joined(separator: " OR ")))"
    }
    let name = proximity.isOrdered ? "ADJ" : "NEAR"
    return sides.joined(separator: " \(name)/\(proximity.distance) ")
  }

  private static func describe(_ group: QueryGroup) -> String {
    var parts: [String] = []
    for part in group.parts {
      if group.required.contains(part) {
        parts.append("+\(part.signed)")
      } else {
        switch part {
        case .all, .any, .group: parts.append("(\(part.described))")
        default: parts.append(part.described)
        }
      }
    }
    parts += group.excluded.map { "-\($0.signed)" }
    parts += group.restrictions.map(\.described)
    return parts.joined(separator: " ")
  }

  private static func describe(_ value: FilterValue) -> String {
    switch value {
    case .words(let tokens, let isExact):
      tokens.count == 1 && !isExact
        ? tokens[0].word : "\"" + tokens.map(\.word).joined(separator: " ") + "\""
    case .value(let value):
      value.contains(where: \.isWhitespace) ? "\"\(value)\"" : value
    case .pattern(let pattern): pattern.text
    case .fuzzy(let word): describe(word)
    case .numbers(let range) where range.lowerBound == range.upperBound: "\(range.lowerBound)"
    case .numbers(let range):
      (range.lowerBound == NumberRange.bounds.lowerBound ? "" : "\(range.lowerBound)") + ".."
        + (range.upperBound == NumberRange.bounds.upperBound ? "" : "\(range.upperBound)")
    }
  }
}
