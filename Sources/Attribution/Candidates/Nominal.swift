// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A name, a pronoun or a description that can be the subject of a verb of saying.
struct Nominal {
  enum Kind: UInt8 {
    /// A name; its run has the entity.
    case name
    /// A pronoun of the third person: its antecedent speaks.
    case pronoun
    /// A noun for a person with what describes it: `the Lettish officer`.
    case person
    /// A noun for a body or a group: `the committee`.
    case body
    /// A noun for something written: `the decree`.
    case document
    /// `I`, `we`.
    case firstPerson
    /// `you`.
    case secondPerson
    /// `somebody`, `nobody`, `one`.
    case indefinite
  }

  var kind: Kind
  /// Range of the tokens, with articles, titles and possessives before it.
  var tokens: Range<Int>
  /// Index of the noun or of the last word of the name.
  var head: Int
  /// Index of the run, if it is a name.
  var run = -1
  /// Sex and number that the words show.
  var roles: WordRole
  /// Whether it is possessive: `Lund's`.
  var isPossessive = false
  /// Whether a noun describes the name: `the historian Carl Berg`.
  var isDescribed = false
  /// Whether an article, a possessive or the like stands before the noun.
  var hasDeterminer = false
  /// Whether it means whoever spoke last: `the same author`.
  var pointsBack = false
}

/// Reads the nominals of a passage that stand outside of quotations.
struct NominalReader {
  /// Most words between an article and its noun.
  private static let longest = 5

  let passage: ReadPassage
  let roles: [WordRole]
  let runs: [NameRun]
  let capitalisesNouns: Bool

  func nominals() -> [Nominal] {
    var nominals: [Nominal] = []
    var next = 0
    var index = 0
    while index < passage.tokens.count {
      while next < runs.count, runs[next].tokens.upperBound <= index { next += 1 }
      guard passage.tokens[index].kind == .word, passage.spanOfToken[index] < 0 else {
        index += 1
        continue
      }
      let nominal =
        next < runs.count && runs[next].start == index
        ? name(next) : nominal(index)
      guard let nominal else {
        index += 1
        continue
      }
      nominals.append(nominal)
      index = max(index + 1, nominal.tokens.upperBound)
      // `Lund's old friend said`
      if nominal.isPossessive, nominal.run >= 0, index < passage.tokens.count,
        var owned = description(index - 1, isDetermined: true)
      {
        if owned.run < 0 { owned.tokens = nominal.tokens.lowerBound..<owned.tokens.upperBound }
        if [.person, .body].contains(owned.kind) || owned.run >= 0 {
          nominals.append(owned)
          index = max(index, owned.tokens.upperBound)
        }
      }
    }
    return nominals
  }

  private func nominal(_ index: Int) -> Nominal? {
    // `One historian` is a description, `one` alone is nobody in particular.
    roles[index].has(.indefinite)
      ? description(index) ?? pronoun(index) : pronoun(index) ?? description(index)
  }

  private func name(_ number: Int) -> Nominal? {
    let run = runs[number]
    guard run.entity >= 0, !run.isAttributive else { return nil }
    // `Snyder spokesman Dave Murray`: the first name only says whose spokesman.
    if let second = named(after: run.tokens.upperBound) {
      var nominal = name(second)
      nominal?.tokens = run.start..<runs[second].tokens.upperBound
      nominal?.isDescribed = true
      return nominal
    }
    let last = run.tokens.upperBound - 1
    let role = roles[last]
    if run.tokens.count == 1, Self.anybody.contains(passage.tokens[last].folded) {
      return Nominal(kind: .indefinite, tokens: run.tokens, head: last, roles: role)
    }
    // In German every noun has a capital letter.
    if run.tokens.count == 1, !run.hasTitle, !role.has(.anyGiven),
      let kind = nounKind(role), capitalisesNouns || role.has([.man, .woman, .person])
    {
      let isDetermined =
        run.start > 0
        && roles[run.start - 1].has(.determiner)
      return Nominal(
        kind: kind, tokens: run.start..<run.tokens.upperBound, head: last, roles: role,
        isPossessive: run.isPossessive, hasDeterminer: isDetermined)
    }
    var sex: WordRole = []
    for index in run.start...run.tokens.lowerBound { sex.formUnion(roles[index]) }
    return Nominal(
      kind: .name, tokens: run.start..<run.tokens.upperBound, head: last, run: number, roles: sex,
      isPossessive: run.isPossessive)
  }

  /// Index of the run that a noun for a person, a few words after a name, describes.
  private func named(after end: Int) -> Int? {
    var index = end
    while index < passage.tokens.count, index < end + 5, passage.tokens[index].kind == .word,
      !roles[index].has(.anyArticle),
      !roles[index].has([.saying, .auxiliary, .preposition, .conjunction, .modal])
        || roles[index].has(.personNoun)
    {
      if index > end, let next = runs.run(startingAt: index), runs[next].entity >= 0,
        !runs[next].isAttributive,
        roles[index - 1].has(.personNoun)
      {
        return next
      }
      index += 1
    }
    return nil
  }

