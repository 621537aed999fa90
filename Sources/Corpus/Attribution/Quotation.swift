// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A source that a text names: somebody's work, or as much of it as is named.
package struct NamedSource: Sendable, Hashable {
  /// The names of the authors, as `Given Family`.
  package var authors: [String]
  /// The title, without a volume number.
  package var title: String?
  /// The book or journal that it stands in.
  package var container: String?
  /// The editors that are named: of the container, or of the work.
  package var editors: [String]
  /// The volume as named: `II`, `3`.
  package var volume: String?
  /// The number of an issue.
  package var issue: String?
  /// The pages as named: `69`, `24, 27 and 30–1`.
  package var pages: String?
  /// Another place in the work: `Section 24`.
  package var division: String?
  /// The year of the edition that is named.
  package var year: Int?
  /// The id of the work, if the library holds it.
  package var work: String?

  /// Creates a source from the parts that are known.
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

/// What a rule saw: its name and the words it rests on.
package struct Evidence: Sendable, Hashable {
  /// The name of the rule.
  package var rule: String
  /// The code points that the rule rests on.
  package var range: Range<Int>
  /// The label of the passage in which they stand; `nil` if it is the passage itself.
  package var passage: String?

  /// Creates evidence.
  package init(rule: String, range: Range<Int>, passage: String? = nil) {
    self.rule = rule
    self.range = range
    self.passage = passage
  }
}

/// Words of another, quoted in a passage.
package struct Quotation: Sendable, Hashable {
  /// The code points of the passage's text, quotation marks included.
  package var range: Range<Int>
  /// The quoted words.
  package var text: String
  /// Who says them, by the fullest name that the text gives.
  package var speaker: String?
  /// The speaker as printed beside the words: `he`, `Brinton`, `one historian`.
  package var printedSpeaker: String?
  /// Where they stand.
  package var source: NamedSource?
  /// The works they came through, nearest to the source first.
  package var via: [NamedSource]
  /// The number of the note that gives the source.
  package var note: String?
  /// Whether the attribution is read or concluded.
  package var basis: Basis
  /// What the attribution rests on.
  package var evidence: [Evidence]

  /// Creates a quotation.
  package init(
    range: Range<Int>,
    text: String,
    speaker: String? = nil,
    printedSpeaker: String? = nil,
    source: NamedSource? = nil,
    via: [NamedSource] = [],
    note: String? = nil,
    basis: Basis,
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
    self.evidence = evidence
  }
}

/// A reference that a passage makes to a work, with or without a quotation.
package struct Reference: Sendable, Hashable {
  /// The code points of the passage's text that make the reference.
  package var range: Range<Int>
  /// The reference as printed.
  package var text: String
  /// The work it names, resolved.
  package var source: NamedSource
  /// The works it came through, nearest to the source first.
  package var via: [NamedSource]
  /// Whether the resolution is read or concluded.
  package var basis: Basis
  /// What the resolution rests on.
  package var evidence: [Evidence]
  /// What in the reference contradicts itself, with both readings; `nil` if nothing does.
  package var conflict: String?

  /// Creates a reference.
  package init(
    range: Range<Int>,
    text: String,
    source: NamedSource,
    via: [NamedSource] = [],
    basis: Basis,
    evidence: [Evidence] = [],
    conflict: String? = nil
  ) {
    self.range = range
    self.text = text
    self.source = source
    self.via = via
    self.basis = basis
    self.evidence = evidence
    self.conflict = conflict
  }
}
