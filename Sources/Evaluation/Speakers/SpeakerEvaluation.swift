// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Attribution
import FoundationEssentials

/// Trains on labelled quotations and measures how often the speaker is right.
package struct SpeakerEvaluation {
  private struct Tally {
    var quotations = 0
    var found = 0
    var decidable = 0
  }

  private var examples: [SpeakerTraining.Example] = []
  private var labels: [SpeakerLabel] = []
  private var tallies: [(origin: LabelOrigin, tally: Tally)] = []

  package init() {}

  /// Adds the labels of an origin.
  ///
  /// - Parameters:
  ///   - lines: Contents of the file of labels.
  ///   - read: Reads a file of texts by its name; `nil` if it cannot be read.
  package mutating func add(
    _ origin: LabelOrigin, lines: String, read: (String) throws -> LabelledText?
  ) throws {
    var tally = Tally()
    var files: [(name: String, labels: [SpeakerLabel])] = []
    var positions: [String: Int] = [:]
    for (number, label) in try SpeakerLabel.labels(lines).enumerated() {
      if case .paragraphs(let paragraphs, _, let language) = label.place {
        add([label], of: LabelledText(paragraphs, language: language), origin, number, &tally)
      } else if let position = positions[label.file] {
        files[position].labels.append(label)
      } else {
        positions[label.file] = files.count
        files.append((label.file, [label]))
      }
    }
    for (name, labels) in files {
      guard let text = try read(name) else { continue }
      add(labels, of: text, origin, Self.group(name), &tally)
    }
    tallies.append((origin, tally))
  }

  private mutating func add(
    _ labels: [SpeakerLabel], of text: LabelledText, _ origin: LabelOrigin, _ group: Int,
    _ tally: inout Tally
  ) {
    for (label, quotation) in text.quotations(labels) {
      tally.quotations += 1
      if label.isSpeech, label.isDecidable, !label.names.isEmpty { tally.decidable += 1 }
      guard let quotation else { continue }
      tally.found += 1
      let verdict = label.verdict
      examples.append(
        SpeakerTraining.Example(
          origin: origin.origin, group: group, quotation: quotation,
          isRight: quotation.names.map { label.isSpeech && verdict.accepts($0) }))
      self.labels.append(label)
    }
  }

  /// A number for a name that is the same in every run.
  private static func group(_ name: String) -> Int {
    let last = name.split(separator: "/").last ?? ""
    return last.utf8.reduce(5381) { ($0 &* 33 &+ Int($1)) & 0x7fff_ffff }
  }

  /// Trains, and judges each example by weights that have not seen it.
  package func train() -> SpeakerTraining { SpeakerTraining(examples) }

  /// The head of the file of weights: from what they were made.
  package var provenance: [String] {
    ["Weights for speakers, made by `Scripts/evaluate speakers --write`; do not edit."]
      + tallies.map { origin, tally in
        let use = origin.origin.weight > 0 ? "trained and calibrated on" : "calibrated on"
        return "\(use) \(origin.origin.name): \(tally.found) quotations, \(origin.licence)"
      }
  }

  /// A Markdown table of precision and recall at some floors, with 95 % intervals.
  package func table(_ training: SpeakerTraining, floors: [Double]) -> String {
    var text = "| labels | floor | right of named | right of decidable | wrong of all |\n"
    text += "| --- | --- | --- | --- | --- |\n"
    for (origin, tally) in tallies {
      let outcomes = training.outcomes.filter { examples[$0.example].origin == origin.origin }
      for floor in floors {
        let named = outcomes.filter { Double($0.confidence) >= floor }
        let right = named.filter(\.isRight)
        let decidable = right.count { labels[$0.example].isDecidable }
        let cells = [
          origin.origin.name, Report.decimals(floor, 2),
          Proportion(right.count, of: named.count).description,
          Proportion(decidable, of: tally.decidable).description,
          Proportion(named.count - right.count, of: tally.quotations).description,
        ]
        text += "| \(cells.joined(separator: " | ")) |\n"
      }
    }
    return text
  }

  /// A Markdown table of how many of those named at a floor are right, by pattern and labels.
  package func patterns(_ training: SpeakerTraining, floor: Double) -> String {
    let named = training.outcomes.filter { Double($0.confidence) >= floor }
    let origins = tallies.map(\.origin)
    var text = "| pattern | \(origins.map(\.origin.name).joined(separator: " | ")) |\n"
    text += "| --- |" + String(repeating: " --- |", count: origins.count) + "\n"
    for (pattern, outcomes) in Dictionary(grouping: named, by: \.pattern).sorted(by: {
      $0.key < $1.key
    }) {
      let cells = origins.map { origin in
        let some = outcomes.filter { examples[$0.example].origin == origin.origin }
        return some.isEmpty ? "–" : "\(some.count(where: \.isRight))/\(some.count)"
      }
      text += "| \(pattern) | \(cells.joined(separator: " | ")) |\n"
    }
    return text
  }

  /// What is named wrongly from a floor on, and what is not named although a candidate is right, a line
  /// each: origin, label, `wrong` or `silent`, pattern, probability, the candidate, the speaker, the
  /// other candidates.
  package func errors(_ training: SpeakerTraining, floor: Double) -> String {
    training.outcomes.compactMap { outcome in
      let example = examples[outcome.example]
      let label = labels[outcome.example]
      let isNamed = Double(outcome.confidence) >= floor
      guard isNamed ? !outcome.isRight : label.isDecidable && example.isRight.contains(true) else {
        return nil
      }
      let speaker = label.names.first ?? (label.isSpeech ? "nobody" : "no speech")
      // Whom else the text offers is the first question about an error.
      let others = Set(example.quotation.names).subtracting([outcome.name, ""]).sorted()
      let cells = [
        example.origin.name, label.id, isNamed ? "wrong" : "silent", outcome.pattern,
        Report.decimals(Double(outcome.confidence), 2), outcome.name, speaker,
        others.joined(separator: ", "),
      ]
      return cells.joined(separator: "\t") + "\n"
    }.joined()
  }
}
