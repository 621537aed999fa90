// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// A work as a text names it, in a line: authors, title, container, volume, year and pages.
struct SourceLine {
  let source: NamedSource
  /// A name that need not be repeated: that of the speaker.
  var without: String?
  /// The address of the work, if it is held.
  var address: String?

  func html(_ words: Wording) -> HTML {
    var parts: [HTML] = []
    let authors = source.authors.filter { $0 != without }
    if !authors.isEmpty { parts.append("\(authors.joined(separator: ", "))") }
    if let title = source.title {
      let cite: HTML = "<cite>\(title)</cite>"
      parts.append(address.map { "<a href=\"\($0)\">\(cite)</a>" } ?? cite)
    } else if let address {
      parts.append("<a href=\"\(address)\">\(words(.workHeld))</a>")
    }
    if let container = source.container { parts.append("<cite>\(container)</cite>") }
    if let volume = source.volume { parts.append("\(words(.volume, volume))") }
    if let issue = source.issue { parts.append("\(words(.issue, issue))") }
    if let division = source.division { parts.append("\(division)") }
    var line = HTML.joined(parts, by: ", ")
    if let year = source.year { line = "\(line) (\(String(year)))" }
    if let pages = source.pages {
      let several = pages.contains { "-–,&".contains($0) }
      line = "\(line)\(line.isEmpty ? "" : ", " as HTML)\(words(several ? .pages : .page, pages))"
    }
    return line
  }

  /// Whether there is anything to print.
  var isEmpty: Bool {
    source.title == nil && source.container == nil && source.authors.allSatisfy { $0 == without }
      && source.pages == nil && source.division == nil && source.year == nil
  }
}
