// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

/// A part of a snippet.
package struct SnippetRun: Sendable {
  /// The words.
  package var text: String
  /// Whether they match the query.
  package var isMatch: Bool

  /// Creates a part of a snippet.
  package init(_ text: String, isMatch: Bool) {
    self.text = text
    self.isMatch = isMatch
  }

  var html: HTML { isMatch ? "<mark>\(text)</mark>" : .lines(text) }
}

/// A difference between a passage and the searched quotation.
package struct PrintedDifference: Sendable {
  /// The words in the passage; empty if it lacks them.
  package var found: String
  /// The words in the query; empty if it lacks them.
  package var asked: String

  /// Creates a difference.
  package init(found: String, asked: String) {
    self.found = found
    self.asked = asked
  }

  func html(_ words: Wording) -> HTML {
    if found.isEmpty { return words.html(.differenceMissing, "“\(asked)”") }
    if asked.isEmpty { return words.html(.differenceAdded, "“\(found)”") }
    return words.html(.differenceOther, "“\(found)”", "“\(asked)”")
  }
}

/// A passage in the list of results.
package struct HitCard: Sendable {
  /// The passage and its work.
  package var passage: Passage
  package var work: Work
  /// The part of its text that matches best.
  package var snippet: [SnippetRun]
  /// The differences from the searched quotation.
  package var differences: [PrintedDifference]
  /// The quotations among the words found.
  package var quotations: [QuotedWords]
  /// The address in its chapter.
  package var readAddress: String
  /// The address of this page with the passage kept; `nil` if no more can be kept.
  package var keepAddress: String?
  /// Whether it is kept.
  package var isKept: Bool
  /// The address of passages like it.
  package var likeAddress: String
  /// The further passages of the work that match, and the address of all of them.
  package var more: (count: Int, address: String)?
  /// Other copies of the same words, with their addresses.
  package var copies: [(name: String, address: String)]

  /// Creates a card.
  package init(
    _ passage: Passage, of work: Work, snippet: [SnippetRun],
    differences: [PrintedDifference] = [], quotations: [QuotedWords] = [], readAddress: String,
    keepAddress: String? = nil, isKept: Bool = false, likeAddress: String,
    more: (count: Int, address: String)? = nil, copies: [(name: String, address: String)] = []
  ) {
    self.passage = passage
    self.work = work
    self.snippet = snippet
    self.differences = differences
    self.quotations = quotations
    self.readAddress = readAddress
    self.keepAddress = keepAddress
    self.isKept = isKept
    self.likeAddress = likeAddress
    self.more = more
    self.copies = copies
  }

  func html(_ visit: Visit) -> HTML {
    let words = visit.wording
    let language = passage.language ?? work.metadata.language?.value
    return """
      <li class="hit" id="\(Self.anchor(passage.id))"><h2><a href="\(readAddress)">\(WorkLine(work).html(words))</a> \
      \(PlaceLine(passage).html(words))</h2>
      \(section)
      <blockquote\(Self.lang(language, words))>\(HTML.joined(snippet.map(\.html)))</blockquote>
      \(below(visit))
      <p class="acts">\(HTML.joined(acts(visit), by: "\n"))</p>
      \(further(visit))</li>
      """
  }

  /// The anchor of a passage in a list of several works.
  package static func anchor(_ id: String) -> String {
    "h-" + id.map { $0 == "/" ? "." : $0 }
  }

  /// The attribute `lang` of words, unless they are in the language of the page.
  static func lang(_ language: String?, _ words: Wording) -> HTML {
    guard let language, language != words.language else { return "" }
    return " lang=\"\(language)\""
  }

  private var section: HTML {
    passage.section.isEmpty
      ? "" : "<p class=\"where\">\(passage.section.joined(separator: " › "))</p>"
  }

  private func below(_ visit: Visit) -> HTML {
    var parts: [HTML] = []
    if !differences.isEmpty {
      let shown = differences.prefix(6).map { $0.html(visit.wording) }
      let more: HTML = differences.count > 6 ? "; …" : ""
      parts.append("<p class=\"differs\">\(HTML.joined(shown, by: "; "))\(more)</p>")
    }
    parts += quotations.map { $0.list(visit) }
    return .joined(parts, by: "\n")
  }

  private func acts(_ visit: Visit) -> [HTML] {
    let words = visit.wording
    var acts: [HTML] = ["<a href=\"\(readAddress)\">\(words(.readOn))</a>"]
    let quotation = quotations.first { $0.isAttributed }?.number
    acts.append(
      """
      <a href="\(visit.citeAddress(ofPassage: passage.id, quotation: quotation))">\(words(.cite))</a>
      """)
    if let held = quotations.first(where: \.hasHeldSource) {
      let address = visit.compareAddress(ofQuotation: held.number, inPassage: passage.id)
      acts.append("<a href=\"\(address)\">\(words(.compare))</a>")
    }
    if isKept {
      acts.append("<a href=\"\(visit.address(["kept"]))\">\(words(.keptAlready))</a>")
    } else if let keepAddress {
      acts.append("<a href=\"\(keepAddress)\" rel=\"nofollow\">\(words(.keep))</a>")
    }
    acts.append("<a href=\"\(likeAddress)\" rel=\"nofollow\">\(words(.similar))</a>")
    return acts
  }

  private func further(_ visit: Visit) -> HTML {
    let words = visit.wording
    var parts: [HTML] = []
    if let more, more.count > 0 {
      parts.append("<a href=\"\(more.address)\">\(words.count(.moreInWork, more.count))</a>")
    }
    if !copies.isEmpty {
      let links = copies.map { "<a href=\"\($0.address)\">\($0.name)</a>" as HTML }
      parts.append(
        "<span class=\"soft\">\(words.html(.alsoIn, .joined(links, by: ", ")))</span>")
    }
    return parts.isEmpty ? "" : "<p class=\"more-in\">\(HTML.joined(parts, by: " · "))</p>"
  }
}
