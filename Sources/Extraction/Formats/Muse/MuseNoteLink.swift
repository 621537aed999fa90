// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A link between a note and its mark, as produced by converters from HTML.
///
/// The mark is `[[#Footnote_A_1][[A]]]`, and the note begins `[[#FNanchor_A_1][[A]]] P. 57.`
struct MuseNoteLink: Equatable {
  /// The part of the link target that mark and note share: `a1`.
  let key: String
  /// Number or letter as printed, without brackets.
  let sign: String
  /// Length of the link in code points.
  let length: Int

  /// Parses a link at the start of a text; `nil` if it is not a note link.
  init?(_ text: some Collection<Unicode.Scalar>) {
    let source = Array(text.prefix(120))
    guard source.starts(with: ["[", "[", "#"]), let targetEnd = source.firstIndex(of: "]"),
      targetEnd + 1 < source.count, source[targetEnd + 1] == "["
    else { return nil }
    // The link text may itself be in brackets.
    var depth = 0
    var end = targetEnd + 1
    while end < source.count {
      if source[end] == "[" { depth += 1 }
      if source[end] == "]" { depth -= 1 }
      if depth < 0 { break }
      end += 1
    }
    guard end < source.count else { return nil }
    let words = source[(targetEnd + 2)..<(end - 1)]
    let sign = words.filter { !"[](){} ".unicodeScalars.contains($0) }
    let isSign =
      sign.allSatisfy { $0.value &- 0x30 < 10 } || sign.count == 1
      || sign.allSatisfy { "*†‡§".unicodeScalars.contains($0) }
    guard (1...4).contains(sign.count), isSign else { return nil }
    guard let key = Self.key(source[3..<targetEnd]) else { return nil }
    self.key = key
    self.sign = String(String.UnicodeScalarView(sign))
    length = end + 1
  }

  /// The target without its mark or note prefix; `nil` if it has neither.
  private static func key(_ address: ArraySlice<Unicode.Scalar>) -> String? {
    let lower = String(String.UnicodeScalarView(address)).lowercased()
    let words = lower.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    var rest = words.joined()
    var isNote = false
    for name in [
      "footnote", "endnote", "fnanchor", "fnref", "noteref", "anchor", "note", "ftn", "fn",
    ]
    where rest.hasPrefix(name) {
      rest.removeFirst(name.count)
      isNote = true
    }
    return isNote && rest.contains(where: \.isNumber) ? rest : nil
  }
}
