// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The quotation marks of a query, straight and curly, as typed or pasted.
enum QuotationMarks {
  /// Where a quotation that is opened at a place ends; `nil` if nothing is opened there.
  static func closing(
    at index: Int, in text: [Unicode.Scalar]
  ) -> (end: Int, isClosed: Bool)? {
    let opening = text[index]
    if opening == "‘" || opening == "‚" { return single(at: index, in: text) }
    guard let marks = marks(closing: opening) else { return nil }
    let end = text[(index + 1)...].firstIndex(where: marks.contains)
    return (end ?? text.count, end != nil)
  }

  /// Whether a mark ends a word wherever it stands.
  static func isDouble(_ scalar: Unicode.Scalar) -> Bool {
    marks(closing: scalar) != nil || scalar == "”"
  }

  /// A single mark opens only what is closed before a space or a sign: ’ is an apostrophe too.
  private static func single(
    at index: Int, in text: [Unicode.Scalar]
  ) -> (end: Int, isClosed: Bool)? {
    let marks: [Unicode.Scalar] = text[index] == "‚" ? ["‘", "’"] : ["’"]
    var end = index + 1
    while end < text.count {
      if marks.contains(text[end]), end > index + 1, !text[end - 1].properties.isWhitespace,
        end + 1 == text.count || !text[end + 1].properties.isAlphabetic
      {
        // “workers’ ” closes nothing if another mark that may close comes later: it is the last.
        let later = text[(end + 1)...].contains { marks.contains($0) }
        if !later || text[end - 1] != "s" { return (end, true) }
      }
      end += 1
    }
    return nil
  }

  private static func marks(closing scalar: Unicode.Scalar) -> [Unicode.Scalar]? {
    switch scalar {
    case "\"": ["\"", "”"]
    case "“", "„": ["”", "“", "\""]
    case "”": ["”", "\""]
    case "«": ["»"]
    case "»": ["«"]
    case "‹": ["›"]
    case "＂": ["＂"]
    default: nil
    }
  }
}
