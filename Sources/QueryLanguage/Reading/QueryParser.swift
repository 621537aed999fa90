// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema

/// Parses queries as people type and paste them.
///
/// ```
/// query    = group { joining group }
/// joining  = the operators of `QueryOperator.joining`; the upper hold their sides less closely
/// group    = item { item }
/// item     = operand { ( "NEAR" | "ADJ" ) [ "/" number ] operand }
/// operand  = [ "+" | "-" | "NOT" ] [ field ":" ] [ "=" ]
///            ( word [ "~" ] | '"' words '"' [ "~" ] | "(" query ")" )
/// ```
///
/// What makes no sense as typed is ignored, with a warning that gives its place. The only errors
/// are a query without anything to search for and an invalid value for a field.
struct QueryParser {
  var words = QueryWords()
  var notes = QueryNotes()
  /// The number of terms that may still be added.
  var room = SearchLimits.terms
  private var lexemes: [QueryLexeme] = []
  private var next = 0
  private var depth = 0

  /// Parses a query together with the filters specified besides it.
  ///
  /// - Throws: `IndexError(.invalidQuery)` with the place, if there is nothing to search for.
  mutating func parse(_ text: String, filters: [Filter] = []) throws(IndexError) -> ParsedQuery {
    let length = text.unicodeScalars.count
    guard length <= SearchLimits.queryLength else {
      throw IndexError(
        .invalidQuery,
        "The query has \(length) characters; at most \(SearchLimits.queryLength) are searched.",
        hint: "Search for part of it.",
        position: SearchLimits.queryLength..<length
      )
    }
    var restrictions = Restrictions()
    for filter in filters {
      let known = try field(filter.field)
      let value = try filterValue(of: known, filter.value, at: 0, isQuoted: false, position: nil)
      restrictions.add(.filter(known, value), of: known, isExcluded: false)
    }
    var lexer = QueryLexer(text)
    lexemes = lexer.lexemes()
    var root: QueryNode?
    let tokens = words.tokens(in: text, at: 0)
    if let quotation = PastedQuotation.recognize(text, lexemes, tokens) {
      root = .quotation(shortened(quotation))
    } else {
      root = try expression(in: nil)
    }
    let searched = try checked(root, restrictions, length)
    let described =
      [searched == .everything ? "" : searched.described]
      + restrictions.nodes.map(\.described)
    return ParsedQuery(
      root: searched,
      restrictions: restrictions.all,
      warnings: notes.warnings,
      interpreted: described.filter { !$0.isEmpty }.joined(separator: " "),
      correctedFields: notes.corrected(text)
    )
  }

  private mutating func shortened(_ quotation: PastedQuotation) -> PastedQuotation {
    var quotation = quotation
    guard quotation.tokens.count > SearchLimits.quotation else { return quotation }
    let left = quotation.tokens[SearchLimits.quotation...]
    notes.tooManyWords(SearchLimits.quotation, at: left.span)
    quotation.tokens.removeLast(left.count)
    quotation.words = quotation.tokens
    return quotation
  }

  /// The root, if it can match anything.
  private func checked(
    _ root: QueryNode?, _ restrictions: Restrictions, _ length: Int
  ) throws(IndexError) -> QueryNode {
    switch root {
    case nil where !restrictions.isEmpty: return .everything
    case .not where !restrictions.isEmpty: return root ?? .everything
    case nil, .not:
      throw IndexError(
        .invalidQuery,
        root == nil
          ? "The query contains no word to search for." : "The query only says what to exclude.",
        hint: "Add a word, a \"phrase\" or a filter such as author:wetzel.",
        position: 0..<max(length, 1)
      )
    case .some(let root): return root
    }
  }

  // MARK: Grammar

  private var lexeme: QueryLexeme? { next < lexemes.count ? lexemes[next] : nil }

  /// `field` is the field whose parentheses these are, if any; `level` is a row of
  /// `QueryOperator.joining`.
  private mutating func expression(
    in field: Field?, level: Int = 0
  ) throws(IndexError) -> QueryNode? {
    guard level < QueryOperator.joining.count else { return try group(in: field) }
    let (operation, node) = QueryOperator.joining[level]
    let operands = try operands(of: operation) { (parser) throws(IndexError) in
      try parser.expression(in: field, level: level + 1)
    }
    return operands.count > 1 ? node(operands) : operands.first
  }

