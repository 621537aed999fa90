// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The label printed at the start of a note: `12.`, `[12]`, `[Footnote 12:`, `12 (return) [`.
struct NoteLabelText {
  /// The label with what separates it from the note.
  let printed: String
  /// Whether it opens a bracket that encloses the whole note, as Distributed Proofreaders and
  /// older files of Project Gutenberg print notes.
  let isBracketed: Bool

  /// - Parameter isGone: Whether the number was a link back and has been removed, so that only the
  ///   punctuation around it remains.
  init?(_ text: String, number: String, isGone: Bool) {
    var rest = text[...].drop { "[({ ".contains($0) }
    if text.first == "[", let name = BracketedNote.name(atStartOf: rest) {
      rest = rest.dropFirst(name.count).drop { $0 == " " }
    }
    if rest.hasPrefix(number) {
      rest = rest.dropFirst(number.count)
      if let next = rest.first, next.isLetter || next.isNumber { return nil }
    } else if !isGone || !(rest.first.map { ".):]}".contains($0) } ?? false) {
      return nil
    }
    rest = rest.drop { "[](){}. :".contains($0) }
    guard !rest.isEmpty else { return nil }
    printed = String(text[..<rest.startIndex])
    isBracketed = Self.depth(of: printed) == 1 && Self.depth(of: rest) == -1
  }

  /// Opening square brackets less closing ones.
  private static func depth(of text: some StringProtocol) -> Int {
    text.utf8.reduce(0) { $0 + ($1 == 0x5B ? 1 : $1 == 0x5D ? -1 : 0) }
  }
}
