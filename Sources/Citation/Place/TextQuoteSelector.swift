// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

/// An excerpt with the text around it, by which the excerpt can be found again.
///
/// W3C Web Annotation Data Model, 4.2.4 (Text Quote Selector).
package struct TextQuoteSelector: Sendable, Hashable {
  /// The excerpt itself.
  package var exact: String
  /// Text immediately before the excerpt; `nil` at the beginning of the text.
  package var prefix: String?
  /// Text immediately after the excerpt; `nil` at the end of the text.
  package var suffix: String?

  /// Maximum length of `prefix` and `suffix`, in code points.
  private static let context = 40

  /// Selects a whole passage.
  ///
  /// - Parameter near: The surrounding passages, in reading order.
  package init(_ passage: Passage, among near: [Passage]) {
    exact = passage.text
    prefix = Self.neighbour(before: passage, among: near).flatMap { Self.end(of: $0) }
    suffix = Self.neighbour(behind: passage, among: near).flatMap { Self.beginning(of: $0) }
  }

  /// Selects a quotation in a passage.
  package init(_ quotation: Quotation, in passage: Passage, among near: [Passage]) {
    self.init(passage, among: near)
    let text = Array(passage.text.unicodeScalars)
    let range = quotation.range.clamped(to: 0..<text.count)
    exact = Self.string(text[range])
    prefix = Self.end(of: Self.string(text[..<range.lowerBound])) ?? prefix
    suffix = Self.beginning(of: Self.string(text[range.upperBound...])) ?? suffix
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  /// What precedes a passage in the text: its own heading, or the previous passage.
  private static func neighbour(before passage: Passage, among near: [Passage]) -> String? {
    if passage.openedHeadings > 0, let heading = passage.section.last { return heading }
    return near.last { $0.ordinal < passage.ordinal && isInSameText($0, passage) }?.text
  }

  private static func neighbour(behind passage: Passage, among near: [Passage]) -> String? {
    guard
      let next = near.first(where: { $0.ordinal > passage.ordinal && isInSameText($0, passage) })
    else { return nil }
    return next.section.suffix(next.openedHeadings).first ?? next.text
  }

  /// Notes are kept apart from the paragraphs that they belong to, so the two are not neighbours.
  private static func isInSameText(_ one: Passage, _ other: Passage) -> Bool {
    (one.kind == .note) == (other.kind == .note)
  }

  /// The last whole words that fit in `context` code points.
  private static func end(of text: String) -> String? {
    guard text.contains(where: { !$0.isWhitespace }) else { return nil }
    let scalars = text.unicodeScalars
    guard scalars.count > context else { return text }
    let end = String(scalars.suffix(context))
    return end.firstIndex(of: " ").map { String(end[end.index(after: $0)...]) } ?? end
  }

  /// The first whole words that fit in `context` code points.
  private static func beginning(of text: String) -> String? {
    guard text.contains(where: { !$0.isWhitespace }) else { return nil }
    let scalars = text.unicodeScalars
    guard scalars.count > context else { return text }
    let beginning = String(scalars.prefix(context))
    return beginning.lastIndex(of: " ").map { String(beginning[..<$0]) } ?? beginning
  }
}
