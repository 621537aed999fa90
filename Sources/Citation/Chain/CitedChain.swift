// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TextFolding

/// What a reference names, one after the other: the words' own source, and those that carried them.
struct CitedChain {
  /// Who says the words, where that is not the author of the source.
  var speaker: Person?
  /// Where the words stand first; `nil` if that is not known.
  var origin: CitedFacts?
  /// The works in which they are quoted, each in the next; the last is the passage that was read.
  var carriers: [CitedFacts] = []
  /// Whether who says the words was concluded and not read.
  var isInferred = false

  /// A passage by itself.
  init(_ passage: Passage, _ work: Work) {
    origin = CitedFacts(work, passage)
  }

  /// The words of another that a passage quotes.
  init(
    _ quotation: Quotation, number: Int, from passage: Passage, in work: Work, held: [String: Work]
  ) {
    let key = "\(passage.id)-q\(number)"
    func facts(_ source: NamedSource, _ id: String) -> CitedFacts? {
      let facts = CitedFacts(source, id: id, held: source.work.flatMap { held[$0] })
      return facts.isCitable ? facts : nil
    }
    origin = quotation.source.flatMap { facts($0, key) }
    speaker = quotation.speaker.map { Person(parsing: $0) }
    if let name = speaker, origin?.authors.contains(where: name.isSame) ?? false { speaker = nil }
    carriers =
      quotation.via.enumerated().compactMap { index, source in
        source.work == work.id ? nil : facts(source, "\(key)-via\(index + 1)")
      } + [CitedFacts(work, passage)]
    isInferred = quotation.basis == .inferred
  }

  /// The source that the reader has before them.
  var last: CitedFacts? { carriers.last ?? origin }

  /// The chain in a style's words: the speaker, the origin, and each carrier behind `quotedIn`.
  func joined(
    quotedIn: String, speaker name: (Person) -> String, _ source: (CitedFacts) -> String
  ) -> String {
    var links = [speaker.map(name), origin.map(source)].compactMap(\.self) + carriers.map(source)
    // Words that are quoted from nobody who is known begin with what quotes them.
    let isKnown = speaker != nil || origin != nil
    for index in links.indices where index > 0 || !isKnown {
      links[index] = "\(quotedIn) \(links[index])"
    }
    return links.dropFirst().reduce(links.first ?? "") { $0.followed(by: ", ", $1) }
  }
}

extension Person {
  /// Whether two names may be of one person: the family name, and no initial that differs.
  fileprivate func isSame(_ other: Person) -> Bool {
    guard shortName.lowercased() == other.shortName.lowercased() else { return false }
    guard let mine = given?.first, let others = other.given?.first else { return true }
    return mine == others
  }
}
