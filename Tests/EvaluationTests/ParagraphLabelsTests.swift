// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Evaluation
import Testing

struct ParagraphLabelsTests {
  @Test func `a passage that holds the first words of a judged paragraph is that paragraph`() throws
  {
    let labels = try ParagraphLabels(
      """
      {"id": "n1", "query": "roses", "kind": "name", "relevant": [{"file": "a.html", "anchor": \
      "“Roses” – bloom", "grade": 3}, {"file": "a.html", "anchor": "Not there", "grade": 1}]}
      """)
    let passage = Passage(
      work: "w", label: "p1", kind: .body, text: "He said: \"Roses\" -- bloom in June.", ordinal: 0)
    let qrels = labels.qrels(["a.html": [passage]])
    #expect(qrels["n1"] == ["w/p1": 3, "a.html: Not there": 1])
    #expect(labels.topics == [Topic(id: "n1", query: "roses", kind: "name")])
  }
}
