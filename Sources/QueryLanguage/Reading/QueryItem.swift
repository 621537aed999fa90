// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema

/// An element of a group, with its sign.
struct QueryItem {
  var sign = QueryPrefix.Sign.none
  /// Plain words, if the element consists of them.
  var words: [Word] = []
  /// Any other node.
  var node: QueryNode?
  /// The field that the element is a value of.
  var field: Field?
  /// The range in the query, in code points.
  var range: Range<Int>

  /// Turns `x` into `-x` and `-x` into `x`.
  mutating func negate() { sign = sign == .excluded ? .none : .excluded }

  /// What the element searches for.
  var whole: QueryNode? {
    if let node { return node }
    return words.isEmpty ? nil : .words(words)
  }

  /// The words of the element, each with its alternative forms; `nil` if it is not a sequence of
  /// words.
  fileprivate var sides: [[Form]]? {
    guard field == nil else { return nil }
    if node == nil { return words.map { [.inflected($0.token)] } }
    switch node {
    case .phrase(let phrase) where phrase.slop == 0: return phrase.forms.map { [$0] }
    case .any(let nodes):
      var forms: [Form] = []
      for node in nodes {
        guard let more = node.forms else { return nil }
        forms += more
      }
      return [forms]
    default: return node?.forms.map { [$0] }
    }
  }
}

extension QueryNode {
  /// The alternative forms of the element, if any of them may match.
  fileprivate var forms: [Form]? {
    switch self {
    case .words(let words): words.map { .inflected($0.token) }
    case .exact(let token): [.exact(token)]
    case .pattern(let pattern): [.pattern(pattern)]
    case .fuzzy(let word): [.fuzzy(word)]
    case .phrase(let phrase): phrase.forms.count == 1 ? phrase.forms : nil
    default: nil
    }
  }
}

extension QueryParser {
  /// Combines the operands of `NEAR` or `ADJ`; operands that are not words only have to occur as
  /// well.
  static func tied(
    _ items: [QueryItem], _ whole: QueryItem, _ distance: Int, _ isOrdered: Bool,
    _ notes: inout QueryNotes
  ) -> QueryItem {
    guard items.count > 1 else { return whole }
    var sides: [[Form]] = []
    var others: [QueryNode] = []
    for item in items {
      if let more = item.sides {
        sides += more
        // A phrase must also match as a phrase.
        if more.count > 1, case .phrase? = item.node, let node = item.node { others.append(node) }
      } else if let node = item.whole {
        notes.add("near-operand", "NEAR and ADJ only apply to words and phrases.", item.range)
        others.append(node)
      }
    }
    var all = others
    if sides.count > 1 {
      let proximity = Proximity(sides: sides, distance: distance, isOrdered: isOrdered)
      all.insert(.near(proximity), at: 0)
    } else if let side = sides.first {
      all.insert(.any(side.map(\.node)), at: 0)
    }
    return QueryItem(
      sign: whole.sign, node: all.count == 1 ? all[0] : .all(all), range: whole.range)
  }

  /// Combines the items of a group.
  static func node(of items: [QueryItem], in field: Field?) -> QueryNode? {
    if let field { return node(of: items, asValuesOf: field) }
    var group = QueryGroup()
    var restrictions = Restrictions()
    var words: [Word] = []
    var place: Int?
    for item in items {
      guard var node = item.whole else { continue }
      var sign = item.sign
      // (-a) excludes, like -a.
      if case .not(let inner) = node, sign != .required {
        node = inner
        sign = sign == .excluded ? .none : .excluded
      }
      if let field = item.field {
        restrictions.add(node, of: field, isExcluded: sign == .excluded)
      } else if sign == .excluded {
        group.excluded.append(node)
      } else if item.node == nil {
        if place == nil { place = group.parts.count }
        words += item.words.map { word in
          var word = word
          word.isRequired = word.isRequired || sign == .required
          return word
        }
      } else {
        group.parts.append(node)
        if sign == .required { group.required.append(node) }
      }
    }
    if let place { group.parts.insert(.words(words), at: place) }
    group.restrictions = restrictions.all
    group.excluded += restrictions.excluded.map { [$0] } ?? []
    return node(of: group)
  }

  private static func node(of group: QueryGroup) -> QueryNode? {
    if group.parts.isEmpty, group.restrictions.isEmpty {
      switch group.excluded.count {
      case 0: return nil
      case 1: return .not(group.excluded[0])
      default: return .not(.any(group.excluded))
      }
    }
    let isPlain =
      group.required.isEmpty && group.excluded.isEmpty && group.restrictions.isEmpty
      && !group.parts.contains {
        if case .words(let words) = $0 { words.contains(where: \.isRequired) } else { false }
      }
    return isPlain && group.parts.count == 1 ? group.parts[0] : .group(group)
  }

  /// Combines values of one field: all words of a name or title, any of values of which a passage
  /// has only one.
  private static func node(of items: [QueryItem], asValuesOf field: Field) -> QueryNode? {
    let wanted = items.filter { $0.sign != .excluded }.compactMap(\.whole)
    let excluded = items.filter { $0.sign == .excluded }.compactMap(\.whole)
    var nodes: [QueryNode] = []
    let areAlternatives = field.kind == .exact || field.kind == .number
    if wanted.count > 1 {
      nodes.append(areAlternatives ? .any(wanted) : .all(wanted))
    } else {
      nodes += wanted
    }
    nodes += excluded.map { .not($0) }
    return nodes.count > 1 ? .all(nodes) : nodes.first
  }
}
