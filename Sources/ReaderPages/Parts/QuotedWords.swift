// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

/// Whose words a quotation has, from what and through whom, and how that is known.
package struct QuotedWords: Sendable {
  /// The quotation.
  package var quotation: Quotation
  /// Its number in the passage, counted from 1.
  package var number: Int
  /// The id of the passage.
  package var passage: String
  /// The name under which the library knows the speaker; `nil` if it does not.
  package var person: String?

  /// Creates the account of a quotation.
  package init(_ quotation: Quotation, number: Int, passage: String, person: String? = nil) {
    self.quotation = quotation
    self.number = number
    self.passage = passage
    self.person = person
  }

  /// Whether anything is known of whose words they are.
  package var isAttributed: Bool { quotation.speaker != nil || quotation.source != nil }

  /// Whether the library holds the work that the words are from.
  package var hasHeldSource: Bool { quotation.source?.work != nil }

  /// The lines of a hit: *Words of*, *From*, *Through*.
  func list(_ visit: Visit) -> HTML {
    let words = visit.wording
    var lines: [HTML] = []
    lines.append(
      "<dt>\(words(.wordsOf))</dt><dd>\(speaker(visit)) \(isSourced ? "" : basis(visit))</dd>")
    if isSourced {
      lines.append("<dt>\(words(.wordsFrom))</dt><dd>\(source(visit)) \(basis(visit))</dd>")
    }
    let through = quotation.via.map { source -> HTML in
      SourceLine(source: source, address: source.work.map { visit.address(ofWork: $0) }).html(words)
    }
    if !through.isEmpty {
      lines.append("<dt>\(words(.wordsThrough))</dt><dd>\(HTML.joined(through, by: "; "))</dd>")
    }
    return "<dl class=\"whose\">\(HTML.joined(lines))</dl>"
  }

  /// The entry in the margin of a chapter.
  func margin(_ visit: Visit) -> HTML {
    let words = visit.wording
    var first: HTML = "<span class=\"who\">\(speaker(visit))</span>"
    if isSourced { first = "\(first), \(source(visit))" }
    var lines: [HTML] = ["<p>\(first)</p>"]
    lines += quotation.via.map { source in
      let line = SourceLine(source: source, address: source.work.map { visit.address(ofWork: $0) })
      return "<p>\(words.html(.through, line.html(words)))</p>"
    }
    if isAttributed {
      lines.append("<p>\(basis(visit))</p>")
      if hasHeldSource {
        lines.append(
          """
          <p><a href="\(visit.compareAddress(ofQuotation: number, inPassage: passage))">\
          \(words(.compareHeld))</a></p>
          """)
      }
    }
    return "<div>\(HTML.joined(lines))</div>"
  }

  /// How it is known and through whom, and the way to the source, behind a quotation in a list.
  func remarks(_ visit: Visit) -> HTML {
    let words = visit.wording
    var parts = [basis(visit)]
    parts += quotation.via.map { words.html(.through, SourceLine(source: $0).html(words)) }
    if hasHeldSource {
      parts.append(
        """
        <a href="\(visit.compareAddress(ofQuotation: number, inPassage: passage))">\(words(.compareHeld))</a>
        """)
    }
    return .joined(parts.filter { !$0.isEmpty }, by: " · ")
  }

  private var isSourced: Bool {
    guard let source = quotation.source else { return false }
    return !SourceLine(source: source, without: quotation.speaker).isEmpty
  }

  private func speaker(_ visit: Visit) -> HTML {
    guard let name = quotation.speaker else {
      return "<span class=\"soft\">\(visit.wording(.notSaidWhose))</span>"
    }
    guard let person else { return "\(name)" }
    return "<a href=\"\(visit.address(ofPerson: person))\">\(name)</a>"
  }

  private func source(_ visit: Visit) -> HTML {
    guard let source = quotation.source else { return "" }
    return SourceLine(
      source: source, without: quotation.speaker,
      address: source.work.map { visit.address(ofWork: $0) }
    ).html(visit.wording)
  }

  /// How it is known, in a word that does not depend on colour.
  private func basis(_ visit: Visit) -> HTML {
    guard isAttributed else { return "" }
    let words = visit.wording
    switch (quotation.basis, quotation.note) {
    case (.stated, nil): return "<span class=\"stated\">\(words(.stated))</span>"
    case (.stated, let note?):
      return "<span class=\"stated\">\(words(.statedInNote, note))</span>"
    case (.inferred, let note):
      let text = note.map { words(.inferredFromNote, $0) } ?? words(.inferred)
      let doubt = quotation.confidence.map { words(.probability, Self.percent($0)) } ?? ""
      return "<span class=\"inferred\" title=\"\(doubt)\">\(text)</span>"
    }
  }

  private static func percent(_ value: Double) -> String {
    String(Int((min(max(value, 0), 1) * 100).rounded()))
  }
}
