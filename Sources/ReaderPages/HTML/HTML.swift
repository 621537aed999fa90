// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A piece of HTML: literals of this program, with interpolated values escaped.
///
/// It cannot be created from a string that came from elsewhere, so typed or indexed text never
/// becomes markup.
package struct HTML: Sendable, Hashable, ExpressibleByStringInterpolation {
  package typealias StringLiteralType = StaticString

  /// The markup.
  package private(set) var text: String

  /// No HTML.
  package static let empty: HTML = ""

  package init(stringLiteral value: StaticString) { text = "\(value)" }

  package init(stringInterpolation: Interpolation) { text = stringInterpolation.text }

  private init(markup: String) { text = markup }

  /// Whether there is no HTML.
  package var isEmpty: Bool { text.isEmpty }

  /// Several pieces with a separator between them.
  package static func joined(_ pieces: some Sequence<HTML>, by separator: HTML = "") -> HTML {
    HTML(markup: pieces.map(\.text).joined(separator: separator.text))
  }

  /// Text with visible line breaks.
  static func lines(_ text: some StringProtocol) -> HTML {
    joined(
      text.split(separator: "\n", omittingEmptySubsequences: false).map { "\(String($0))" },
      by: "<br>")
  }

  /// Several pieces one after another.
  static func + (first: HTML, second: HTML) -> HTML { HTML(markup: first.text + second.text) }

  /// The interpolations of a literal.
  package struct Interpolation: StringInterpolationProtocol {
    package typealias StringLiteralType = StaticString

    fileprivate var text: String

    package init(literalCapacity: Int, interpolationCount: Int) {
      text = ""
      text.reserveCapacity(literalCapacity + interpolationCount * 32)
    }

    package mutating func appendLiteral(_ literal: StaticString) { text += "\(literal)" }

    /// Adds text, escaped.
    package mutating func appendInterpolation(_ value: some StringProtocol) {
      text += escaped(String(value))
    }

    /// Adds a number in digits.
    package mutating func appendInterpolation(_ value: Int) { text += String(value) }

    /// Adds HTML unchanged.
    package mutating func appendInterpolation(_ value: HTML) { text += value.text }

    /// Adds HTML unchanged, or nothing.
    package mutating func appendInterpolation(_ value: HTML?) { text += value?.text ?? "" }
  }
}
