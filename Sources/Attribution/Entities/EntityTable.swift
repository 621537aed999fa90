// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// All that a text names, by family name, with what the text shows of each.
struct EntityTable {
  /// How many places of a form are kept.
  private static let placesKept = 64

  private(set) var entities: [Entity] = []
  private var indices: [String: Int] = [:]

  /// Adds the names of a passage and ties the runs to their entities.
  mutating func add(
    _ runs: inout [NameRun], of passage: ReadPassage, _ roles: [WordRole], index: Int,
    words: WordUse
  ) {
    for place in runs.indices {
      let run = runs[place]
      let tokens = passage.tokens
      let name = Self.name(run, passage)
      let first = run.tokens.lowerBound
      let last = run.tokens.upperBound - 1
      let (key, kind) = Self.key(run, passage, roles)
      guard !key.isEmpty else { continue }
      let entity = entity(key)
      runs[place].entity = entity
      entities[entity].count += 1
      if run.opensSentence { entities[entity].opening += 1 }
      let isGiven = roles[first].has(.anyGiven) && !roles[first].has(.ambiguous)
      let isNamed = run.tokens.count > 1 && (isGiven || tokens[first].isInitial)
      if run.hasTitle { entities[entity].titled += 1 }
      if isNamed { entities[entity].given += 1 }
      if kind != .unknown { entities[entity].kind = kind }
      if roles[last].has(.place), !run.hasTitle, !isNamed, entities[entity].kind == .unknown {
        entities[entity].kind = .place
      }
      if words.isSmall(tokens[last].folded) { entities[entity].isAlsoWord = true }
      learnSex(entity, run, roles)
      learnContext(entity, run, passage, roles)
      let isFull = run.tokens.count > 1 && isNamed
      let mayBeFull =
        !isFull && (2...3).contains(run.tokens.count) && !run.opensSentence
        && run.tokens.dropLast().allSatisfy { !words.isSmall(tokens[$0].folded) }
        && run.tokens.allSatisfy { tokens[$0].kind == .word && !roles[$0].has(.notOfName) }
      learnForm(
        entity, name, isFull: isFull, mayBeFull: mayBeFull,
        place: TextReading.place(index, tokens[first].range.lowerBound))
    }
  }

  /// Ties runs of a part of the text to entities that are known.
  func tie(_ runs: inout [NameRun], of passage: ReadPassage, _ roles: [WordRole]) {
    for place in runs.indices {
      runs[place].entity = indices[Self.key(runs[place], passage, roles).key] ?? -1
    }
  }

  /// Key of a run, and what its own words show it to name.
  private static func key(
    _ run: NameRun, _ passage: ReadPassage, _ roles: [WordRole]
  ) -> (key: String, kind: Entity.Kind) {
    let isBody =
      run.tokens.contains { roles[$0].has(.collectiveNoun) && !roles[$0].has(.anyGiven) }
      || isAcronym(passage, run)
    let isDocument =
      !isBody && run.tokens.count > 1 && roles[run.tokens.upperBound - 1].has(.writingNoun)
    guard isBody || isDocument else { return (family(run, passage, roles), .unknown) }
    let name = name(run, passage)
    return (NameReader.fold(name.filter { $0 != " " }), isBody ? .body : .document)
  }

  private mutating func entity(_ key: String) -> Int {
    if let known = indices[key] { return known }
    indices[key] = entities.count
    entities.append(Entity(key: key))
    return entities.count - 1
  }

  private mutating func learnSex(_ entity: Int, _ run: NameRun, _ roles: [WordRole]) {
    var role: WordRole = roles[run.tokens.lowerBound]
    for index in run.start..<run.tokens.lowerBound { role.formUnion(roles[index]) }
    let isMan = role.has(.titleOfMan) || role.has(.givenOfMan) && !role.has(.givenOfWoman)
    let isWoman = role.has(.titleOfWoman) || role.has(.givenOfWoman) && !role.has(.givenOfMan)
    guard isMan != isWoman, run.hasTitle || run.tokens.count > 1 || role.has(.anyGiven) else {
      return
    }
    let sex: Entity.Sex = isMan ? .man : .woman
    if entities[entity].sex == .unknown { entities[entity].sex = sex }
    if entities[entity].sex != sex { entities[entity].isOfBoth = true }
  }

  private mutating func learnContext(
    _ entity: Int, _ run: NameRun, _ passage: ReadPassage, _ roles: [WordRole]
  ) {
    if run.start > 0 {
      let before = roles[run.start - 1]
      if before.has(.anyArticle) { entities[entity].withArticle += 1 }
      if [
        "in", "at", "from", "near", "à", "en", "nach", "aus", "im", "bei", "desde", "da", "в", "из",
      ]
      .contains(passage.tokens[run.start - 1].folded) {
        entities[entity].withPlace += 1
      }
      if before.has([.saying]), !passage.tokens[run.start - 1].isCapital, !run.isPossessive {
        entities[entity].speaking += 1
        return
      }
    }
    var next = run.tokens.upperBound
    while next < roles.count, next < run.tokens.upperBound + 3,
      roles[next].has([.adverb, .auxiliary])
    {
      next += 1
    }
    if next < roles.count, roles[next].has([.saying]), !run.isPossessive {
      entities[entity].speaking += 1
    }
  }

  private mutating func learnForm(
    _ entity: Int, _ name: String, isFull: Bool, mayBeFull: Bool = false, place: Int
  ) {
    if let form = entities[entity].forms.firstIndex(where: { $0.text == name }) {
      entities[entity].forms[form].count += 1
      if mayBeFull { entities[entity].forms[form].mayBeFull = true }
      if entities[entity].forms[form].places.count < Self.placesKept {
        entities[entity].forms[form].places.append(place)
      }
      return
    }
    guard entities[entity].forms.count < Self.placesKept else { return }
    entities[entity].forms.append(
      Entity.Form(text: name, place: place, isFull: isFull, mayBeFull: mayBeFull))
  }

