// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// A page of the Internet Archive that shows the full text of a scan: `Full text of "On Bread"`.
///
/// The text is plain text in the page's only preformatted element; the rest is the site's.
struct ArchivePage {
  private static let rule = "archive-page"
  /// Bytes in which the title stands.
  private static let headSize = 1 << 16

  private let title: String
  /// The page before the text, the text, and the page after it.
  private let before: Substring
  private let inner: Substring
  private let after: Substring

  /// - Parameter text: A page; `nil` if it is none of these.
  init?(_ text: String) {
    guard ByteSearch.contains(text, "<pre"), let open = text.firstRange(of: "<pre")?.lowerBound,
      let start = text[open...].firstIndex(of: ">").map({ text.index(after: $0) }),
      let title = Self.title(in: text[..<open])
    else { return nil }
    let end = text[start...].firstRange(of: "</pre>")?.lowerBound ?? text.endIndex
    self.title = title
    (before, inner, after) = (text[..<open], text[start..<end], text[end...])
  }

  private static func title(in head: Substring) -> String? {
    let head = head.utf8.count > headSize ? String(head.unicodeScalars.prefix(headSize))[...] : head
    for (opening, closing) in [("<title>", "</title>"), ("<h1>", "</h1>")] {
      guard let start = head.firstRange(of: opening)?.upperBound,
        let end = head[start...].firstRange(of: closing)?.lowerBound
      else { continue }
      let words = plain(head[start..<end]).split(whereSeparator: \.isWhitespace)
        .joined(separator: " ")
      guard words.hasPrefix("Full text of \"") else { continue }
      return words.dropFirst("Full text of \"".count).prefix { $0 != "\"" }.trimmed
    }
    return nil
  }

  /// The text of markup in which only entities and single tags stand.
  private static func plain(_ markup: Substring) -> String {
    var text = ""
    _ = XMLEvents.read("<pre>\(markup)</pre>") { event in
      if case .text(let words, _) = event { text += words }
    }
    return text
  }

  /// Extracts the text.
  func extract(_ file: SourceFile) -> ExtractedText {
    let shift = before.utf8.count { $0 == 0x0A }
    var lines = TextLine.lines(of: Self.plain(inner))
    for index in lines.indices { lines[index].number += shift }
    var stated = Metadata()
    if !title.isEmpty, !JunkTitles.isJunk(title) {
      stated.title = Attributed(title, .stated, rule: Self.rule, evidence: title)
    }
    // The title page says more than the site.
    var text = PlainText.extract(lines, file: file, stating: stated, readsTitlePage: true)
    let site = HTMLText.extract("\(before)\(after)", file: file)
    let words = site.blocks.map(\.text) + site.ledger.omissions.map(\.text) + [title]
    text.ledger.source += site.ledger.source
    if site.ledger.source > 0 {
      text.ledger.omissions.append(
        Ledger.Omission(
          rule: "navigation", count: site.ledger.source, sample: "Full text of “\(title)”",
          text: words.joined(separator: "\n")))
    }
    return text
  }
}
