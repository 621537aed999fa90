// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@Suite struct BibliographyTests {
  @Test func `each printed entry of a paragraph is one reference`() {
    let forms = SampleText.entries(
      "Lund, Anna. Tar and Parliament. London: Quay Press, 1954. Berg, Carl. The Sowers of the Valley. "
        + "Oslo: Fram, 1961. ———. The Rope. Oslo: Fram, 1903.")
    #expect(
      forms == [
        "Anna Lund|Tar and Parliament||||1954", "Carl Berg|The Sowers of the Valley||||1961",
        "Carl Berg|The Rope||||1903",
      ])
  }

  @Test(arguments: [
    ("Lund, A. (1998). The Waiting Crowd. Leeds: Moor Press.", "A. Lund|The Waiting Crowd||||1998"),
    (
      "Lund, Anna, and Carl Berg. 2005. The Weavers: A History. London: Mill Press.",
      "Anna Lund+Carl Berg|The Weavers: A History||||2005"
    ),
    (
      "Lund, Anna. “On Looms.” Mill Review 24, no. 3 (1999): 4–9.",
      "Anna Lund|On Looms|Mill Review|||1999"
    ),
    (
      "Lund, Anna. “On Looms.” Mill Review, vol. 24, no. 3, 1999, pp. 4-9.",
      "Anna Lund|On Looms|Mill Review|||1999"
    ),
    (
      "Lund, A., & Berg, C. (2001). On looms. Mill Review, 3(2), 4–9.",
      "A. Lund+C. Berg|On looms|Mill Review|||2001"
    ),
    ("Lund, Anna. _The Weavers_. 2 vols. Paris, 1903.", "Anna Lund|The Weavers||||1903"),
    ("LUND (Anna), Les Tisserands, Paris, Seuil, 1954.", "Anna Lund|Les Tisserands||||1954"),
    ("Lund, Anna: Die Weber. Berlin 1921.", "Anna Lund|Die Weber||||1921"),
    ("Lund, Anna (1921): Die Weber. Berlin: Insel.", "Anna Lund|Die Weber||||1921"),
    (
      "Lund, Anna, Work, Discipline and Order, Mill Press, London, 1977.",
      "Anna Lund|Work, Discipline and Order||||1977"
    ),
    (
      "Lund, Anna, The Mills Under Siege, 1919-1924, Fontana Press, London, 1995.",
      "Anna Lund|The Mills Under Siege, 1919-1924||||1995"
    ),
    (
      "St. John, V. The I. W. W.: History and Methods. Chicago, 1917.",
      "V. St. John|The I. W. W.: History and Methods||||1917"
    ),
  ])
  func `an entry gives authors, title, container and the year of its imprint`(
    _ form: (String, String)
  ) {
    #expect(SampleText.entries(form.0) == [form.1])
  }

  @Test func `an entry is known by its form outside of a bibliography`() {
    let text = SampleText(["Lund, Anna, “On Looms,” _Mill Review_, vol. 24, pp. 4–9 (May, 1913)."])
    #expect(text.references.map(\.source.authors) == [["Anna Lund"]])
    #expect(text.references.first?.source.container == "Mill Review")
  }

  @Test func `a dash without an entry before it stands for nobody`() {
    #expect(SampleText.entries("———. The Rope. Oslo: Fram, 1903.").isEmpty)
  }

  @Test(arguments: [
    "Mills, looms and ropes were of little use to them in those years.",
    "_Aare_ . . . . . . 12 _Bern_ . . . . . . 14",
  ])
  func `prose in a bibliography is no entry`(_ paragraph: String) {
    #expect(SampleText.entries(paragraph).isEmpty)
  }
}
