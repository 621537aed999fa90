// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A note that is tied by a link, as converters from HTML write them: `[[#Footnote_A_1][[A]]]` in the
/// text, and `[[#FNanchor_A_1][[A]]] P. 57.` where the note stands.
struct MuseNoteLink: Equatable {
  /// What the addresses of mark and note have in common: `a1`.
  let key: String
  /// The number or letter as printed, without brackets.
  let sign: String
  /// How many code points the link takes.
  let length: Int

  /// Reads a link at the beginning of a text; `nil` if it is none of a note.
  init?(_ text: some Collection<Unicode.Scalar>) {
    let source = Array(text.prefix(120))
    guard source.starts(with: ["[", "[", "#"]), let targetEnd = source.firstIndex(of: "]"),
      targetEnd + 1 < source.count, source[targetEnd + 1] == "["
    else { return nil }
    // The words of the link may stand in brackets of their own.
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

  /// An address without what says whether it is the mark's or the note's; `nil` if it names neither.
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
