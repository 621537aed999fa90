// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

extension SourceReader {
  /// Consumes `David Goodway (ed.)`, `ed. Pat Walker` or `translated by X`.
  mutating func takeEditors(_ segment: ArraySlice<Token>) -> Bool {
    let words = segment.filter { $0.kind == .word }
    guard let first = words.first, let last = words.last else { return false }
    let signs: Set<String> = [
      "ed", "eds", "edited", "editor", "editors", "hrsg", "trans", "translated",
    ]
    if words.count == 1, signs.contains(first.folded) {
      // `Pat Walker, ed.`: the names are in the previous segment.
      guard let before = texts.popLast() else { return true }
      let bare = before.drop { $0.folded == "in" && !$0.isCapital }
      if names.isNames(bare, isSure: true) { takeNames(bare) } else { texts.append(before) }
      return true
    }
    if signs.contains(last.folded), words.count > 1 {
      if !texts.isEmpty || !source.names.isEmpty {
        // `Constructive Anarchism G. P. Maximoff (ed.)` is not a list of names.
        guard
          names.isNames(segment, isSure: false) || names.isNames(segment.dropLast(2), isSure: true)
        else {
          return false
        }
        source.editors += names.names(segment, text)
        return true
      }
      guard names.isNames(segment, isSure: true) else { return false }
      takeNames(segment)
      return true
    }
    if signs.contains(first.folded), words.count > 1, !first.isCapital {
      let rest = segment.drop { $0.kind != .word || signs.contains($0.folded) || $0.folded == "by" }
      if first.folded.hasPrefix("ed"), names.isNames(rest, isSure: true) {
        source.editors += names.names(rest, text)
      }
      return true
    }
    return false
  }

  mutating func takeNames(_ segment: ArraySlice<Token>) {
    if texts.isEmpty, source.names.isEmpty {
      source.names = names.names(segment, text)
    } else {
      source.editors += names.names(segment, text)
    }
  }
}
