// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

/// The location of words for programs: a selector, and a link if the words are at the work's URL.
package struct TextPlace: Sendable, Hashable {
  /// The words and their immediate context.
  package var selector: TextQuoteSelector
  /// Link to the words; `nil` if the work has no URL, or one where its words are not.
  package var link: String?
  /// The text directive of the words: `text=…`; `nil` if none of them identify the place.
  private let directive: String?

  /// How many passages on each side are needed to determine the context.
  package static let reach = 5

  /// Locates a passage, or a quotation in it.
  ///
  /// - Parameter near: The surrounding passages, in reading order.
  package init(
    _ passage: Passage, in work: Work, among near: [Passage], quotation: Quotation? = nil
  ) {
    selector =
      quotation.map { TextQuoteSelector($0, in: passage, among: near) }
      ?? TextQuoteSelector(passage, among: near)
    let start = quotation?.range.lowerBound ?? 0
    let breaks = passage.breaks.map { $0 - start }
    let isAmbiguous = Self.count(selector.exact, in: passage.text) > 1
    directive = TextFragment(selector, breaks: breaks, isAmbiguous: isAmbiguous)?.directive
    guard let address = work.address(of: passage), address.hasPrefix("http"),
      work.hasItsWordsAtItsAddress
    else { return }
    link = link(within: address)
  }

  /// The link to the words in a page that has them.
  ///
  /// - Parameter address: The address of the page, with a fragment or without.
  package func link(within address: String) -> String {
    directive.map { Self.link(address, $0) } ?? address
  }

  /// Appends a text directive to a URL, after any existing fragment.
  ///
  /// Browsers search only web pages for the words, not PDF files or archives.
  static func link(_ address: String, _ directive: String) -> String {
    let path = address.prefix { $0 != "#" && $0 != "?" }.lowercased()
    if [".pdf", ".epub", ".zip", ".gz", ".djvu"].contains(where: path.hasSuffix) { return address }
    if address.contains(":~:") { return "\(address)&\(directive)" }
    return address + (address.contains("#") ? "" : "#") + ":~:" + directive
  }

  private static func count(_ words: String, in text: String) -> Int {
    text.ranges(of: words).count
  }
}

extension Passage {
  /// Offsets, in code points, where the page has something that the text lacks.
  fileprivate var breaks: [Int] {
    notes.compactMap(\.offset) + repairs.flatMap { [$0.range.lowerBound, $0.range.upperBound] }
  }
}

extension Work {
  /// URL of the work, with the nearest anchor at or before the passage.
  package func address(of passage: Passage) -> String? {
    guard let url = metadata.url?.value else { return nil }
    // The anchors of an EPUB are paths in its archive.
    guard let anchor = passage.anchor, !url.contains("#"), format != "epub",
      anchor.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x25 })
    else { return url }
    return "\(url)#\(anchor)"
  }
}
