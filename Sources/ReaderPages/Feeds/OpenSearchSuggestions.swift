// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Completions of what somebody is typing, as browsers read them (OpenSearch Suggestions 1.1).
package struct OpenSearchSuggestions: Sendable {
  /// What was typed.
  package var query: String
  /// The completed queries, the best first.
  package var completions: [String]

  /// Creates completions.
  package init(query: String, completions: [String]) {
    self.query = query
    self.completions = completions
  }

  /// The completions as JSON: `["query", ["first", "second"]]`.
  package var text: String {
    "[\(Self.quoted(query)),[\(completions.map(Self.quoted).joined(separator: ","))]]"
  }

  /// A JSON string (RFC 8259, 7).
  ///
  /// Line separators are escaped too, which older JavaScript takes for line ends.
  private static func quoted(_ text: String) -> String {
    var result = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result.append(contentsOf: ["\\", scalar])
      case "\u{0}"..<"\u{20}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        let zeros = String(repeating: "0", count: 4 - digits.count)
        result.append(contentsOf: "\\u\(zeros)\(digits)".unicodeScalars)
      default: result.append(scalar)
      }
    }
    result.append("\"")
    return String(result)
  }
}
