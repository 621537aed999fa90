// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

extension CandidateReader {
  /// Whether the prose says that somebody else quotes the nominal: `Berg quotes Lund`, but not
  /// `quoting Lund`.
  func isQuotedByProse(_ nominal: Nominal, _ passage: Int) -> Bool {
    isQuoted(nominal, passage)
      && !Self.participles.contains(
        view.passages[passage].tokens[nominal.tokens.lowerBound - 1].folded)
  }

  /// The subject of the verb by which the prose says that the nominal, right behind it, is quoted.
  func quoter(of nominal: Nominal, _ passage: Int) -> String? {
    let verb = nominal.tokens.lowerBound - 1
    guard let sentence = view.sentences[passage].index(at: verb) else { return nil }
    let start = view.sentences[passage][sentence].tokens.lowerBound
    let clauses = view.clauses(passage)
    let before = view.nominals(passage, in: start..<verb).map { view.nominals[passage][$0] }
    let names = before.filter { $0.kind == .name && !$0.isPossessive && !clauses.isObject($0) }
    return names.count == 1 ? view.name(names[0], in: passage).name : nil
  }

  private func isQuoted(_ nominal: Nominal, _ passage: Int) -> Bool {
    let first = nominal.tokens.lowerBound
    return first > 0 && Self.quoting.contains(view.passages[passage].tokens[first - 1].folded)
  }

  /// Those of the verbs that have no subject of their own.
  private static let participles: Set<String> = ["quoting", "citing", "citant", "citando"]

  /// Whether a preposition of many meanings stands within a clause: `prédilection pour Lund`, but not
  /// `Pour Lund, “…”`.
  private func isLoose(_ index: Int, _ passage: Int) -> Bool {
    let tokens = view.passages[passage].tokens
    guard index > 0, Self.manifold.contains(tokens[index].folded) else { return false }
    return tokens[index - 1].kind == .word
      && !view.roles[passage][index - 1].has([.conjunction, .subordinator])
  }

  private static let manifold: Set<String> = [
    "for", "pour", "nach", "para", "per", "voor", "für", "для",
  ]

  /// Verbs whose object is the one who speaks.
  private static let quoting: Set<String> = [
    "quotes", "quoting", "quoted", "cites", "citing", "cited", "zitiert", "zitierte", "citiert",
    "cite", "citait", "citant", "cita", "citaba", "citando", "citava", "citeert", "цитирует",
  ]

  /// Adds what the text shows of a nominal, wherever it stands.
  ///
  /// - Parameter start: First token of the words in which it stands.
  func describe(
    _ nominal: Nominal, _ passage: Int, _ clauses: ClauseReader, from start: Int,
    into features: inout SpeakerFeatures
  ) {
    let read = view.passages[passage]
    let roles = view.roles[passage]
    let first = nominal.tokens.lowerBound
    let before: WordRole = first > 0 ? roles[first - 1] : []
    features.set(.afterPreposition, before.has(.preposition))
    features.set(.afterBy, clauses.follows(nominal, ClauseReader.agency))
    features.set(
      .isAccording,
      before.has(.according) && !before.has(.via) && !isLoose(first - 1, passage)
        || isQuoted(nominal, passage)
        || nominal.tokens.upperBound < roles.count
          && roles[nominal.tokens.upperBound].has(.according)
          && view.lexicon.capitalisesNouns
    )
    features.set(.isPossessive, nominal.isPossessive)
    let next = nominal.tokens.upperBound
    let owns =
      nominal.isPossessive
      && (next..<min(next + 4, roles.count)).contains {
        roles[$0].has([.sayingNoun, .writingNoun, .workNoun])
      }
    let owned =
      first > 1 && ["of", "de", "von", "di", "del", "van"].contains(read.tokens[first - 1].folded)
      && roles[first - 2].has(.sayingNoun)
    features.set(.ownsWords, owns || owned)
    features.set(.isSubject, !clauses.isObject(nominal))
    features.set(
      .startsClause,
      first == start || before.has([.conjunction, .subordinator])
        || first > 0 && read.tokens[first - 1].kind == .sign)
    features[.kind] = Float(nominal.kind.rawValue)
    features.set(.isDetermined, nominal.hasDeterminer)
    features.set(.isDescribed, nominal.isDescribed)
    features[.length] = Float(min(nominal.tokens.count, 8))
    features.set(.isPlace, roles[nominal.head].has(.place))
    features.set(.isNoName, roles[nominal.head].has(.function))
    features.set(.hasPlural, read.tokens[nominal.head].folded.hasSuffix("s"))
    guard nominal.run >= 0 else { return }
    let run = view.runs[passage][nominal.run]
    let entity = view.table.entities[run.entity]
    let count = Float(entity.count)
    features[.entityKind] = Float(entity.kind.rawValue) + 1
    features[.mentions] = min(count, 200)
    features[.speaking] = min(Float(entity.speaking), 50)
    features[.speakingShare] = Float(entity.speaking) / max(count, 1)
    features[.articleShare] = Float(entity.withArticle) / max(count, 1)
    features[.placeShare] = Float(entity.withPlace) / max(count, 1)
    features[.openingShare] = Float(entity.opening) / max(count, 1)
    features[.titled] = min(Float(entity.titled), 5)
    features[.given] = min(Float(entity.given), 5)
    features.set(.isAlsoWord, entity.isAlsoWord)
    features.set(.isAuthor, entity.isAuthor)
  }
}
