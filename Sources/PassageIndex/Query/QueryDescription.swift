// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Writes a query as it was understood, in the query language.
enum QueryDescription {
  static func of(
    wanted: [QueryNode],
    excluded: [QueryNode],
    restrictions: Restrictions
  ) -> String {
    var parts = wanted.map(describe)
    parts += excluded.map { "-" + describe($0) }
    parts += restrictions.byField.flatMap { $0.nodes.map(describe) }
    parts += restrictions.without.map { "-" + describe($0) }
    return parts.joined(separator: " ")
  }

  private static func describe(_ node: QueryNode) -> String {
    switch node {
    case .word(let token): token.word
    case .phrase(let tokens): "\"" + tokens.map(\.word).joined(separator: " ") + "\""
    case .prefix(let token): token.word + "*"
    case .free(let nodes), .all(let nodes), .any(let nodes):
      nodes.map(describe).joined(separator: " ")
    case .excluding(let first, let second): "\(describe(first)) -\(describe(second))"
    case .filter(let field, let value): "\(field.name):\(describe(value))"
    case .everything: "*"
    }
  }

  private static func describe(_ value: FilterValue) -> String {
    switch value {
    case .words(let tokens, let isExact):
      tokens.count == 1 && !isExact
        ? tokens[0].word : "\"" + tokens.map(\.word).joined(separator: " ") + "\""
    case .value(let value):
      value.contains(where: \.isWhitespace) ? "\"\(value)\"" : value
    case .numbers(let range) where range.lowerBound == range.upperBound: "\(range.lowerBound)"
    case .numbers(let range):
      (range.lowerBound == NumberRange.bounds.lowerBound ? "" : "\(range.lowerBound)") + ".."
        + (range.upperBound == NumberRange.bounds.upperBound ? "" : "\(range.upperBound)")
    }
  }
}
