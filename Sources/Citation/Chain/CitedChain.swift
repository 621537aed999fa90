// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TextFolding

/// The sources that a reference names, from the origin of the words to the text that was read.
struct CitedChain {
  /// Who says the words; `nil` if that is the author of the origin, or unknown.
  var speaker: Person?
  /// The work the words come from; `nil` if unknown.
  var origin: CitedFacts?
  /// The works that quote the words, each quoted in the next; the last is the passage that was
  /// read.
  var carriers: [CitedFacts] = []
  /// Whether the attribution was inferred rather than stated.
  var isInferred = false
  /// The day on which the last source was read; `nil` if the reference does not give it.
  var accessed: AccessDate?

  /// Creates the chain for the passage itself.
  init(_ passage: Passage, _ work: Work) {
    origin = CitedFacts(work, passage)
  }

  /// Creates the chain for a quotation in a passage.
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

  /// The source that the reader actually has.
  var last: CitedFacts? { carriers.last ?? origin }

  /// Joins the speaker, the origin and the carriers, with `quotedIn` before each carrier.
  func joined(
    quotedIn: String, speaker name: (Person) -> String, _ source: (CitedFacts) -> FormattedText
  ) -> FormattedText {
    var links =
      [speaker.map { FormattedText(name($0)) }, origin.map(source)].compactMap(\.self)
      + carriers.map(source)
    // If neither speaker nor origin is known, the text begins with the source that quotes the
    // words.
    let isKnown = speaker != nil || origin != nil
    for index in links.indices where index > 0 || !isKnown {
      links[index] = "\(quotedIn) \(links[index])"
    }
    return links.joinedByCommas
  }
}

extension Person {
  /// Whether two names can belong to one person: same family name, no conflicting initial.
  fileprivate func isSame(_ other: Person) -> Bool {
    guard shortName.lowercased() == other.shortName.lowercased() else { return false }
    guard let mine = given?.first, let others = other.given?.first else { return true }
    return mine == others
  }
}
