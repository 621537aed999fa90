// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

extension Quotation: APIObject, ReadableTable {
  package static let schemaName = "Quotation"
  package static let about = "Words of somebody else, quoted in a passage."

  package static var empty: Quotation { Quotation(range: 0..<0, text: "", basis: .inferred) }

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.member(
      "range", \.range, "The range in the passage's text with quotation marks, in code points.",
      isKey: true)
    visitor.member("text", \.text, "The quoted words.", isKey: true)
    visitor.member(
      "speaker", \.speaker, "Who says them: the fullest name in the text.")
    visitor.member(
      "printed_speaker", \.printedSpeaker, "The speaker as printed next to the words.")
    visitor.member("source", \.source, "The work that the words are from.")
    visitor.member(
      "via", \.via, "The works through which the words came, the one nearest to the source first.")
    visitor.member("note", \.note, "The number of the note that gives the source.")
    visitor.member("basis", \.basis, "Whether the attribution is stated or inferred.")
    visitor.confidence(
      \.confidence,
      "The probability that the speaker is right, to two decimals; null if there is no speaker.")
    visitor.member("evidence", \.evidence, "What the attribution rests on.")
  }
}

extension Reference: APIObject, ReadableTable {
  package static let schemaName = "Reference"
  package static let about = "A reference that a passage makes to a work, resolved."

  package static var empty: Reference {
    Reference(range: 0..<0, text: "", source: NamedSource(), basis: .inferred)
  }

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.member(
      "range", \.range, "The range of the reference in the passage's text, in code points.",
      isKey: true)
    visitor.member("text", \.text, "The reference as printed.", isKey: true)
    visitor.member("source", \.source, "The work it names.")
    visitor.member(
      "via", \.via, "The works through which it came, the one nearest to the source first.")
    visitor.member("basis", \.basis, "Whether the resolution is stated or inferred.")
    visitor.confidence(
      \.confidence,
      "The probability that the resolution is right, to two decimals; null if it is unknown.")
    visitor.member("evidence", \.evidence, "What the resolution rests on.")
    visitor.member(
      "conflict", \.conflict,
      "A contradiction within the reference, with both readings; null if there is none.")
  }
}

extension Evidence: APIObject, ReadableTable {
  package static let schemaName = "Evidence"
  package static let about = "What a rule of attribution relied on."

  package static var empty: Evidence { Evidence(rule: "", range: 0..<0) }

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.member(
      "rule", \.rule, "The name of the rule, as `pamphlet rules` lists it.", isKey: true)
    visitor.member("range", \.range, "The range it relied on, in code points.", isKey: true)
    visitor.optional(
      "passage", \.passage,
      "The label of the passage that contains the words, if it is another one.")
  }
}

extension NamedSource: APIObject, ReadableTable {
  package static let schemaName = "NamedSource"
  package static let about = "A work as far as a text identifies it."

  package static var empty: NamedSource { NamedSource() }

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.member("authors", \.authors, "The names of the authors, given names first.")
    visitor.member("title", \.title, "The title, without a volume number.")
    visitor.member("container", \.container, "The book or journal that contains it.")
    visitor.member(
      "editors", \.editors, "The named editors, of the container or of the work.")
    visitor.member("volume", \.volume, "The volume as named: `II`, `3`.")
    visitor.member("issue", \.issue, "The number of an issue of a journal.")
    visitor.member("pages", \.pages, "The pages as named: `69`, `24, 27 and 30–1`.")
    visitor.member("division", \.division, "A place other than a page: Section 24.")
    visitor.member("year", \.year, "The year of the edition.")
    visitor.member("work", \.work, "The id of the work, if it is in the library.")
  }
}

extension MemberVisitor {
  /// The member `confidence`; a number that is no probability is read as unknown.
  @inline(__always)
  fileprivate mutating func confidence(
    _ path: WritableKeyPath<Object, Double?>, _ about: StaticString
  ) {
    member(
      "confidence", about, get: { $0[keyPath: path]?.confidenceShown },
      set: { object, value in
        object[keyPath: path] = value.flatMap { (0...1).contains($0) ? $0 : nil }
      })
  }
}

extension Double {
  /// The probability rounded to two decimals, as answers show it.
  package var confidenceShown: Double { (self * 100).rounded() / 100 }
}
