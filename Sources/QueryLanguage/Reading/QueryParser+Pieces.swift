// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema

extension QueryParser {
  /// The item for a part of the query; `nil` if it contains no word.
  mutating func item(
    _ piece: QueryPiece, in field: Field?
  ) throws(IndexError) -> QueryItem? {
    if !piece.isClosed {
      notes.add(
        "unclosed-quotation",
        "The quotation mark is not closed; the phrase extends to the end.",
        piece.whole
      )
    }
    var item = QueryItem(sign: piece.prefix.sign, range: piece.whole)
    var field = field
    var words: [PieceWord] = []
    if let name = piece.prefix.field {
      if let known = Schema.searchable(name) {
        field = known
      } else {
        notes.unknownField(name, piece.prefix.fieldRange)
        // Before a phrase the name is ignored: the phrase is what is in quotation marks.
        words =
          piece.isQuoted
          ? []
          : self.words.tokens(in: name, at: piece.prefix.fieldRange.lowerBound)
            .map { PieceWord(form: .exact($0), isJoined: false) }
      }
    }
    if let field, field.kind != .text {
      item.field = field
      item.node = .filter(field, try filterValue(of: field, piece))
      return item
    }
    let (read, loose) = self.words.read(piece)
    words = bounded(words + read, piece)
    for range in loose { notes.ignoredWildcard(range) }
    if words.isEmpty {
      if piece.tilde != nil { notes.ignoredTilde(piece.whole) }
      return nil
    }
    if piece.isQuoted {
      item.node = .phrase(phrase(words, tilde: piece.tilde, piece.whole))
    } else if piece.prefix.isExact {
      let tokens = words.map { exact($0.form) }
      item.node =
        tokens.count == 1 ? .exact(tokens[0]) : .phrase(Phrase(forms: tokens.map { .exact($0) }))
    } else if words.count > 1, piece.prefix.sign == .excluded {
      // -self-management excludes the adjacent words, not each of them.
      item.node = .phrase(phrase(words, tilde: nil, piece.whole))
    } else {
      set(words, of: &item, tilde: piece.tilde)
    }
    return item
  }

  /// As many words as the query may still have.
  private mutating func bounded(_ words: [PieceWord], _ piece: QueryPiece) -> [PieceWord] {
    guard words.count > room else {
      room -= words.count
      return words
    }
    notes.tooManyWords(SearchLimits.terms, at: piece.whole)
    defer { room = 0 }
    return Array(words.prefix(room))
  }

  private mutating func set(_ words: [PieceWord], of item: inout QueryItem, tilde: Int?) {
    var plain: [Word] = []
    var nodes: [QueryNode] = []
    for (index, word) in words.enumerated() {
      switch word.form {
      case .pattern(let pattern):
        if index == words.count - 1, tilde != nil { notes.ignoredTilde(item.range) }
        if let pattern = usable(pattern) {
          nodes.append(.pattern(pattern))
        } else {
          plain.append(Word(token: exact(word.form)))
        }
      default:
        let token = exact(word.form)
        if index == words.count - 1, let tilde, tilde != 0 {
          nodes.append(.fuzzy(fuzzy(token, tilde, item.range)))
        } else {
          plain.append(Word(token: token))
        }
      }
    }
    if nodes.isEmpty {
      item.words = plain
    } else {
      if !plain.isEmpty { nodes.insert(.words(plain), at: 0) }
      item.node = nodes.count == 1 ? nodes[0] : .group(QueryGroup(parts: nodes))
    }
  }

  private mutating func phrase(_ words: [PieceWord], tilde: Int?, _ range: Range<Int>) -> Phrase {
    var phrase = Phrase(forms: [])
    for word in words {
      if case .pattern(let pattern) = word.form, let pattern = usable(pattern) {
        phrase.forms.append(.pattern(pattern))
      } else {
        phrase.forms.append(.exact(exact(word.form)))
      }
    }
    if let tilde {
      phrase.isSpelledEitherWay = tilde < 0
      phrase.slop = min(max(tilde, 0), SearchLimits.nearness)
      if tilde > SearchLimits.nearness {
        notes.add(
          "distance-cut", "The maximum distance between words is \(SearchLimits.nearness).", range)
      }
    }
    return phrase
  }

  /// The fuzzy word with the requested number of wrong letters, up to the limit; -1 requests the
  /// limit.
  mutating func fuzzy(_ token: Token, _ distance: Int, _ range: Range<Int>) -> FuzzyWord {
    let most = FuzzyWord.mostLetters(token.term)
    if distance > most {
      notes.add("distance-cut", "At most \(most) letters of “\(token.word)” may differ.", range)
    } else if most == 0 {
      notes.ignoredTilde(range)
    }
    return FuzzyWord(token: token, distance: distance < 0 ? most : min(distance, most))
  }

  /// The pattern if it has enough letters; otherwise adds a warning, and the letters are a word.
  private mutating func usable(_ pattern: Pattern) -> Pattern? {
    if pattern.letterCount >= SearchLimits.patternLetters, pattern.text.utf8.count <= 200 {
      return pattern
    }
    notes.ignoredWildcard(pattern.range)
    return nil
  }

  private func exact(_ form: Form) -> Token {
    switch form {
    case .exact(let token), .inflected(let token): return token
    case .fuzzy(let word): return word.token
    case .pattern(let pattern):
      let letters = String(pattern.text.filter { $0 != "*" && $0 != "?" })
      return Token(term: letters, word: letters, range: pattern.range)
    }
  }
}

extension QueryNotes {
  mutating func ignoredWildcard(_ range: Range<Int>) {
    add(
      "ignored-wildcard",
      "The wildcard is ignored: it needs at least \(SearchLimits.patternLetters) letters.",
      range)
  }

  mutating func ignoredTilde(_ range: Range<Int>) {
    add(
      "ignored-tilde",
      "The ~ is ignored: it must follow a phrase or a word of at least three letters.", range)
  }
}
