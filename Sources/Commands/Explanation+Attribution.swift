// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Answers
import Attribution
import Corpus

extension Explanation {
  /// Adds the lines about a quotation: each fact with its rules and the words that they rest on.
  mutating func explain(_ quotation: Quotation, _ number: Int, in text: [Unicode.Scalar]) {
    add(
      "quotation \(number)",
      "“\(Self.shortened(quotation.text))”  \(Self.mark(quotation.basis, quotation.confidence))")
    if let speaker = quotation.speaker {
      let printed = quotation.printedSpeaker.flatMap { $0 == speaker ? nil : ", printed “\($0)”" }
      add("  speaker", speaker + (printed ?? ""))
    } else {
      add("  speaker", "unknown")
    }
    if let source = quotation.source { add("  from", Self.text(source)) }
    for via in quotation.via { add("  through", Self.text(via)) }
    if let note = quotation.note { add("  note", note) }
    explain(quotation.evidence, in: text)
    for weighing in weighed where weighing.range == quotation.range { explain(weighing) }
  }

  /// Most candidates, and most features of each, that are shown.
  private static let shown = (candidates: 3, features: 6)

  /// Adds a line about each of the likeliest speakers: `Lund: cue-before, score 0.97, right in 0.94; …`.
  private mutating func explain(_ weighing: SpeakerWeighing) {
    for candidate in weighing.candidates.prefix(Self.shown.candidates) {
      let features = candidate.features.prefix(Self.shown.features)
        .map { "\($0.name) \(Self.number($0.value)) (\(Self.signed($0.effect)))" }
      let name = candidate.name.isEmpty ? "nobody who is named" : candidate.name
      add(
        "  weighed",
        "\(name): \(candidate.pattern), score \(Double(candidate.score).confidenceShown), right in "
          + "\(Double(candidate.confidence).confidenceShown); " + features.joined(separator: ", "))
    }
  }

  private static func number(_ value: Float) -> String {
    let rounded = Double(value).confidenceShown
    return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
  }

  private static func signed(_ value: Float) -> String {
    let rounded = Double(value).confidenceShown
    return rounded < 0 ? "−\(-rounded)" : "+\(rounded)"
  }

  /// Adds the lines about a reference.
  mutating func explain(_ reference: Reference, in text: [Unicode.Scalar]) {
    add(
      "reference",
      "“\(Self.shortened(reference.text))”  \(Self.mark(reference.basis, reference.confidence))")
    add("  to", Self.text(reference.source))
    for via in reference.via { add("  through", Self.text(via)) }
    if let conflict = reference.conflict { add("  conflict", conflict) }
    explain(reference.evidence, in: text)
  }

  private mutating func explain(_ evidence: [Evidence], in text: [Unicode.Scalar]) {
    var seen: Set<String> = []
    for evidence in evidence {
      var line = evidence.rule
      if let passage = evidence.passage {
        line += ", in \(passage)"
      } else if !evidence.range.isEmpty, evidence.range.upperBound <= text.count {
        var words = String.UnicodeScalarView()
        words.append(contentsOf: text[evidence.range])
        line += ": “\(Self.shortened(String(words)))”"
      }
      if seen.insert(line).inserted { add("  by", line) }
    }
  }

  /// A source in one line: authors, title, places.
  static func text(_ source: NamedSource) -> String {
    var parts = source.authors
    if let title = source.title { parts.append(title) }
    if let container = source.container { parts.append("in \(container)") }
    if !source.editors.isEmpty { parts.append("ed. \(source.editors.joined(separator: " and "))") }
    if let volume = source.volume { parts.append("vol. \(volume)") }
    if let issue = source.issue { parts.append("no. \(issue)") }
    if let year = source.year { parts.append(String(year)) }
    if let pages = source.pages { parts.append("p. \(pages)") }
    if let division = source.division { parts.append(division) }
    if let work = source.work { parts.append("held as \(work)") }
    return parts.isEmpty ? "unknown" : parts.joined(separator: ", ")
  }

  /// What a fact rests on, with its probability if one is known: `[inferred, 0.91]`.
  private static func mark(_ basis: Basis, _ confidence: Double?) -> String {
    "[\(basis.rawValue)\(confidence.map { ", \($0.confidenceShown)" } ?? "")]"
  }

  private static func shortened(_ text: String) -> String {
    text.count <= 72 ? text : "\(text.prefix(48))… \(text.suffix(20))"
  }

  private mutating func add(_ name: String, _ value: String) {
    lines.append(name + String(repeating: " ", count: max(1, 12 - name.count)) + value)
  }
}
