// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Text of which some is in italics, as titles are in references.
package struct FormattedText: Sendable, Hashable {
  /// Characters that are set alike.
  package struct Run: Sendable, Hashable {
    package var text: String
    package var isItalic: Bool
  }

  /// The text in order; no run is empty, and neighbours differ in their type.
  package private(set) var runs: [Run] = []

  package init(_ text: String, isItalic: Bool = false) {
    append(Run(text: text, isItalic: isItalic))
  }

  /// The text without its type.
  package var plain: String { runs.map(\.text).joined() }

  private mutating func append(_ run: Run) {
    guard !run.text.isEmpty else { return }
    if let last = runs.indices.last, runs[last].isItalic == run.isItalic {
      runs[last].text += run.text
    } else {
      runs.append(run)
    }
  }

  fileprivate mutating func append(_ text: FormattedText) {
    for run in text.runs { append(run) }
  }

  /// The text with a capital letter at its beginning.
  var withCapital: FormattedText {
    guard let first = runs.first?.text else { return self }
    var text = self
    text.runs[0].text = first.prefix(1).uppercased() + first.dropFirst()
    return text
  }

  /// The text with a final full stop, unless it already ends a sentence.
  var withFullStop: FormattedText {
    guard let end = plain.last(where: { !"”’\"'".contains($0) }), !".?!".contains(end) else {
      return self
    }
    return followed(by: ".")
  }

  /// Appends punctuation and a continuation, placing the punctuation inside closing quotation
  /// marks.
  ///
  /// Chicago Manual of Style, 18th edition, 6.9. A comma is kept after a title that ends in `?`.
  func followed(by sign: String, _ next: FormattedText = "") -> FormattedText {
    guard plain.last == "”", let mark = sign.first, let last = runs.indices.last else {
      return "\(self)\(sign)\(next)"
    }
    var text = self
    text.runs[last].text.removeLast()
    text.runs[last].text += "\(mark)”"
    return "\(text)\(String(sign.dropFirst()))\(next)"
  }
}

extension FormattedText: ExpressibleByStringInterpolation {
  /// Joins upright words with formatted ones.
  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = FormattedText("")

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ literal: String) { text.append(FormattedText(literal)) }

    package mutating func appendInterpolation(_ words: String) { text.append(FormattedText(words)) }

    package mutating func appendInterpolation(_ words: FormattedText) { text.append(words) }
  }

  package init(stringLiteral value: String) { self.init(value) }

  package init(stringInterpolation: StringInterpolation) { self = stringInterpolation.text }
}

extension [FormattedText] {
  /// Joins the texts with upright words between them.
  func joined(separator: String) -> FormattedText {
    dropFirst().reduce(first ?? "") { "\($0)\(separator)\($1)" }
  }

  /// Joins the texts by commas, which stand inside closing quotation marks.
  var joinedByCommas: FormattedText {
    dropFirst().reduce(first ?? "") { $0.followed(by: ", ", $1) }
  }
}
