// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Attribution
import Corpus
import Passages

@testable import Extraction

/// A text of a few paragraphs, attributed.
struct SampleText {
  let passages: [Passage]
  let diagnostics: [Diagnostic]

  /// Reads paragraphs: `> ` before a block that is set apart, `^1 ` before a note whose mark `^1`
  /// stands in the text, `# ` before a heading, which is the title of the text as well.
  ///
  /// The floor is low, since a few lines show less of a person than a text does.
  init(
    _ paragraphs: [String], without: Set<AttributionRule> = [], known: [KnownCitation] = [],
    author: String? = nil, language: String? = nil, floor: Double = 0.4
  ) {
    var metadata = Metadata()
    metadata.language = language.map { Attributed($0, .stated, rule: "test") }
    metadata.people =
      author.map { name in
        let person = Person(name: name, family: nil, given: nil)
        return [Attributed(person, .stated, rule: "test")]
      } ?? []
    var passages: [Passage] = []
    var section: [String] = []
    var lastBody: String?
    for (index, paragraph) in paragraphs.enumerated() {
      if paragraph.hasPrefix("# ") {
        section = [String(paragraph.dropFirst(2))]
        metadata.title = metadata.title ?? Attributed(section[0], .stated, rule: "test")
        continue
      }
      var label = "p\(index + 1)"
      var kind = Passage.Kind.body
      var text = paragraph
      var note: String?
      if paragraph.hasPrefix("> ") {
        kind = .quotation
        text = String(paragraph.dropFirst(2))
      } else if paragraph.hasPrefix("^"), let space = paragraph.firstIndex(of: " ") {
        note = String(paragraph[paragraph.index(after: paragraph.startIndex)..<space])
        kind = .note
        label = "n\(note ?? "")"
        text = String(paragraph[paragraph.index(after: space)...])
      } else {
        lastBody = label
      }
      let (bare, marks) = Self.marks(text)
      var passage = Passage(
        work: "sample", label: label, kind: kind, text: bare, ordinal: passages.count,
        section: section)
      passage.note = note
      passage.belongsTo = kind == .quotation ? lastBody : nil
      passage.notes = marks.map { number, offset in
        AttachedNote(
          number: number, offset: offset, text: "", label: "n\(number)", printed: number,
          basis: .stated)
      }
      passages.append(passage)
    }
    if let divided = Self.turns(in: passages, of: metadata) { passages = divided }
    diagnostics = Attribution(without: without, known: known, floor: floor)
      .attribute(&passages, of: metadata)
    self.passages = passages
  }

  /// The passages of a text in which speakers are labelled, or the sources of quotations; `nil` for
  /// any other.
  private static func turns(in passages: [Passage], of metadata: Metadata) -> [Passage]? {
    guard passages.allSatisfy({ $0.kind != .note && $0.section.isEmpty }) else { return nil }
    var text = ExtractedText(metadata: metadata)
    text.blocks = passages.map {
      Block($0.kind == .quotation ? .quotation : .paragraph, $0.text, line: $0.line)
    }
    Turns.mark(&text)
    guard text.blocks.contains(where: { $0.speaker != nil || $0.text.hasPrefix("—") }) else {
      return nil
    }
    return Segmentation(text, work: "sample").passages
  }

  /// The text without the marks of notes, and the marks.
  private static func marks(_ text: String) -> (String, [(String, Int)]) {
    var bare = ""
    var marks: [(String, Int)] = []
    var rest = text[...]
    while let caret = rest.firstIndex(of: "^") {
      bare += rest[..<caret]
      let number = rest[rest.index(after: caret)...].prefix(while: \.isNumber)
      marks.append((String(number), bare.unicodeScalars.count))
      rest = rest[number.endIndex...]
    }
    return (bare + rest, marks)
  }

  /// All quotations, in order.
  var quotations: [Quotation] { passages.flatMap(\.quotations) }
  /// All references, in order.
  var references: [Reference] { passages.flatMap(\.references) }
  /// The names of all rules that applied.
  var rules: Set<String> {
    Set(quotations.flatMap(\.evidence).map(\.rule) + references.flatMap(\.evidence).map(\.rule))
  }
  /// Speakers, authors and titles that were found.
  var finds: Set<String> {
    var finds = Set(quotations.compactMap(\.speaker))
    for source in references.flatMap({ [$0.source] + $0.via }) {
      finds.formUnion(source.authors)
      if let title = source.title { finds.insert(title) }
    }
    return finds
  }
}