  private func pronoun(_ index: Int) -> Nominal? {
    let role = roles[index]
    let kind: Nominal.Kind
    if role.has(.pronoun), !role.has(.anyArticle) || passage.tokens[index].folded == "il" {
      kind = .pronoun
    } else if role.has(.firstPerson) {
      kind = .firstPerson
    } else if role.has(.secondPerson) {
      kind = .secondPerson
    } else if role.has(.indefinite) || Self.anybody.contains(passage.tokens[index].folded) {
      kind = .indefinite
    } else {
      return nil
    }
    return Nominal(kind: kind, tokens: index..<index + 1, head: index, roles: role)
  }

  /// Nouns that name nobody in particular.
  private static let anybody: Set<String> = [
    "people", "folk", "folks", "gens", "leute", "gente", "mensen", "люди",
  ]

  /// Words that point back to somebody named before.
  private static let same: Set<String> = [
    "same", "latter", "former", "said", "même", "selbe", "derselbe", "dieselbe", "mismo", "misma",
    "stesso", "stessa", "zelfde", "mesmo", "mesma",
  ]

  /// Pronouns that are objects, before which stands a verb.
  private static let objects: Set<String> = ["him", "them", "me", "us", "themselves", "himself"]

  /// Words before a noun besides articles and possessives of the third person.
  private static let determiners: Set<String> = [
    "this", "another", "one", "some", "every", "each", "many", "certain", "my", "our", "your",
    "dieser", "jener", "mein", "unser", "ce", "cet", "cette", "mon", "notre", "un", "uno",
  ]

  /// Those of them that mean who was quoted last.
  private static let again = same.subtracting(["latter", "former", "said"])

  private func nounKind(_ role: WordRole) -> Nominal.Kind? {
    if role.has(.personNoun) { return .person }
    if role.has(.collectiveNoun) { return .body }
    if role.has(.writingNoun) { return .document }
    return nil
  }

  /// An article or possessive, words that describe, and a noun; or a noun alone.
  ///
  /// - Parameter isDetermined: Whether the first token is a possessive name.
  private func description(_ start: Int, isDetermined: Bool = false) -> Nominal? {
    let first = roles[start]
    let tokens = passage.tokens
    let isDeterminer =
      isDetermined || first.has(.determiner)
      || Self.determiners.contains(tokens[start].folded)
    if !isDeterminer {
      guard !tokens[start].isCapital, let kind = nounKind(first),
        !first.has([.saying, .weakSaying, .adverb]),
        // `They insult him, force him to leave`
        start + 1 >= tokens.count || !Self.objects.contains(tokens[start + 1].folded)
      else { return nil }
      return Nominal(kind: kind, tokens: start..<start + 1, head: start, roles: first)
    }
    var head: Int?
    var index = start + 1
    var isPossessed = false
    while index < tokens.count, index <= start + Self.longest, tokens[index].kind == .word,
      passage.spanOfToken[index] < 0
    {
      let role = roles[index]
      // `after her death her son wrote`
      if role.has(.determiner), !tokens[index].isCapital, nounKind(role) == nil {
        if head == nil { return nil }
        break
      }
      if role.has([
        .article, .preposition, .conjunction, .subordinator, .relative, .auxiliary, .modal,
      ])
        && nounKind(role) == nil || role.has(.pronoun)
      {
        break
      }
      if head != nil, role.has([.saying, .weakSaying, .adverb]) { break }
      // `The Weavers’ Congress` is a name.
      if let number = runs.run(startingAt: index), runs[number].tokens.count > 1,
        runs[number].tokens.contains(where: { roles[$0].has(.collectiveNoun) })
      {
        if head == nil { return nil }
        break
      }
      if nounKind(role) != nil,
        !role.has(.ambiguous) || head == nil || tokens[index].isCapital
      {
        head = index
        isPossessed = tokens[index].folded.hasSuffix("'s")
        if isPossessed { break }
      } else if head != nil {
        break
      }
      index += 1
    }
    guard let head, let kind = nounKind(roles[head]) else { return nil }
    // `the historian Carl Berg`: the name speaks, and the noun describes it.
    if !isPossessed, kind == .person, head + 1 < tokens.count,
      let number = runs.run(startingAt: head + 1), runs[number].entity >= 0
    {
      var named = name(number)
      named?.tokens = start..<runs[number].tokens.upperBound
      named?.roles.formUnion(roles[head])
      named?.isDescribed = true
      return named
    }
    // `The same author` means somebody named before.
    let isSame = (start..<head).contains { Self.same.contains(tokens[$0].folded) }
    let pointsBack =
      kind == .person && (start..<head).contains { Self.again.contains(tokens[$0].folded) }
    return Nominal(
      kind: isSame ? .indefinite : kind, tokens: start..<head + 1, head: head, roles: roles[head],
      isPossessive: isPossessed, hasDeterminer: true, pointsBack: pointsBack)
  }
}

extension [NameRun] {
  /// Index of the run that begins, title included, at a token.
  func run(startingAt token: Int) -> Int? {
    let index = partition { $0.start >= token }
    return index < count && self[index].start == token ? index : nil
  }
}
