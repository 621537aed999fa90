// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Attribution
import Corpus
import Testing

@testable import Evaluation

struct SpeakerEvaluationTests {
  private static let source = """
    Anna Lund wrote: “The mills
    were never ours.” The word “mill” is old.
    """

  private var text: LabelledText {
    var metadata = Metadata()
    metadata.language = Attributed("en", .stated, rule: "test")
    let passage = Passage(
      work: "w", label: "p1", kind: .body,
      text: "Anna Lund wrote: “The mills were never ours.” The word “mill” is old.", ordinal: 0)
    return LabelledText(passages: [passage], metadata: metadata, source: Self.source)
  }

  @Test func `a label finds its quotation by its place, whatever breaks the lines`() throws {
    let labels = try SpeakerLabel.labels(
      #"{"id": "a", "file": "a.txt", "start": 17, "end": 45, "speaker": "Anna Lund"}"#)
    let found = text.quotations(labels)
    #expect(found.count == 1)
    #expect(found.first?.quotation?.range == 17..<45)
    #expect(found.first?.quotation?.names.contains("Anna Lund") == true)
  }

  @Test func `a label finds its quotation by first words beside a citation`() throws {
    let labels = try SpeakerLabel.labels(
      #"{"file": "a.txt", "quotes": ["The mills were", "mill"], "citation": "is old", "speaker": ["Lund", null]}"#
    )
    #expect(labels.map(\.names) == [["Lund"], []])
    #expect(text.quotations([labels[0]]).map(\.quotation?.range) == [17..<45])
  }

  @Test func `references, what is kept back and what is in doubt are left out`() throws {
    let labels = try SpeakerLabel.labels(
      """
      {"file": "a", "start": 1, "end": 2, "what": "reference"}
      {"file": "a", "start": 1, "end": 2, "split": "holdout"}
      {"file": "a", "start": 1, "end": 2, "unscored": true}
      {"file": "a", "start": 1, "end": 2, "class": "title", "speaker": null}
      """)
    #expect(labels.map(\.isSpeech) == [false])
  }

  private static func examples(_ count: Int) -> String {
    (0..<count).map { number in
      let name = ["Anna Lund", "Carl Berg", "Rosa Keller"][number % 3]
      let verb = ["wrote", "said", "declared", "argued"][number % 4]
      let text =
        number.isMultiple(of: 5)
        ? "The song about \(name) began: “nothing was ever ours but the looms”."
        : "\(name) \(verb) that “nothing was ever ours but the looms”."
      let speaker = number.isMultiple(of: 5) ? "null" : "\"\(name)\""
      return
        #"{"paragraphs": ["\#(text)"], "quote": "nothing was", "speaker": \#(speaker), "language": "en"}"#
    }.joined(separator: "\n")
  }

  private static func evaluation() throws -> SpeakerEvaluation {
    var evaluation = SpeakerEvaluation()
    let origins = try LabelOrigin.origins("# own\nexamples 1 1 examples.jsonl - own sentences\n")
    try evaluation.add(origins[0], lines: examples(120)) { _ in nil }
    return evaluation
  }

  @Test func `the same labels give the same weights, which know who speaks`() throws {
    let one = try Self.evaluation().train()
    let other = try Self.evaluation().train()
    #expect(one.weights == other.weights)
    #expect(one.weights.contains("\ntree "))
    let right = one.outcomes.count(where: \.isRight)
    #expect(right >= 90)
    let wrong = one.outcomes.filter { !$0.isRight && $0.confidence >= 0.75 }
    #expect(wrong.isEmpty)
  }

  @Test func `the file of weights names its origins`() throws {
    let head = try Self.evaluation().provenance
    #expect(head.last == "trained and calibrated on examples: 120 quotations, own sentences")
  }

  @Test func `a line without six parts is named`() {
    #expect(throws: UnreadableOrigins.self) { try LabelOrigin.origins("# x\nessays 1 2 a b") }
  }
}
