// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

extension CandidateReader {
  /// Number of nominals back to which a pronoun can refer.
  private static let antecedents = 8
  /// Number of nominals of any kind that are looked at for them.
  private static let lookedAt = 64

  /// Number of sentences back that counts for all farther ones, and for the passage before.
  private static let farthest = 6

  /// Adds whom a pronoun can mean: the nominals before it that agree in sex and number.
  func resolve(
    _ pronoun: Nominal, _ number: Int, _ passage: Int, _ pattern: SpeakerPattern, _ link: Link,
    _ features: SpeakerFeatures, _ memory: SpeakerMemory, into candidates: inout [Candidate]
  ) {
    var place = passage
    var index = number - 1
    var seen: Set<String> = []
    var steps = 0
    var looked = 0
    let pronounSentence = view.sentences[passage].index(at: pronoun.tokens.lowerBound) ?? 0
    let tokens = view.passages[passage].tokens
    let range = tokens[pronoun.tokens.lowerBound].range
    var found: [Candidate] = []
    while steps < Self.antecedents, looked < Self.lookedAt {
      looked += 1
      if index < 0 {
        guard place == passage, let before = view.previous(passage) else { break }
        place = before
        index = view.nominals[before].count - 1
        if index < 0 { break }
      }
      let nominal = view.nominals[place][index]
      index -= 1
      guard [.name, .person, .body].contains(nominal.kind) else { continue }
      steps += 1
      let agreement = agreement(pronoun, nominal, place)
      guard agreement > 0 else { continue }
      var antecedent = candidate(nominal, place, .pronoun, link, features)
      guard seen.insert(antecedent.key).inserted else { continue }
      let clauses = view.clauses(place)
      let sentence = view.sentences[place].index(at: nominal.tokens.lowerBound) ?? 0
      describe(nominal, place, clauses, from: 0, into: &antecedent.features)
      antecedent.features[.region] = features[.region]
      antecedent.features.set(.isAntecedent, true)
      antecedent.features[.agreement] = Float(agreement)
      antecedent.features[.rank] = Float(found.count)
      antecedent.features[.sentences] =
        place == passage
        ? Float(min(Self.farthest, pronounSentence - sentence)) : Float(Self.farthest)
      antecedent.features.set(.paragraphs, place != passage)
      antecedent.features.set(.isLastSpeaker, memory.speaker?.candidate.key == antecedent.key)
      antecedent.range = range
      antecedent.passage = passage
      antecedent.printed = tokens[pronoun.head].folded
      found.append(antecedent)
    }
    let rivals = found.count - 1
    preferSubjects(&found, isHe: pronoun.roles.has(.he))
    for place in found.indices {
      found[place].features[.rank] = Float(place)
      found[place].features[.rivals] = Float(rivals)
      if candidates.count < Self.most { candidates.append(found[place]) }
    }
  }

  /// Number of passages back to which `the same author` can refer.
  private static let reach = 6

  /// The speaker of the quotation before, whom `the same author` means.
  func again(
    _ nominal: Nominal, _ passage: Int, _ link: Link, _ features: SpeakerFeatures,
    _ memory: SpeakerMemory
  ) -> Candidate? {
    guard let last = memory.speaker, passage - last.passage <= Self.reach else { return nil }
    var candidate = candidate(nominal, passage, .pronoun, link, features)
    (candidate.name, candidate.key) = (last.candidate.name, last.candidate.key)
    (candidate.kind, candidate.entityKind) = (last.candidate.kind, last.candidate.entityKind)
    for feature in SpeakerFeature.ofCandidate {
      candidate.features[feature] = last.candidate.features[feature]
    }
    candidate.features.set(.isAntecedent, true)
    candidate.features[.agreement] = 2
    candidate.features[.sentences] = 1
    candidate.features.set(.isLastSpeaker, true)
    return candidate
  }

  /// Leaves out those whom a sentence names beside its subject, `Lund went, like Berg. He said`, and
  /// those farther off than a subject that agrees as well.
  ///
  /// A pronoun takes up the centre of the sentence before, which the subject is most often (Grosz, Joshi
  /// and Weinstein, “Centering”, 1995).
  private func preferSubjects(_ found: inout [Candidate], isHe: Bool) {
    let subjects = found.filter { $0.features[.isSubject] > 0 }
    let places = Set(subjects.map { $0.features[.sentences] })
    found.removeAll {
      $0.features[.isSubject] == 0 && $0.features[.sentences] < Float(Self.farthest)
        && places.contains($0.features[.sentences])
    }
    guard let nearest = subjects.min(by: { $0.features[.sentences] < $1.features[.sentences] }),
      nearest.features[.sentences] < Float(Self.farthest)
    else { return }
    found.removeAll {
      $0.features[.sentences] > nearest.features[.sentences]
        // A name that shows no sex is a man's in most texts.
        && (isHe || $0.features[.agreement] <= nearest.features[.agreement])
    }
  }

  /// 2 if sex and number agree, 1 if the text does not tell, 0 if they differ.
  private func agreement(_ pronoun: Nominal, _ nominal: Nominal, _ passage: Int) -> Int {
    let isHe = pronoun.roles.has(.he) && !pronoun.roles.has(.she)
    let isShe = pronoun.roles.has(.she) && !pronoun.roles.has([.he, .they])
    let isThey = pronoun.roles.has(.they) && !pronoun.roles.has([.he, .she])
    if nominal.run >= 0 {
      let entity = view.table.entities[view.runs[passage][nominal.run].entity]
      switch entity.kind {
      case .body: return isThey ? 2 : 0
      case .document, .place: return 0
      default: break
      }
      if isThey { return 0 }
      switch entity.sex {
      case .man: return isShe ? 0 : isHe ? 2 : 1
      case .woman: return isHe ? 0 : isShe ? 2 : 1
      // Women are named with a given name or a title, in most texts.
      case .unknown: return isShe ? 0 : 1
      }
    }
    if nominal.kind == .body { return isThey ? 2 : view.lexicon.language == "en" ? 0 : 1 }
    let isMan = nominal.roles.has([.man, .titleOfMan])
    let isWoman = nominal.roles.has([.woman, .titleOfWoman])
    if isHe { return isMan ? 2 : isWoman ? 0 : 1 }
    if isShe { return isWoman ? 2 : isMan ? 0 : 1 }
    return 1
  }
}
