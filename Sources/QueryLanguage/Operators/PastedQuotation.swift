// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import IndexSchema

/// A pasted or remembered quotation, found although it may differ from the printed text.
package struct PastedQuotation: QueryUnit {
  /// The words as typed, with their ranges in the query.
  package var tokens: [Token]
  /// The words used for ranking, with corrected spelling.
  package var words: [Token]
  /// Whether only passages with the quotation are found; otherwise it is searched as plain words
  /// too.
  package var isQuoted: Bool

  /// The minimum number of words of a query without query syntax that may be a quotation; it is one
  /// if a passage contains most of it.
  package static let fewestWords = 7
  /// The minimum number of words of a long quotation: half of it is enough, other signs in it count
  /// as punctuation, and it may be in quotation marks, where fewer words are a phrase.
  package static let fewestOfLong = 16
  /// The same if it contains phrases; typed queries with phrases are shorter.
  private static let fewestWordsAroundPhrases = 20
  /// The minimum number of words of a phrase that is searched approximately if it occurs nowhere
  /// verbatim.
  package static let fewestQuotedWords = 8

  /// Creates a quotation.
  package init(tokens: [Token], isQuoted: Bool = false) {
    self.tokens = tokens
    words = tokens
    self.isQuoted = isQuoted
  }

  /// The words that are searched too; none in quotation marks.
  package var ownWords: [Word] {
    isQuoted ? [] : words.prefix(SearchLimits.terms).map { Word(token: $0) }
  }

  package var described: String { isQuoted ? "\"\(tokens.joined)\"" : tokens.joined }

  package func mappingWords(_ change: (Word) -> Word) -> QueryNode {
    var quotation = self
    quotation.words = words.map { change(Word(token: $0)).token }
    return .quotation(quotation)
  }

  /// Recognises a whole query as a quotation, if possible.
  ///
  /// It needs many words and nothing that occurs only in the query language. Signs that also occur
  /// in running text (parentheses, dashes and quotation marks) are then punctuation.
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

  /// Whether a part of the query consists of words only.
  private static func isPlain(_ lexeme: QueryLexeme) -> Bool {
    guard case .piece(let piece) = lexeme else { return false }
    return piece.prefix == QueryPrefix() && !piece.isQuoted
  }

  /// Whether a part of the query has a meaning that running text cannot have.
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
    // A dash before a word can be punctuation; a keyboard hyphen cannot.
    case .excluded: return text.unicodeScalars.dropFirst(range.lowerBound).first == "-"
    }
  }
}
