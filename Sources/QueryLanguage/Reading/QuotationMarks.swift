// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The quotation marks in a query, straight and curly, as typed or pasted.
enum QuotationMarks {
  /// The end of the quotation that starts at an index; `nil` if none starts there.
  static func closing(
    at index: Int, in text: [Unicode.Scalar]
  ) -> (end: Int, isClosed: Bool)? {
    let opening = text[index]
    if opening == "‘" || opening == "‚" { return single(at: index, in: text) }
    guard let marks = marks(closing: opening) else { return nil }
    let end = text[(index + 1)...].firstIndex(where: marks.contains)
    return (end ?? text.count, end != nil)
  }

  /// Whether a mark ends a word wherever it occurs.
  static func isDouble(_ scalar: Unicode.Scalar) -> Bool {
    marks(closing: scalar) != nil || scalar == "”"
  }

  /// A single mark opens a quotation only if one before a space or punctuation closes it: ’ is an
  /// apostrophe too.
  private static func single(
    at index: Int, in text: [Unicode.Scalar]
  ) -> (end: Int, isClosed: Bool)? {
    let marks: [Unicode.Scalar] = text[index] == "‚" ? ["‘", "’"] : ["’"]
    var end = index + 1
    while end < text.count {
      if marks.contains(text[end]), end > index + 1, !text[end - 1].properties.isWhitespace,
        end + 1 == text.count || !text[end + 1].properties.isAlphabetic
      {
        // “workers’ ” does not close if another possible closing mark follows: the last one closes.
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
