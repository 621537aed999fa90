// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import Citation

struct QuotationCitationTests {
  private let review = CitedSample(
    title: "Workers power and the Russian Revolution", authors: ["Tom Wetzel"], year: 2005,
    pages: ("5", "5"))
  private let carr = NamedSource(
    authors: ["E. H. Carr"], title: "The Bolshevik Revolution", volume: "II", pages: "69")
  private let rachleff = NamedSource(
    authors: ["Peter Rachleff"], title: "Soviets and Factory Committees in the Russian Revolution")

  private func quotation(
    speaker: String? = nil, source: NamedSource? = nil, via: [NamedSource] = [],
    basis: Basis = .stated
  ) -> Quotation {
    Quotation(range: 0..<4, text: "Text", speaker: speaker, source: source, via: via, basis: basis)
  }

  /// Chicago Manual of Style, 18th edition, 14.160; volume and page 14.18.
  @Test func `through another: the source, the carrier, and what was read`() {
    let chain = quotation(speaker: "E. H. Carr", source: carr, via: [rachleff])
    #expect(
      review.cited(chain, .chicago)
        == "E. H. Carr, The Bolshevik Revolution, 2:69, quoted in Peter Rachleff, Soviets and Factory "
        + "Committees in the Russian Revolution, quoted in Tom Wetzel, “Workers Power and the Russian "
        + "Revolution” (2005), 5.")
    #expect(
      review.cited(chain, .mla)
        == "Wetzel, Tom. “Workers Power and the Russian Revolution.” 2005. (Carr, The Bolshevik "
        + "Revolution 2: 69, qtd. in Rachleff, Soviets and Factory Committees in the Russian "
        + "Revolution, qtd. in Wetzel 5)")
    #expect(
      review.cited(chain, .apa)
        == "Wetzel, T. (2005). Workers power and the Russian Revolution. (Carr, The Bolshevik "
        + "Revolution, Vol. 2, p. 69, as cited in Rachleff, Soviets and Factory Committees in the "
        + "Russian Revolution, as cited in Wetzel, 2005, p. 5)")
  }

  /// The examples of the styles: APA 8.6, and MLA Handbook, chapter 6.
  @Test func `as the styles show it`() {
    var lyon = CitedSample(title: "T", authors: ["A. Lyon", "B. Cee", "D. Eff"], year: 2014)
    lyon.pages = ("7", "7")
    let rabbitt = quotation(source: NamedSource(authors: ["P. Rabbitt"], year: 1982))
    #expect(
      lyon.cited(rabbitt, .apa).hasSuffix("(Rabbitt, 1982, as cited in Lyon et al., 2014, p. 7)"))
    #expect(lyon.cited(quotation(), .mla).hasSuffix("(qtd. in Lyon et al. 7)"))
    let costello = CitedSample(
      title: "Marianne Moore", subtitle: "Imaginary Possessions", authors: ["Bonnie Costello"],
      year: 1981, publisher: "Harvard University Press", pages: ("78", "78"))
    let zukofsky = NamedSource(
      authors: ["Louis Zukofsky"], title: "Sincerity and Objectification", pages: "269", year: 1931)
    #expect(
      costello.cited(quotation(source: zukofsky), .chicago)
        == "Louis Zukofsky, Sincerity and Objectification (1931), 269, quoted in Bonnie Costello, "
        + "Marianne Moore: Imaginary Possessions (Harvard University Press, 1981), 78.")
  }

  @Test func `only a speaker, or nobody, is not made into a source`() {
    #expect(
      review.cited(quotation(speaker: "V. I. Lenin"), .chicago)
        == "V. I. Lenin, quoted in Tom Wetzel, “Workers Power and the Russian Revolution” (2005), 5."
    )
    #expect(
      review.cited(quotation(speaker: "V. I. Lenin"), .apa).hasSuffix(
        "(V. I. Lenin, as cited in Wetzel, 2005, p. 5)"))
    #expect(
      review.cited(quotation(), .chicago)
        == "Quoted in Tom Wetzel, “Workers Power and the Russian Revolution” (2005), 5.")
    #expect(
      review.cited(quotation(source: NamedSource(pages: "7"), via: [rachleff]), .chicago).hasPrefix(
        "Quoted in Peter Rachleff, Soviets and Factory Committees in the Russian Revolution, quoted"
      ))
  }

  @Test func `a speaker who is not the author stands before the source`() {
    #expect(
      review.cited(quotation(speaker: "Leon Trotsky", source: carr), .chicago).hasPrefix(
        "Leon Trotsky, quoted in E. H. Carr, The Bolshevik Revolution, 2:69, quoted in Tom Wetzel"))
    #expect(
      review.cited(quotation(speaker: "Carr", source: carr), .chicago).hasPrefix("E. H. Carr, The"))
    #expect(
      review.cited(quotation(speaker: "Winifred Carr", source: carr), .chicago).hasPrefix(
        "Winifred Carr, quoted in E. H. Carr, The"))
  }

  @Test func `a note that quotes is itself the place`() {
    var sample = review
    sample.note = "12"
    #expect(
      sample.cited(quotation(source: carr), .chicago).hasSuffix(
        "quoted in Tom Wetzel, “Workers Power and the Russian Revolution” (2005), 5n12."))
  }

  @Test func `a source that is held is completed from it, but for another edition's imprint`() {
    let held = CitedSample(
      title: "The Bolsheviks & Workers’ Control", authors: ["Maurice Brinton"], year: 1970,
      publisher: "Solidarity", url: "https://example.org/")
    let source = NamedSource(authors: ["Brinton"], pages: "12", work: "brinton-1970")
    let works = ["brinton-1970": held.work]
    #expect(
      review.cited(quotation(source: source), .chicago, held: works).hasPrefix(
        "Maurice Brinton, The Bolsheviks & Workers’ Control (1970), 12, quoted in"))
    var named = source
    named.year = 1970
    #expect(
      review.cited(quotation(source: named), .chicago, held: works).hasPrefix(
        "Maurice Brinton, The Bolsheviks & Workers’ Control (Solidarity, 1970), 12, quoted in"))
    named.year = 1975
    #expect(
      review.cited(quotation(source: named), .chicago, held: works).hasPrefix(
        "Maurice Brinton, The Bolsheviks & Workers’ Control (1975), 12, quoted in"))
    #expect(quotation(source: source).heldWorks == ["brinton-1970"])
  }

  @Test func `records: one for each source, with what it is quoted in`() {
    let chain = quotation(speaker: "E. H. Carr", source: carr, via: [rachleff], basis: .inferred)
    let bibtex = review.cited(chain, .bibtex)
    #expect(
      bibtex.hasPrefix(
        """
        @misc{bee-2005-p31-q1,
          title = {{The Bolshevik Revolution}},
          author = {Carr, E. H.},
          volume = {II},
          pages = {69},
          note = {Quoted in Peter Rachleff, Soviets and Factory Committees in the Russian Revolution. \
        Attribution inferred.}
        }

        @misc{bee-2005-p31-q1-via1,
        """))
    #expect(bibtex.contains("\n@misc{bee-2005,\n"))
    let ris = review.cited(chain, .ris)
    #expect(ris.split(separator: "\n").filter { $0.hasPrefix("TY  - ") }.count == 3)
    #expect(ris.contains("Revolution. Attribution inferred.\nID  - bee-2005/p31-q1\nER  - \nTY"))
    let csl = review.cited(chain, .cslJSON)
    #expect(
      csl.hasPrefix(#"[{"id": "bee-2005/p31-q1", "type": "document", "title": "The Bolshevik"#))
    #expect(csl.contains(#""volume": "II", "locator": "69", "note": "Quoted in Peter"#))
    #expect(
      review.cited(quotation(speaker: "V. I. Lenin"), .ris).contains("N1  - Quotes V. I. Lenin.\n"))
  }
}