  /// Parses the operands of one kind of operator; warns about an operator without an operand.
  private mutating func operands(
    of operation: QueryOperator,
    _ operand: (inout QueryParser) throws(IndexError) -> QueryNode?
  ) throws(IndexError) -> [QueryNode] {
    var operands: [QueryNode] = []
    if let first = try operand(&self) { operands.append(first) }
    while case .operation(operation, let range)? = lexeme {
      next += 1
      let following = try operand(&self)
      if following == nil || operands.isEmpty { notes.ignoredOperator(range) }
      if let following { operands.append(following) }
    }
    return operands
  }

  private mutating func group(in field: Field?) throws(IndexError) -> QueryNode? {
    var items: [QueryItem] = []
    while let lexeme {
      switch lexeme {
      case .operation(let operation, _) where operation.endsGroup:
        return Self.node(of: items, in: field)
      case .close(let range):
        if depth > 0 { return Self.node(of: items, in: field) }
        notes.add("stray-parenthesis", "The closing parenthesis has no opening one.", range)
        next += 1
      case .operation(.not, _), .open, .piece:
        if let item = try proximity(in: field) { items.append(item) }
      case .operation(_, let range):
        notes.ignoredOperator(range)
        next += 1
      }
    }
    return Self.node(of: items, in: field)
  }

  /// Parses an operand and those joined to it by `NEAR` or `ADJ`.
  private mutating func proximity(in field: Field?) throws(IndexError) -> QueryItem? {
    guard var item = try operand(in: field) else { return nil }
    var tied = [item]
    var distance = 0
    var isOrdered = false
    while case .operation(let operation, let range)? = lexeme {
      let named: Int
      switch operation {
      case .near(let number): named = number ?? SearchLimits.usualNearness
      case .adjacent(let number):
        named = number ?? 1
        isOrdered = true
      default: return Self.tied(tied, item, distance, isOrdered, &notes)
      }
      next += 1
      let place = next
      guard let other = try operand(in: field), other.sign == .none else {
        // An element with a sign is a separate operand.
        if next > place { next = place }
        notes.ignoredOperator(range)
        return Self.tied(tied, item, distance, isOrdered, &notes)
      }
      if named > SearchLimits.nearness {
        notes.add(
          "distance-cut", "The maximum distance between words is \(SearchLimits.nearness).", range)
      }
      distance = max(distance, min(max(named, 1), SearchLimits.nearness))
      tied.append(other)
      item.range = item.range.lowerBound..<other.range.upperBound
    }
    return Self.tied(tied, item, distance, isOrdered, &notes)
  }

  private mutating func operand(in field: Field?) throws(IndexError) -> QueryItem? {
    var isNegated = false
    while case .operation(.not, let range)? = lexeme {
      next += 1
      switch lexeme {
      case .piece, .open, .operation(.not, _): isNegated.toggle()
      default:
        notes.ignoredOperator(range)
        return nil
      }
    }
    guard let lexeme else { return nil }
    var item: QueryItem?
    switch lexeme {
    case .piece(let piece):
      next += 1
      item = try self.item(piece, in: field)
    case .open(let prefix, let range):
      next += 1
      item = try parenthesis(prefix, range, in: field)
    case .close, .operation: return nil
    }
    if isNegated { item?.negate() }
    return item
  }

  private mutating func parenthesis(
    _ prefix: QueryPrefix, _ range: Range<Int>, in field: Field?
  ) throws(IndexError) -> QueryItem? {
    guard depth < SearchLimits.depth else {
      notes.add(
        "too-deep",
        "Parentheses can be nested \(SearchLimits.depth) deep; deeper ones are ignored.",
        range
      )
      return nil
    }
    var inner = field
    var isFilter = field != nil
    if let name = prefix.field {
      if let known = Schema.searchable(name) {
        inner = known.kind == .text ? nil : known
        isFilter = inner != nil
      } else {
        notes.unknownField(name, prefix.fieldRange)
      }
    }
    depth += 1
    let node = try expression(in: inner)
    depth -= 1
    if case .close? = lexeme {
      next += 1
    } else {
      notes.add(
        "unclosed-parenthesis", "The parenthesis is not closed; it extends to the end.", range)
    }
    guard let node else { return nil }
    let end = next > 0 ? lexemes[next - 1].range.upperBound : range.upperBound
    var item = QueryItem(sign: prefix.sign, range: range.lowerBound..<max(end, range.upperBound))
    if isFilter {
      item.field = inner
      item.node = node
    } else if case .words(let words) = node, prefix.sign == .none {
      item.words = words
    } else {
      item.node = node
    }
    return item
  }
}
