// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A piece of HTML: literals of this program, and values that are escaped as they are put in.
///
/// There is no way to make one of a string that came from elsewhere, so nothing that was typed or
/// indexed becomes markup.
package struct HTML: Sendable, Hashable, ExpressibleByStringInterpolation {
  package typealias StringLiteralType = StaticString

  /// The markup.
  package private(set) var text: String

  /// Nothing.
  package static let empty: HTML = ""

  package init(stringLiteral value: StaticString) { text = "\(value)" }

  package init(stringInterpolation: Interpolation) { text = stringInterpolation.text }

  private init(markup: String) { text = markup }

  /// Whether there is nothing.
  var isEmpty: Bool { text.isEmpty }

  /// Several pieces, with another between them.
  package static func joined(_ pieces: [HTML], by separator: HTML = "") -> HTML {
    HTML(markup: pieces.map(\.text).joined(separator: separator.text))
  }

  /// Text whose line ends show.
  static func lines(_ text: String) -> HTML {
    joined(
      text.split(separator: "\n", omittingEmptySubsequences: false).map { "\(String($0))" },
      by: "<br>")
  }

  /// What is put into a literal.
  package struct Interpolation: StringInterpolationProtocol {
    package typealias StringLiteralType = StaticString

    fileprivate var text: String

    package init(literalCapacity: Int, interpolationCount: Int) {
      text = ""
      text.reserveCapacity(literalCapacity + interpolationCount * 32)
    }

    package mutating func appendLiteral(_ literal: StaticString) { text += "\(literal)" }

    /// Text of others, escaped.
    package mutating func appendInterpolation(_ value: String) { text += escaped(value) }

    /// A number, in digits.
    package mutating func appendInterpolation(_ value: Int) { text += String(value) }

    /// HTML as it is.
    package mutating func appendInterpolation(_ value: HTML) { text += value.text }
  }
}
