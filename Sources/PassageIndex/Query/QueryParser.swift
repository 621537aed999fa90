// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Reads queries as people type them.
///
/// ```
/// query  = { [ "-" ] [ field ":" ] ( word | word "*" | '"' words '"' | number ".." number ) }
/// ```
struct QueryParser {
  private var tokenizer = Tokenizer()
  private var warnings: [QueryWarning] = []
  private var termCount = 0
  private var isCut = false

  /// Reads a query, with the filters that came beside it.
  ///
  /// - Throws: `IndexError(.invalidQuery)` with the place, where the query cannot be meant as typed.
  mutating func parse(_ text: String, filters: [Filter] = []) throws(IndexError) -> ParsedQuery {
    let length = text.unicodeScalars.count
    guard length <= SearchLimits.queryLength else {
      throw IndexError(
        .invalidQuery,
        "The query has \(length) characters; at most \(SearchLimits.queryLength) are searched.",
        hint: "Search for a part of it.",
        position: SearchLimits.queryLength..<length
      )
    }
    var lexer = QueryLexer(text)
    var wanted: [QueryNode] = []
    var excluded: [QueryNode] = []
    var restrictions = Restrictions()
    for piece in lexer.pieces() {
      if let field = piece.field {
        let known = try self.field(field.name, at: field.range)
        if known.name == Schema.text.name {
          add(piece, to: &wanted, or: &excluded)
        } else {
          let value = try filterValue(
            known,
            piece.text,
            isQuoted: piece.isQuoted,
            position: piece.range
          )
          restrictions.add(.filter(known, value), of: known, isExcluded: piece.isExcluded)
        }
      } else {
        add(piece, to: &wanted, or: &excluded)
      }
      if !piece.isClosed {
        warn(
          "unclosed-quotation",
          "The quotation mark is not closed; the phrase is read to the end.",
          piece.whole
        )
      }
    }
    for filter in filters {
      let known = try field(filter.field, at: nil)
      let value = try filterValue(known, filter.value, isQuoted: false, position: nil)
      restrictions.add(.filter(known, value), of: known, isExcluded: false)
    }
    return try assemble(wanted, excluded, restrictions, length)
  }

  private mutating func assemble(
    _ wanted: [QueryNode],
    _ excluded: [QueryNode],
    _ restrictions: Restrictions,
    _ length: Int
  ) throws(IndexError) -> ParsedQuery {
    var root: QueryNode
    switch wanted.count {
    case 0:
      guard !restrictions.isEmpty else {
        throw IndexError(
          .invalidQuery,
          excluded.isEmpty
            ? "The query holds no word to search for."
            : "The query only says what to leave out.",
          hint: "Add a word, a \"phrase\" or a filter such as author:wetzel.",
          position: 0..<max(length, 1)
        )
      }
      root = .everything
    case 1: root = wanted[0]
    default: root = .free(wanted)
    }
    if !excluded.isEmpty {
      root = .excluding(root, excluded.count == 1 ? excluded[0] : .any(excluded))
    }
    if let without = restrictions.excluded { root = .excluding(root, without) }
    let interpreted = QueryDescription.of(
      wanted: wanted,
      excluded: excluded,
      restrictions: restrictions
    )
    return ParsedQuery(
      root: root,
      restrictions: restrictions.all,
      warnings: warnings,
      interpreted: interpreted
    )
  }

  // MARK: Words

  private mutating func add(
    _ piece: QueryPiece,
    to wanted: inout [QueryNode],
    or excluded: inout [QueryNode]
  ) {
    var tokens = tokenizer.tokens(in: piece.text).map { token in
      var token = token
      let start = piece.range.lowerBound
      token.range = (token.range.lowerBound + start)..<(token.range.upperBound + start)
      return token
    }
    guard let last = tokens.last else { return }
    let room = SearchLimits.terms - termCount
    if tokens.count > room {
      if !isCut {
        isCut = true
        warn(
          "too-many-words",
          "Only the first \(SearchLimits.terms) words of the query are searched.",
          piece.whole
        )
      }
      tokens = Array(tokens.prefix(max(0, room)))
      if tokens.isEmpty { return }
    }
    termCount += tokens.count
    let nodes: [QueryNode]
    if piece.isQuoted || (piece.isExcluded && tokens.count > 1) {
      nodes = [.phrase(tokens)]
    } else if piece.text.last == "*", tokens.count == 1, last.term.count >= 2 {
      nodes = [.prefix(last)]
    } else {
      if piece.text.last == "*" {
        warn(
          "ignored-wildcard",
          "The * is ignored: it needs one word of two letters before it.",
          piece.whole
        )
      }
      nodes = tokens.map { .word($0) }
    }
    if piece.isExcluded { excluded += nodes } else { wanted += nodes }
  }

  // MARK: Fields

  private func field(_ name: String, at position: Range<Int>?) throws(IndexError) -> Field {
    if let field = Schema.searchable(name) { return field }
    let names = Schema.fields.filter(\.isSearchable).map(\.name)
    let near = names.min { distance($0, name) < distance($1, name) }
    let guess = near.flatMap { distance($0, name) <= 2 ? "Did you mean `\($0):`? " : nil } ?? ""
    throw IndexError(
      .invalidQuery,
      "There is no field “\(name)”.",
      hint: guess + "The fields are \(names.joined(separator: ", ")); "
        + "put the words into \"quotation marks\" to search for them as they stand.",
      position: position
    )
  }

  private mutating func filterValue(
    _ field: Field,
    _ text: String,
    isQuoted: Bool,
    position: Range<Int>?
  ) throws(IndexError) -> FilterValue {
    switch field.kind {
    case .exact:
      let value = text.lowercased()
      guard !value.isEmpty, value.utf8.count <= 200 else {
        throw IndexError(
          .invalidQuery,
          "“\(text.prefix(40))” is no value for `\(field.name)`.",
          hint: "For example: \(field.example)",
          position: position
        )
      }
      return .value(value)
    case .number:
      guard let range = NumberRange.parse(text) else {
        throw IndexError(
          .invalidQuery,
          "“\(text.prefix(40))” is no number and no range for `\(field.name)`.",
          hint: "For example: \(field.example), \(field.name):1917.. or \(field.name):..1921",
          position: position
        )
      }
      return .numbers(range)
    case .text, .words, .names:
      let tokens = tokenizer.tokens(in: text)
      guard !tokens.isEmpty, tokens.count <= SearchLimits.terms else {
        throw IndexError(
          .invalidQuery,
          "“\(text.prefix(40))” has no word to look for in `\(field.name)`.",
          hint: "For example: \(field.example)",
          position: position
        )
      }
      return .words(tokens, isExact: isQuoted)
    }
  }

  private mutating func warn(_ code: String, _ message: String, _ position: Range<Int>) {
    warnings.append(QueryWarning(code: code, message: message, position: position))
  }

  /// Levenshtein's distance of two field names.
  private func distance(_ one: String, _ other: String) -> Int {
    let other = Array(other.unicodeScalars.prefix(32))
    var row = Array(0...other.count)
    for (index, first) in one.unicodeScalars.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (column, second) in other.enumerated() {
        let cost = diagonal + (first == second ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(cost, diagonal + 1, row[column] + 1)
      }
    }
    return row[other.count]
  }
}
