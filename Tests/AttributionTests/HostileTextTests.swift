// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Attribution
import Corpus
import Testing

@Suite(.serialized) struct HostileTextTests {
  @Test(arguments: 0..<120)
  func `no text breaks a promise`(_ seed: UInt64) {
    var text = HostileText(seed: seed)
    check(SampleText(text.paragraphs()))
  }

  @Test(arguments: [
    [], [""], ["", "", ""], ["> "], ["# "], ["^1 "], ["^7"], ["“"], ["”"], ["\""], ["'", "'"],
    ["> ”"], ["> “"], ["[p."], ["[p. 5"], ["[Op. Cit.,"], ["(1903"], ["([)]"], ["Ibid."],
    ["^1", "^1 Ibid."], ["^99 ^98 ^1"], ["^1^1^1", "^1 See note 1."], ["says"], ["“a” says"],
    ["says:", "> "], ["Anna Lund writes:", "", "> “"], ["“\u{301}\u{301}”", "\u{301}"],
    ["“👩‍👩‍👧 \u{FE0F}”, says Anna Lund"], ["Lund wrote: “one", "two”", "three”", "“four"],
    ["^1 Lund, The Weavers, 5.", "^1 Berg, The Sowers, 6.", "Words.^1"], ["II, 5"], ["[II, 5]"],
    ["[quoted by]"], ["[quoted by ; quoted by ; ]"], ["(Lund 1903: )"], [",,", ",,a"],
    ["''", "``a"], ["«»", "»«"], ["» «"], ["<<>>"], ["「", "」", "『』"], ["—", "— —", "—, dit-il"],
    ["« , dit Anna, »"], ["« dit-il »"], ["— dit", "— ! dit", "—dijo—"],
  ])
  func `no fragment breaks a promise`(_ paragraphs: [String]) {
    check(SampleText(paragraphs))
    check(SampleText(["# Bibliography"] + paragraphs))
    check(SampleText(paragraphs.map { "> " + $0 }))
  }

  @Test func `a note with a quotation is not read with the sentences of the text`() {
    check(
      SampleText([
        "It was late, and it was cold, and all of them were there. Anna Lund said that the looms "
          + "were theirs. She said that the mills were too. “All of it is ours”, and so on.",
        "^1 No. Nor so. “The looms are ours and the mills are too”, and so on.",
      ]))
  }

  @Test func `an offset outside the text breaks nothing`() {
    for offset in [0, 5, 17, 18, 4_000] {
      var passage = Passage(
        work: "sample", label: "p1", kind: .body, text: "“What is won, once", ordinal: 0)
      passage.notes = [
        AttachedNote(
          number: "1", offset: offset, text: "", label: "n9", printed: "1", basis: .stated)
      ]
      passage.belongsTo = "p7"
      var passages = [passage]
      _ = Attribution().attribute(&passages, of: Metadata())
      #expect(passages[0].quotations.allSatisfy { $0.range.upperBound <= 18 })
    }
  }

  @Test(arguments: [
    "\"", "“", "”", "„", "«", "'", "’", "[", "(", "]", ")", "([", ",", ",,", ".", "1", "-",
    "\u{301}",
    "👩‍👩‍👧", "Word ", "Anna Lund ", "Lund, ", "words ", "“a” ", "“a ", "\" a", "'a ", "a' ", "‘as’ ",
    "[p. 5] ", "[5 ", "(a ", "(Lund 1903) ", "Ibid. ", "[Op. Cit., p. 5] ", "p. 5, ", "1, ", "I, ",
    "Lund said ", "he said “so it is” ", "says the committee ", "Lund, The Weavers, p. 5; ",
    "quoted by Lund, ", "“So it is with us all”, says Lund. ", "It is so. ", "and ", "by ",
    "Lund's ",
    "“so” [Lund, Op. Cit., p. 5] and ", "to ", "_", "*", "_A b_ ", "_Mill Review_ (May, 1908) ",
    "———. ",
    "Lund, A. The Weavers. 1903. ", "Lund, Anna, ", "https://a.b/c ", "Lund: The Weavers. ",
    "MILLS, ",
    "_Mills_, by Lund, and ", "“a b c d e f g h i j k l m n o p q r s t u v w x y.” ", "In: ",
    "Lund (1903) ",
  ])
  func `time grows with the text and not with its square`(_ unit: String) {
    let size = 20_000 / unit.utf8.count
    for kind in ["", "> ", "^1 "] {
      let text = kind + String(repeating: unit, count: size)
      let clock = ContinuousClock()
      let time = clock.measure {
        check(SampleText(["Anna Lund and Berg wrote: “It is so.”", text]))
      }
      #expect(time < .seconds(10), "\(unit.debugDescription) \(kind) took \(time)")
    }
  }

