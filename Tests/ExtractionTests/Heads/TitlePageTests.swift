// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import Extraction

/// Title pages of several countries, above a paragraph of text.
struct TitlePageTests {
  private func metadata(_ head: String) -> Metadata {
    let body = """
      The bakers of the town had long known that it would come to this, and nobody was
      surprised when in the morning the bells were silent and the mills stood empty. So it
      began, and so it went on into the winter, although nobody knew how it would end.
      """
    return PlainText.extract(
      head + "\n\n\n" + body + "\n\n" + body, file: SourceFile(name: "x.txt", bytes: [])
    ).metadata
  }

  @Test(arguments: [
    ("IDA MARRABLE\n\nDIE MÜHLEN\nDER STADT\n\nBERLIN 1913", "DIE MÜHLEN DER STADT"),
    ("EMMA MARRABLE\n\nPANE NERO\n\nDialogo", "PANE NERO"),
    ("I. MARRABLE\n\nBread Riots\n\n1906", "Bread Riots"),
    ("П. А. МЕЛЬНИК\n\nХЛЕБ И СОЛЬ", "ХЛЕБ И СОЛЬ"),
    ("Bread Riots\n\nIda Marrable", "Bread Riots"),
    ("THE MILL:\n\nITS HISTORIC ROLE\n\nBY\nIDA MARRABLE", "THE MILL"),
    ("Ida Marrable\n\nHer Life\n\nby Tom Quill", "Ida Marrable"),
  ])
  func `the author may stand above the title`(_ head: String, _ title: String) {
    let metadata = metadata(head)
    #expect(metadata.title?.value == title)
    #expect(metadata.people.count == 1)
    #expect(metadata.people.first?.value.name != title)
  }

  @Test(arguments: [
    "AUTHORIZED ENGLISH TRANSLATION", "Translated by Tom Quill", "Quarta edizione",
    "Edited by Tom Quill",
  ])
  func `a page that prints an earlier work dates the edition`(_ line: String) {
    let metadata = metadata(
      "On Bread\n\nBy Ida Marrable\n\n\(line)\n\nLondon\nHeron Press\n1908")
    #expect(metadata.year == nil)
    #expect(metadata.editionYear?.value == 1908)
  }

  @Test func `a book is later than its preface`() {
    let head = "On Bread\n\nBy Ida Marrable\n\nLondon\nHeron Press\n1926"
    #expect(metadata(head).year?.value == 1926)
    let signed = metadata(
      head + "\n\n\nPREFACE\n\nThis was written in haste, as all the others were.\n\n"
        + "Bristol, January 1913.\n\n\nCHAPTER I")
    #expect(signed.year == nil)
    #expect(signed.editionYear?.value == 1926)
  }

  @Test func `years that letters are about do not date them`() {
    let metadata = metadata("Letters\n\nBy Ida Marrable\n\n(1790-1826.)")
    #expect(metadata.year == nil)
  }

  @Test func `notices of those who scanned a book are not its title`() {
    let metadata = metadata(
      "Full text of \"On bread\"\n\nSee other formats\n\nGoogle\n\nThis is a digital copy of a "
        + "book that was preserved for generations on library shelves.\n\nat |http: //books .google .com/|\n\nON BREAD\n\nBY\n\n"
        + "IDA MARRABLE")
    #expect(metadata.title?.value == "ON BREAD")
    #expect(metadata.people.map(\.value.name) == ["IDA MARRABLE"])
  }
}
