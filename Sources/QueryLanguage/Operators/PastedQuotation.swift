// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import IndexSchema

/// A stretch of somebody's words, searched for although it may differ from what is printed.
package struct PastedQuotation: QueryUnit {
  /// The words as typed, with their places in the query.
  package var tokens: [Token]
  /// The words that passages are ranked by: with their spelling corrected.
  package var words: [Token]
  /// Whether only passages that have it are found; else it is searched as plain words too.
  package var isQuoted: Bool

  /// From how many words on a text without any sign of the query language may be a quotation: it is
  /// one if a passage has nearly that.
  package static let fewestWords = 7
  /// From how many words on it is long: half of it is enough, what else running text has is
  /// punctuation, and it may stand between quotation marks, where fewer words are a phrase.
  package static let fewestOfLong = 16
  /// From how many words on if phrases stand in it: what is typed is shorter.
  private static let fewestWordsAroundPhrases = 20
  /// From how many words on a phrase that is nowhere word for word is looked for tolerantly.
  package static let fewestQuotedWords = 8

  /// Creates a quotation.
  package init(tokens: [Token], isQuoted: Bool = false) {
    self.tokens = tokens
    words = tokens
    self.isQuoted = isQuoted
  }

  /// The words that it is searched by too; none between quotation marks.
  package var ownWords: [Word] {
    isQuoted ? [] : words.prefix(SearchLimits.terms).map { Word(token: $0) }
  }

  package var described: String { isQuoted ? "\"\(tokens.joined)\"" : tokens.joined }

  package func mappingWords(_ change: (Word) -> Word) -> QueryNode {
    var quotation = self
    quotation.words = words.map { change(Word(token: $0)).token }
    return .quotation(quotation)
  }

  /// Takes a whole query for a quotation, if it may be one.
  ///
  /// That is many words, and nothing that only the query language has. The signs that running text
  /// has too, parentheses, dashes and quotation marks, are then punctuation.
  static func recognize(
    _ text: String, _ lexemes: [QueryLexeme], _ tokens: [Token]
  ) -> PastedQuotation? {
    guard tokens.count >= fewestWords, !lexemes.contains(where: { isOfLanguage($0, in: text) })
    else { return nil }
    guard tokens.count >= fewestOfLong else {
      return lexemes.allSatisfy(isPlain) ? PastedQuotation(tokens: tokens) : nil
    }
    let scalars = text.unicodeScalars.filter { !$0.properties.isWhitespace }
    let ends = [scalars.first, scalars.last].compactMap(\.self)
    if ends.count == 2, ends.allSatisfy(QuotationMarks.isDouble), tokens.count >= fewestOfLong {
      return PastedQuotation(tokens: tokens, isQuoted: true)
    }
    let hasPhrases = lexemes.contains {
      if case .piece(let piece) = $0 { piece.isQuoted } else { false }
    }
    guard !hasPhrases || tokens.count >= fewestWordsAroundPhrases else { return nil }
    return PastedQuotation(tokens: tokens)
  }

  /// Whether a part of a query is words and nothing else.
  private static func isPlain(_ lexeme: QueryLexeme) -> Bool {
    guard case .piece(let piece) = lexeme else { return false }
    return piece.prefix == QueryPrefix() && !piece.isQuoted
  }

  /// Whether a part of a query means what running text cannot mean.
  private static func isOfLanguage(_ lexeme: QueryLexeme, in text: String) -> Bool {
    switch lexeme {
    case .operation: true
    case .close: false
    case .open(let prefix, let range): isOfLanguage(prefix, at: range, in: text)
    case .piece(let piece):
      isOfLanguage(piece.prefix, at: piece.whole, in: text) || piece.tilde != nil
        || piece.text.contains("*") || QueryWords.hasInnerWildcard(piece.text)
    }
  }

  private static func isOfLanguage(
    _ prefix: QueryPrefix, at range: Range<Int>, in text: String
  ) -> Bool {
    if let field = prefix.field, Schema.searchable(field) != nil { return true }
    if prefix.isExact { return true }
    switch prefix.sign {
    case .none: return false
    case .required: return true
    // A dash before a word may be a parenthesis; the hyphen of keyboards is not.
    case .excluded: return text.unicodeScalars.dropFirst(range.lowerBound).first == "-"
    }
  }
}
