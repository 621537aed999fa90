// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing
import TextFolding

@testable import Citation

struct CitationTests {
  private let paper = CitedSample(
    title: "Workers power and the general strike", authors: ["Tom Bee"], year: 2005,
    pages: ("4", "5"))

  @Test func `records for programs`() {
    #expect(paper.cited(.bibtex).contains("pages = {4--5}"))
    #expect(paper.cited(.bibtex).hasPrefix("@misc{bee-2005,\n"))
    #expect(paper.cited(.ris).hasPrefix("TY  - GEN\nAU  - Bee, Tom\n"))
    #expect(paper.cited(.ris).contains("\nSP  - 4\nEP  - 5\n"))
    #expect(paper.cited(.cslJSON).contains(#""author": [{"family": "Bee", "given": "Tom"}]"#))
    #expect(paper.cited(.cslJSON).contains(#""locator": "4-5""#))
  }

  @Test func `what is a sign to a program is escaped for it`() {
    var sample = paper
    sample.title = #"100% A & B #1 _x_ {y} ~z ^ \w "quoted""#
    sample.authors = ["Food and Freedom Collective"]
    sample.collection = "One\nTwo"
    #expect(
      sample.cited(.bibtex).contains(
        ##"title = {{100\% A \& B \#1 \_x\_ \textbraceleft{}y\textbraceright{} "##
          + #"\textasciitilde{}z \textasciicircum{} \textbackslash{}w "quoted"}}"#))
    #expect(sample.cited(.bibtex).contains("author = {{Food and Freedom Collective}}"))
    #expect(sample.cited(.bibtex).contains("booktitle = {One Two}"))
    #expect(sample.cited(.ris).contains("\nT2  - One Two\n"))
    #expect(sample.cited(.cslJSON).contains(#"\\w \"quoted\""#))
    #expect(sample.cited(.cslJSON).contains(#""container-title": "One Two""#))
  }

  @Test func `particles and suffixes are told to programs`() {
    var sample = paper
    sample.authors = ["Marcel van der Linden", "Martin Luther King Jr."]
    #expect(
      sample.cited(.bibtex).contains(
        "author = {van der Linden, Marcel and King, Jr., Martin Luther}"))
    #expect(sample.cited(.ris).contains("AU  - King, Martin Luther, Jr.\n"))
    #expect(
      sample.cited(.cslJSON).contains(
        #"{"family": "Linden", "given": "Marcel", "non-dropping-particle": "van der"}, "#
          + #"{"family": "King", "given": "Martin Luther", "suffix": "Jr."}"#))
  }

  @Test func `a text without pages is placed by a remark`() {
    var sample = paper
    sample.pages = nil
    sample.section = ["The end"]
    #expect(sample.cited(.bibtex).contains("note = {under “The end,” para. 31}"))
    #expect(sample.cited(.ris).contains("\nN1  - under “The end,” para. 31\n"))
    #expect(sample.cited(.cslJSON).contains(#""locator": "para. 31""#))
  }

  @Test func `a heading has no address`() {
    var sample = paper
    sample.pages = nil
    sample.url = "https://example.org/"
    #expect(
      briefCitation(of: sample.passage, in: sample.work)
        == "Tom Bee, “Workers Power and the General Strike” (2005), para. 31.")
    #expect(sample.cited(.chicago).hasSuffix(", para. 31, https://example.org/."))
  }

  @Test(arguments: [
    ("the bolsheviks and workers' control", "The Bolsheviks and Workers' Control"),
    ("WHAT IS TO BE DONE", "What Is to Be Done"),
    ("a plea for x: the end", "A Plea for X: The End"),
    ("self-management in the USSR", "Self-Management in the USSR"),
    ("the struggle against the state", "The Struggle Against the State"),
  ])
  func `headline capitals`(_ title: String, _ expected: String) {
    #expect(headlineCapitals(title) == expected)
  }

  @Test func `each style has its own small prepositions`() {
    let title = "at war with and against the state"
    #expect(
      headlineCapitals(title, prepositionsTo: 3) == "At War With and Against the State")
    #expect(
      headlineCapitals(title, prepositionsTo: .max) == "At War with and against the State")
  }
}
