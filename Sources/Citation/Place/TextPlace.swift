// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

/// Where words stand, for programs that go there: a selector, and a link if the work has an address.
package struct TextPlace: Sendable, Hashable {
  /// The words and those around them.
  package var selector: TextQuoteSelector
  /// The address of the words; `nil` if the work has none.
  package var link: String?

  /// How many passages before and behind are enough to know what stands around.
  package static let reach = 5

  /// The place of a passage, or of what it quotes.
  ///
  /// - Parameter near: The passages around it, in reading order.
  package init(
    _ passage: Passage, in work: Work, among near: [Passage], quotation: Quotation? = nil
  ) {
    selector =
      quotation.map { TextQuoteSelector($0, in: passage, among: near) }
      ?? TextQuoteSelector(passage, among: near)
    guard let address = work.address(of: passage), address.hasPrefix("http") else { return }
    let start = quotation?.range.lowerBound ?? 0
    let breaks = passage.breaks.map { $0 - start }
    let isAmbiguous = Self.count(selector.exact, in: passage.text) > 1
    let fragment = TextFragment(selector, breaks: breaks, isAmbiguous: isAmbiguous)
    link = fragment.map { Self.link(address, $0.directive) } ?? address
  }

  /// An address with a text directive, behind the fragment that it has.
  ///
  /// Browsers look for words on pages only, not in PDF or archives.
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
  /// The code points at which the page has something that the text has not.
  fileprivate var breaks: [Int] {
    notes.compactMap(\.offset) + repairs.flatMap { [$0.range.lowerBound, $0.range.upperBound] }
  }
}

extension Work {
  /// The address of the work, with the place at or before a passage that can be linked to.
  package func address(of passage: Passage) -> String? {
    guard let url = metadata.url?.value else { return nil }
    guard let anchor = passage.anchor, !url.contains("#"),
      anchor.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x25 })
    else { return url }
    return "\(url)#\(anchor)"
  }
}
