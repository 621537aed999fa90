// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import Extraction

struct TitleMatterTests {
  private let prose = """
    The dockers met on Monday in the hall behind the market and stayed until
    the bell rang twice. Nobody had called them, and nobody sent them home.
    The carters heard of it in the evening and left their horses standing.
    """

  private func extract(_ head: String) -> ExtractedText {
    Format.text.extract(
      SourceFile(name: "x.txt", bytes: Array("\(head)\n\n\n\(prose)\n".utf8)))
  }

  @Test func `a title page gives its facts and leaves the text`() {
    let text = extract(
      "THE LONG QUAY\n\nBY\n\nNELL ASH\nAUTHOR OF “TIDES”\n\n\nLEEDS\nGULL PRESS\n1903")
    #expect(text.metadata.title?.value == "THE LONG QUAY")
    #expect(text.metadata.people.map(\.value.name) == ["NELL ASH"])
    #expect(text.metadata.publisher?.value == "Gull Press")
    #expect(text.metadata.place?.value == "Leeds")
    #expect(text.metadata.year?.value == 1903)
    #expect(text.metadata.form?.value == .pamphlet)
    #expect(text.blocks.count == 1)
    #expect(text.ledger.isBalanced)
  }

  @Test(arguments: [
    "The Long Quay\nby Nell Ash\n\nSecond edition\n\nLondon: Gull Press, 1903",
    "The Long Quay\n\nNell Ash\n\nTranslated by Hugo Brandt\n\nLondon: Gull Press, 1903",
  ])
  func `a later edition or a translation does not date the work`(_ head: String) {
    let text = extract(head)
    #expect(text.metadata.year == nil)
    #expect(text.metadata.editionYear?.value == 1903)
  }

  @Test(arguments: [
    ("DER LANGE KAI\n\nVon Nell Ash\n\n1903", "Nell Ash"),
    ("LE LONG QUAI\n\npar Nell Ash\n\nmai 1903", "Nell Ash"),
    ("THE LONG QUAY\n\nBY\nNELL ASH\nAND\nHUGO BRANDT", "NELL ASH, HUGO BRANDT"),
    ("The Long Quay\n\nBy Nell Ash, a docker of Leeds", "Nell Ash"),
  ])
  func `bylines are read in several forms`(_ head: String, _ names: String) {
    let text = extract(head)
    #expect(text.metadata.people.map(\.value.name).joined(separator: ", ") == names)
    #expect(text.metadata.subtitle == nil)
  }

  @Test(arguments: ["1898 12", "1898 1899", "12 14", "1970 people"])
  func `a row of numbers is no date`(_ line: String) {
    #expect(Dates.year(ofDateLine: line) == nil)
  }

  @Test(arguments: [
    (["London", "Gull Press", "1903"], "Gull Press", "London"),
    (["Gull Press, London, 1903"], "Gull Press", "London"),
    (["Berlin 1903", "Verlag Möwe"], "Verlag Möwe", "Berlin"),
    (["NEW YORK", "ASH & COMPANY", "MCMIII"], "Ash & Company", "New York"),
    (["Published by the Gull Press, 12 Fish Street, London"], "the Gull Press", "London"),
  ])
  func `an imprint is divided`(_ lines: [String], _ publisher: String, _ place: String) {
    let imprint = Imprint(lines)
    #expect(imprint?.publisher == publisher)
    #expect(imprint?.place == place)
  }

  @Test(arguments: [
    ["The committee met in London in 1903"], ["CONTENTS", "1903"], ["Introduction", "1903"],
    ["Copyright 1903 Gull Press Inc."], ["New York Gull Press Co."],
  ])
  func `other lines are no imprint`(_ lines: [String]) {
    #expect(Imprint(lines) == nil)
  }
}