  /// Counts the pronouns that follow a name in a sentence that names nobody else.
  mutating func learnPronouns(
    _ runs: [NameRun], of passage: ReadPassage, _ roles: [WordRole], _ sentences: [Sentence]
  ) {
    var next = 0
    for sentence in sentences {
      var named: Int?
      var isOne = true
      var start = sentence.tokens.upperBound
      while next < runs.count, runs[next].start < sentence.tokens.upperBound {
        let entity = runs[next].entity
        if entity >= 0, entities[entity].kind != .place {
          if named == nil { start = runs[next].tokens.upperBound }
          isOne = isOne && (named == nil || named == entity)
          named = entity
        }
        next += 1
      }
      guard let named, isOne else { continue }
      for index in start..<max(start, sentence.tokens.upperBound)
      where passage.spanOfToken[index] < 0 {
        let role = roles[index]
        // A noun for a person may be who is meant.
        if role.has(.personNoun) { break }
        guard role.has([.he, .she]), !role.has([.they, .article]) else { continue }
        if role.has(.he), !role.has(.she) { entities[named].he += 1 }
        if role.has(.she), !role.has(.he) { entities[named].she += 1 }
        break
      }
    }
  }

  /// Records who wrote the text.
  mutating func add(author name: String) {
    let entity = entity(NameReader.key(name))
    entities[entity].isAuthor = true
    entities[entity].kind = .person
    if name.contains(" ") { learnForm(entity, name, isFull: true, place: 0) }
  }

  /// Settles what each entity is; call it after the last `add`.
  mutating func finish() {
    for index in entities.indices
    where entities[index].kind == .unknown || entities[index].kind == .place {
      let entity = entities[index]
      if entity.titled + entity.given > 0 || entity.isAuthor { entities[index].kind = .person }
    }
    for index in entities.indices where entities[index].sex == .unknown {
      let (he, she) = (entities[index].he, entities[index].she)
      guard he + she >= 3, max(he, she) >= 6 * min(he, she) else { continue }
      entities[index].sex = he > she ? .man : .woman
    }
  }

  /// Whether a folded family name is known for that of a person.
  func isPerson(_ key: String) -> Bool {
    indices[key].map { entities[$0] }.map {
      $0.kind == .person || $0.kind == .unknown && $0.speaking > 0 && !$0.isAlsoWord
    } ?? false
  }

  /// The fullest form of a name: the full form printed last before a place, or else the only one.
  ///
  /// A name with a title stays as it is printed: `Mrs. Lund` need not be `Anna Lund`. So does a name
  /// of which the text has a man and a woman.
  func fullName(_ run: NameRun, in passage: ReadPassage, at place: Int) -> String {
    let printed = Self.name(run, passage, withTitle: true)
    let entity = entities[run.entity]
    guard !run.hasTitle, !entity.isOfBoth, entity.kind != .body, entity.kind != .document else {
      return printed
    }
    let words = printed.split(separator: " ")
    guard words.count == 1 || words[0].hasSuffix(".") else { return printed }
    let initial = words.count > 1 ? words[0].first : nil
    let alone = entity.forms.first { $0.text == printed }
    let full = entity.forms.filter { form in
      form.namesInFull && !form.text.hasPrefix(printed + " ")
        && (initial == nil || form.text.first == initial)
        && !(alone.map { Self.isSomebodyElse(form, than: $0) } ?? false)
    }
    var best: (place: Int, text: String)?
    for form in full {
      guard let last = form.places.last(where: { $0 <= place }) else { continue }
      if best.map({ $0.place < last }) ?? true { best = (last, form.text) }
    }
    if let best { return best.text }
    let later = Set(full.map(\.text))
    if later.count == 1, let only = later.first { return only }
    return printed
  }

  private static func isSomebodyElse(_ full: Entity.Form, than alone: Entity.Form) -> Bool {
    guard let first = full.places.first else { return false }
    return People.isSomebodyElse(
      first: first, count: full.count, alone: alone.places, count: alone.count)
  }

  // MARK: Names

  /// The name of a run as printed, without a possessive ending.
  static func name(
    _ run: NameRun, _ passage: ReadPassage, withTitle: Bool = false
  ) -> String {
    let last = passage.tokens[run.tokens.upperBound - 1]
    let end = last.range.upperBound - (last.folded.hasSuffix("'s") ? 2 : 0)
    return passage.string(
      passage.tokens[withTitle ? run.start : run.tokens.lowerBound].range.lowerBound..<end)
  }

  private static func family(_ run: NameRun, _ passage: ReadPassage, _ roles: [WordRole]) -> String
  {
    var last = run.tokens.upperBound - 1
    while last > run.tokens.lowerBound,
      roles[last].has(.suffix) || passage.tokens[last].kind == .sign
    {
      last -= 1
    }
    var word = passage.tokens[last].folded
    if word.hasSuffix("'s") { word = String(word.dropLast(2)) }
    return NameReader.fold(word)
  }

  private static func isAcronym(_ passage: ReadPassage, _ run: NameRun) -> Bool {
    guard run.tokens.count == 1 else { return false }
    let range = passage.tokens[run.tokens.lowerBound].range
    let letters = passage.text[range].filter { Tokens.isLetter($0) }
    return letters.count >= 2 && letters.count <= 6 && letters.allSatisfy { Tokens.isCapital($0) }
  }
}
