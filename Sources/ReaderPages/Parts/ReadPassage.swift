// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

/// A passage as it stands in its chapter, with its apparatus in the margin.
package struct ReadPassage: Sendable {
  /// The longest note that is shown whole in the margin, in characters.
  private static let longestNote = 700

  /// The passage.
  package var passage: Passage
  /// The language of the work.
  package var workLanguage: String?
  /// The words to mark.
  package var marks: [Range<Int>]
  /// Its quotations.
  package var quotations: [QuotedWords]
  /// Whether it is the one that the reader came for.
  package var isHere: Bool
  /// Whether the number of its paragraph is shown: at its first part.
  package var showsNumber: Bool
  /// The page that begins with it, if a page does.
  package var startsPage: String?
  /// The address of this page with the passage kept; `nil` if it is kept or no more can be.
  package var keepAddress: String?
  /// The address of the place that it quotes from or is attached to; `nil` if it is no note.
  package var backAddress: String?

  /// Creates a passage.
  package init(
    _ passage: Passage, workLanguage: String?, marks: [Range<Int>] = [],
    quotations: [QuotedWords] = [], isHere: Bool = false, showsNumber: Bool = true,
    startsPage: String? = nil, keepAddress: String? = nil, backAddress: String? = nil
  ) {
    self.passage = passage
    self.workLanguage = workLanguage
    self.marks = marks
    self.quotations = quotations
    self.isHere = isHere
    self.showsNumber = showsNumber
    self.startsPage = startsPage
    self.keepAddress = keepAddress
    self.backAddress = backAddress
  }

  func html(_ visit: Visit) -> HTML {
    let words = visit.wording
    let lang = HitCard.lang(passage.language ?? workLanguage, words)
    let isBlock = passage.kind == .quotation
    let kind: HTML =
      switch passage.kind {
      case .body: ""
      case .quotation: " quoted"
      case .note: " note"
      case .verse: " verse"
      }
    let here: HTML = isHere ? " here" : ""
    let body: HTML =
      isBlock
      ? "<blockquote\(lang)>\(text(words))</blockquote>" : "<p\(lang)>\(text(words))</p>"
    return """
      <div class="pas\(kind)\(here)" id="\(passage.label)">\(number(words))\(body)
      <div class="margin">\(margin(visit))</div>\(acts(visit))</div>
      """
  }

  private func number(_ words: Wording) -> HTML {
    let name: String
    if let note = passage.note {
      name = note
    } else {
      name = passage.paragraph.map(String.init) ?? "§"
    }
    let label = passage.note == nil ? words(.paragraph, name) : words(.noteNumber, name)
    let shown: HTML = showsNumber ? "\(name)" : "<span class=\"vh\">\(name)</span>·"
    return "<a class=\"no\" href=\"#\(passage.label)\" title=\"\(label)\">\(shown)</a>"
  }

  private func text(_ words: Wording) -> HTML {
    var marked = MarkedText(passage.text)
    for quoted in quotations where quoted.isAttributed {
      let isInferred: HTML = quoted.quotation.basis == .inferred ? " inf" : ""
      marked.mark(quoted.quotation.range, "<span class=\"q\(isInferred)\">", "</span>")
    }
    for repair in passage.repairs where !repair.range.isEmpty {
      let printed = repair.printed.replacing("\n", with: "⏎")
      marked.mark(
        repair.range, "<span class=\"repaired\" title=\"\(words(.fileReads, printed))\">", "</span>"
      )
    }
    for range in marks { marked.mark(range, "<mark>", "</mark>") }
    if let startsPage { marked.signs.append(pageBreak(0, startsPage, words)) }
    for place in passage.pageBreaks {
      marked.signs.append(pageBreak(place.offset, place.page, words))
    }
    for note in passage.notes {
      guard let offset = note.offset else { continue }
      marked.signs.append(
        MarkedText.Sign(
          offset: offset,
          html: """
            <sup><a href="#\(noteAnchor(note))" title="\(words(.noteNumber, note.number))">\(note.number)</a></sup>
            """))
    }
    return marked.html()
  }

  /// The mark of a page break; its number is written by the style sheet, so that the words around it
  /// stay together for those who search, copy or link to them.
  private func pageBreak(_ offset: Int, _ page: String, _ words: Wording) -> MarkedText.Sign {
    MarkedText.Sign(
      offset: offset,
      html: """
        <span class="pb" role="doc-pagebreak" aria-label="\(words(.page, page))" data-page="\(page)"></span>
        """)
  }

  /// A note; the rest of a long one is folded away.
  private static func note(_ note: AttachedNote) -> HTML {
    guard note.text.count > longestNote else {
      return "<p><b>\(note.number)</b> \(note.text)</p>"
    }
    return """
      <details><summary><b>\(note.number)</b> \(note.text.prefix(longestNote / 2))…</summary>\
      <p>\(note.text)</p></details>
      """
  }

  private func noteAnchor(_ note: AttachedNote) -> String { "\(passage.label)-\(note.label)" }

  private func margin(_ visit: Visit) -> HTML {
    let words = visit.wording
    var parts: [HTML] = []
    for quoted in quotations where quoted.isAttributed || passage.kind == .quotation {
      parts.append(quoted.margin(visit))
    }
    for note in passage.notes {
      let basis: HTML =
        note.basis == .inferred ? " <span class=\"inferred\">\(words(.inferred))</span>" : ""
      parts.append(
        """
        <div class="note" id="\(noteAnchor(note))">\(Self.note(note))\(basis)</div>
        """)
    }
    if let backAddress {
      parts.append("<div><p><a href=\"\(backAddress)\">\(words(.toText))</a></p></div>")
    }
    return .joined(parts)
  }

  private func acts(_ visit: Visit) -> HTML {
    let words = visit.wording
    var acts: [HTML] = [
      "<a href=\"\(visit.citeAddress(ofPassage: passage.id))\">\(words(.cite))</a>"
    ]
    if let keepAddress {
      acts.append("<a href=\"\(keepAddress)\" rel=\"nofollow\">\(words(.keep))</a>")
    } else if visit.kept.contains(passage.id) {
      acts.append("<a href=\"\(visit.address(["kept"]))\">\(words(.keptAlready))</a>")
    }
    return "<p class=\"acts\">\(HTML.joined(acts, by: "\n"))</p>"
  }
}
