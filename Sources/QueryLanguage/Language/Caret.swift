// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import IndexSchema

/// The query with carets under the range of an error; empty if the error has no range.
///
/// A long query is cut around the range, so that both lines fit a terminal.
package func caret(for error: IndexError, in query: String) -> String {
  guard let position = error.position else { return "" }
  let scalars = query.unicodeScalars.map { $0.properties.isWhitespace ? " " : $0 }
  let lower = min(position.lowerBound, scalars.count)
  let upper = max(lower + 1, min(position.upperBound, scalars.count))
  let start = max(0, lower - 40)
  let end = min(scalars.count, max(lower + 60, start + 76))
  var shown = String.UnicodeScalarView()
  shown.append(contentsOf: scalars[start..<max(start, end)])
  let ellipsis = start > 0 ? "…" : ""
  let indent = String(repeating: " ", count: lower - start + ellipsis.count)
  let marks = String(repeating: "^", count: max(1, min(upper, max(end, lower + 1)) - lower))
  return ellipsis + String(shown) + (end < scalars.count ? "…" : "") + "\n" + indent + marks
}
