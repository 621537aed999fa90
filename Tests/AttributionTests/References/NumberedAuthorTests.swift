// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

/// Authors, titles and numbers in the notes of older historians.
@Suite struct NumberedAuthorTests {
  @Test(arguments: [
    ("Mortimer, II. 205.", "Mortimer|||II|205|"),
    ("Mortimer, XI 238.", "Mortimer|||XI|238|"),
    ("Moniteur, XIII. 310 (session of Aug. 1).", "|Moniteur||XIII|310|"),
    ("Lund and Berg, III. 291 (resolutions of the weavers).", "Lund+Berg|||III|291|"),
    (
      "Joh. Falke, Die Weber am Fluss, Berlin, 1863, pp. 31, 55.",
      "Joh. Falke|Die Weber am Fluss|||31, 55|1863"
    ),
    ("Anna Lund, Of Looms and Magic, p. 34. note.", "Anna Lund|Of Looms and Magic|||34|"),
    (
      "Proceedings, Tenth Convention S. L. P., p. 211.",
      "|Proceedings, Tenth Convention S. L. P.|||211|"
    ),
    (
      "Anna Lund. Eine Lebensbeschreibung von Carl Berg. Leipzig 1891.",
      "Carl Berg|Anna Lund. Eine Lebensbeschreibung||||1891"
    ),
    ("_Mémoires de la reine Anne. Paris_ 1861.", "|Mémoires de la reine Anne||||1861"),
  ])
  func `a title ends at its volume or page, and an author can have them without a title`(
    _ form: (String, String)
  ) {
    #expect(SampleText.note(form.0) == [form.1])
  }

  @Test(arguments: [
    "Ibid., March, 1791.", "Ibid., F7, 3235.", "XXXI, p. 125.", "Opere (P. M.), vol. V, p. 147.",
    "Nelle _Opere_, vol. VI, p. 11.", "_Lettera del 22 gennaio 1504_, da Milano.",
  ])
  func `months, shelf marks, numbers and prepositions are no authors`(_ note: String) {
    let text = SampleText([
      "The mills stood still.^1 And again.^2", "^1 _The Weavers of the Valley_, p. 3.",
      "^2 " + note,
    ])
    #expect(text.references.allSatisfy { $0.source.authors.isEmpty })
  }

  @Test func `a place and its state are no name`() {
    let entries = SampleText.entries("Lexington, Ky., Mill & Palmer, 1828, pp. 57.")
    #expect(!entries.contains { $0.hasPrefix("Ky") })
  }
}