  @Test func `many paragraphs take no more time than their length asks`() {
    let paragraphs = (0..<500).flatMap { number in
      [
        "“So it was in \(number)”, says Lund\(number) of it. [Berg, Work \(number), p. 5]^\(number)",
        "> “It is so",
        "^\(number) See Berg, Another Work \(number), p. \(number).",
      ]
    }
    let time = ContinuousClock().measure { check(SampleText(paragraphs)) }
    #expect(time < .seconds(40), "took \(time)")
  }

  /// What is promised of every text.
  private func check(_ text: SampleText) {
    let lengths = Dictionary(
      text.passages.map { ($0.label, $0.text.unicodeScalars.count) }, uniquingKeysWith: max)
    for passage in text.passages {
      let scalars = Array(passage.text.unicodeScalars)
      let whole = 0..<scalars.count
      func isInside(_ range: Range<Int>) -> Bool {
        whole.lowerBound <= range.lowerBound && range.upperBound <= whole.upperBound
      }
      func hold(_ evidence: [Evidence]) {
        for item in evidence {
          if let label = item.passage {
            #expect(item.range.upperBound <= lengths[label] ?? -1, "\(item)")
          } else {
            #expect(isInside(item.range), "\(item)")
          }
        }
      }
      for quotation in passage.quotations {
        guard isInside(quotation.range) else {
          Issue.record("\(quotation)")
          continue
        }
        let words = quotation.text.unicodeScalars.drop { $0.properties.isWhitespace }
        let printed = scalars[quotation.range]
        #expect(!quotation.range.isEmpty && words.count <= printed.count)
        // What is left out are marks alone, and the spaces within them.
        let isPart =
          (0...min(2, printed.count - words.count)).contains {
            printed.dropFirst($0).drop { $0.properties.isWhitespace }.starts(with: words)
          }
        #expect(isPart, "“\(quotation.text.prefix(80))” at \(quotation.range)")
        hold(quotation.evidence)
      }
      for reference in passage.references {
        guard isInside(reference.range) else {
          Issue.record("\(reference)")
          continue
        }
        #expect(scalars[reference.range].elementsEqual(reference.text.unicodeScalars))
        hold(reference.evidence)
      }
      let starts = passage.quotations.map(\.range.lowerBound)
      #expect(starts == starts.sorted())
    }
  }
}

/// Texts of marks, names and signs of references in no order, the same for a seed each time.
private struct HostileText {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  private static let pieces = [
    "\"", "“", "”", "„", "«", "»", "‹", "›", "'", "‘", "’", "‚", "`", "``", "''", ",,", "[", "]",
    "(", ")", ";", ":", ",", ".", "!", "?", "…", "—", "-", " ", " ", " ", " ", "\n", "\u{A0}",
    "\u{301}", "\u{200D}", "👩‍👩‍👧", "İ", "ß", "ǅ", "Anna Lund", "Lund", "Carl Berg", "C. Berg",
    "Berg's", "the Committee", "historian", "one", "he", "she", "they", "who", "says", "wrote",
    "argued that", "according to", "quoted by", "cited in", "quoting", "Op. Cit.", "op. cit.",
    "Ibid.", "ibid", "idem", "a.a.O.", "p.", "pp.", "p. 5", "p5", "S. 5", "5", "1903", "1903a",
    "99999999999999999999", "II", "II,", "2:69", "xiv", "12–13", "vol.", "no.", "note",
    "see note (4)",
    "^1", "^2", "^99", "ed.", "(ed.)", "in", "from", "and", "&", "et al.", "The Weavers",
    "A History of Work, Bread", "so it was with us and is", "words", "'70s", "’tis", "workers’",
    "[Lund, The Weavers, p. 5]", "(Lund 1903: 5)", "“It is so, and it will be so for long”",
    "Lund wrote:", ", says Berg", "is", "not", "by", "of", "its", "slogan", "_", "*",
    "_The Weavers_",
    "———", "Lund, A.", "(May, 1908)", "MOTHER EARTH", "https://a.b/c", "Wikipedia:",
    "to his sister",
    "the same writer's", "Hrsg.", "In:", "London: Mill Press, 1903.", "December", "(Oslo 1903)",
  ]

  private mutating func next(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(limit))
  }

  mutating func paragraphs() -> [String] {
    (0..<(1 + next(14))).map { _ in
      let text = (0..<next(70)).map { _ in
        Self.pieces[next(Self.pieces.count)] + (next(3) > 0 ? " " : "")
      }.joined()
      switch next(8) {
      case 0: return "> " + text
      case 1: return "^\(next(4)) " + text
      case 2: return ["# Bibliography", "# On Work", "# A review of Lund’s The Weavers"][next(3)]
      default: return text
      }
    }
  }
}
