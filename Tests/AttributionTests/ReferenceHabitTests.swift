// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

/// Whether the author of a reference speaks depends on what the references of the text do elsewhere.
@Suite struct ReferenceHabitTests {
  private static let words = "the looms are ours and nobody shall take them from us again"

  /// A line of a historian, who cites where the words of others are printed.
  private static func reported(by name: String, _ page: Int) -> String {
    "Carl \(name) said: “\(words).” [Anna Lund, The Weavers, p. \(page)]"
  }

  @Test func `where references name the books of others their author is not made the speaker`() {
    let names = ["Berg", "Holm", "Strand", "Falk", "Lind", "Ek", "Dahl", "Sund", "Moen", "Vik"]
    let text = SampleText(
      names.enumerated().map { Self.reported(by: $1, $0 + 1) }
        + ["The street heard it: “\(Self.words) and so say we.” [Anna Lund, The Weavers, p. 40]"],
      floor: 0.75)
    #expect(text.quotations.last?.speaker == nil)
    #expect(text.quotations.last?.source?.authors == ["Anna Lund"])
  }

  @Test func `where they name those who are quoted he speaks`() {
    let text = SampleText(
      (1...3).map { "Anna Lund writes: “\(Self.words).” [Anna Lund, The Weavers, p. \($0)]" }
        + ["This is well known: “\(Self.words) and so say we.” [Anna Lund, The Weavers, p. 40]"],
      floor: 0.75)
    #expect(text.quotations.last?.speaker == "Anna Lund")
  }

  @Test(arguments: [
    ("Two later writers object that “\(words)” (Holm and Vik, 2001, p. 12).", "Holm and Vik"),
    ("Holm (1998: 45) holds that “\(words).”", "Holm"),
    ("A weaver said: “\(words)” (Holm, 2001, p. 12).", "weaver"),
    ("Berg reports that “\(words).” [Anna Lund, quoted by Berg, The Mill, p. 3]", "Anna Lund"),
    (
      "Berg gives up what Lund had taught. Says he: “\(words).” [Anna Lund, The Looms, p. 7]",
      "Anna Lund"
    ),
  ])
  func `a reference names writers, and whom a pronoun can mean`(_ form: (String, String)) {
    #expect(SampleText([form.0], floor: 0.75).quotations.map(\.speaker) == [form.1])
  }
}
