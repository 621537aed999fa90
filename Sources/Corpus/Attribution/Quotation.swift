// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A work that a text refers to, with only the details that the text gives.
package struct NamedSource: Sendable, Hashable {
  /// Names of the authors, each as `Given Family`.
  package var authors: [String]
  /// Title, without a volume number.
  package var title: String?
  /// Title of the book or journal that contains the work.
  package var container: String?
  /// Editors named, whether of the container or of the work itself.
  package var editors: [String]
  /// Volume as printed: `II`, `3`.
  package var volume: String?
  /// Issue number of a journal.
  package var issue: String?
  /// Pages as printed: `69`, `24, 27 and 30–1`.
  package var pages: String?
  /// Any other location within the work: `Section 24`.
  package var division: String?
  /// Year of the edition referred to.
  package var year: Int?
  /// Id of the work, if the library holds it.
  package var work: String?

  package init(
    authors: [String] = [],
    title: String? = nil,
    container: String? = nil,
    editors: [String] = [],
    volume: String? = nil,
    issue: String? = nil,
    pages: String? = nil,
    division: String? = nil,
    year: Int? = nil,
    work: String? = nil
  ) {
    self.authors = authors
    self.title = title
    self.container = container
    self.editors = editors
    self.volume = volume
    self.issue = issue
    self.pages = pages
    self.division = division
    self.year = year
    self.work = work
  }
}

/// A rule that contributed to an attribution, and the words it relied on.
package struct Evidence: Sendable, Hashable {
  /// Name of the rule, as `pamphlet explain` prints it.
  package var rule: String
  /// Range of the words the rule relied on, in code points.
  package var range: Range<Int>
  /// Label of the passage that `range` refers to; `nil` for the passage that carries the evidence.
  package var passage: String?

  package init(rule: String, range: Range<Int>, passage: String? = nil) {
    self.rule = rule
    self.range = range
    self.passage = passage
  }
}

/// Someone else's words, quoted in a passage.
package struct Quotation: Sendable, Hashable {
  /// Range in the passage's text, in code points, including the quotation marks.
  package var range: Range<Int>
  /// The quoted words.
  package var text: String
  /// Fullest name that the text gives for the speaker; `nil` if unknown.
  package var speaker: String?
  /// The speaker as printed next to the words: `he`, `Brinton`, `one historian`.
  package var printedSpeaker: String?
  /// Work that the words come from; `nil` if unknown.
  package var source: NamedSource?
  /// Works through which the words reached this text, nearest to the source first.
  package var via: [NamedSource]
  /// Number of the note that gives the source.
  package var note: String?
  /// Whether the attribution was stated or inferred.
  package var basis: Basis
  /// Probability that the speaker is right, from 0 to 1; `nil` if there is no speaker or none was
  /// computed.
  package var confidence: Double?
  /// Evidence for the attribution.
  package var evidence: [Evidence]

  package init(
    range: Range<Int>,
    text: String,
    speaker: String? = nil,
    printedSpeaker: String? = nil,
    source: NamedSource? = nil,
    via: [NamedSource] = [],
    note: String? = nil,
    basis: Basis,
    confidence: Double? = nil,
    evidence: [Evidence] = []
  ) {
    self.range = range
    self.text = text
    self.speaker = speaker
    self.printedSpeaker = printedSpeaker
    self.source = source
    self.via = via
    self.note = note
    self.basis = basis
    self.confidence = confidence
    self.evidence = evidence
  }
}

/// A reference to a work, with or without a quotation.
package struct Reference: Sendable, Hashable {
  /// Range of the reference in the passage's text, in code points.
  package var range: Range<Int>
  /// The reference as printed.
  package var text: String
  /// The work referred to, with forms such as `ibid.` resolved.
  package var source: NamedSource
  /// Works through which the source is cited, nearest to the source first.
  package var via: [NamedSource]
  /// Whether the resolution was stated or inferred.
  package var basis: Basis
  /// Probability that the resolution is right, from 0 to 1; `nil` if none was computed.
  package var confidence: Double?
  /// Evidence for the resolution.
  package var evidence: [Evidence]
  /// Contradiction within the reference, showing both readings; `nil` if there is none.
  package var conflict: String?

  package init(
    range: Range<Int>,
    text: String,
    source: NamedSource,
    via: [NamedSource] = [],
    basis: Basis,
    confidence: Double? = nil,
    evidence: [Evidence] = [],
    conflict: String? = nil
  ) {
    self.range = range
    self.text = text
    self.source = source
    self.via = via
    self.basis = basis
    self.confidence = confidence
    self.evidence = evidence
    self.conflict = conflict
  }
}
