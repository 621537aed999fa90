// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Page numbers, with each style's way of abbreviating ranges.
struct PageNumbers: Hashable {
  /// How the second number of a range is abbreviated.
  enum Form {
    /// Not abbreviated (APA).
    case full
    /// Chicago Manual of Style, 18th edition, 9.63: `71–72`, `100–104`, `101–8`, `321–28`.
    case chicago
    /// MLA Handbook, 9th edition: the last two digits, or more if needed: `103–04`, `1608–774`.
    case mla
  }

  private enum Part: Hashable {
    case words(String)
    case range(String, String)
  }

  private let parts: [Part]

  /// The pages from one label to another, both included.
  init(first: String, last: String) {
    parts = first == last ? [.words(first)] : [.range(first, last)]
  }

  /// Parses page numbers as printed in a text: `69`, `24, 27 and 30–1`.
  init(parsing text: String) {
    var parts: [Part] = []
    var words = ""
    var rest = text[...]
    while let character = rest.first {
      guard character.isDigit, !(words.last?.isLetter ?? false) else {
        words.append(character)
        rest = rest.dropFirst()
        continue
      }
      let first = rest.prefix(while: \.isDigit)
      rest = rest.dropFirst(first.count)
      let tail = rest.drop(while: \.isDash)
      let last = tail.prefix(while: \.isDigit)
      guard rest.first?.isDash ?? false, let whole = Self.completed(last, after: first) else {
        words += first
        continue
      }
      if !words.isEmpty { parts.append(.words(words)) }
      words = ""
      parts.append(.range(String(first), whole))
      rest = tail.dropFirst(last.count)
    }
    if !words.isEmpty { parts.append(.words(words)) }
    self.parts = parts
  }

  /// Whether there is more than one page.
  var areSeveral: Bool {
    parts.contains {
      switch $0 {
      case .range: true
      case .words(let words):
        words.contains { ",&;".contains($0) || $0.isDash } || words.contains("and")
          || words.hasSuffix("f") || words.hasSuffix("f.")
      }
    }
  }

  /// The first and last page; `nil` unless the numbers are a single page or range.
  var bounds: (first: String, last: String)? {
    guard parts.count == 1 else { return nil }
    return switch parts[0] {
    case .words(let words): areSeveral ? nil : (words, words)
    case .range(let first, let last): (first, last)
    }
  }

  /// The numbers as text, with en dashes in ranges.
  func text(_ form: Form) -> String {
    parts.map {
      switch $0 {
      case .words(let words): words
      case .range(let first, let last): first + "–" + Self.shortened(last, after: first, form)
      }
    }.joined()
  }

  /// Expands the second number of a range, as `31` in `30–1`; `nil` if it is not above the first.
  private static func completed(_ last: Substring, after first: Substring) -> String? {
    guard !last.isEmpty else { return nil }
    let whole = first.prefix(max(0, first.count - last.count)) + last
    guard let from = Int(first), let to = Int(whole), to > from else { return nil }
    return String(whole)
  }

  private static func shortened(_ last: String, after first: String, _ form: Form) -> String {
    guard form != .full, let from = Int(first), Int(last) != nil, first.count == last.count,
      from >= 100
    else { return last }
    let changed = zip(first, last).prefix { $0 == $1 }.count
    if form == .chicago, from % 100 == 0 { return last }
    let least = form == .chicago && from % 100 < 10 ? 1 : 2
    return String(last.suffix(max(least, last.count - changed)))
  }
}

extension Character {
  fileprivate var isDigit: Bool { isASCII && isNumber }
  fileprivate var isDash: Bool { "-–—−‐‑".contains(self) }
}
