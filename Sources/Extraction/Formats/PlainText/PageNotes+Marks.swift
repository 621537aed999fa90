// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

extension PageNotes {
  /// Signs that printers use, and those that OCR produces from superscript digits.
  private static let signs = "*†‡§!?®©°’'‘\"^~•¢¥™#¶|"
  private static let superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹"

  /// Parses the mark at the start of a note; `nil` if there is none.
  static func mark(_ line: String) -> Mark? {
    let word = line.prefix { $0 != " " }
    if let attached = attachedMark(line, word) { return attached }
    guard word.count < line.count, (1...6).contains(word.count) else { return nil }
    let rest = line.dropFirst(word.count).drop { $0 == " " }
    let printed = String(line[..<rest.startIndex])
    let inner = word.drop { "[({".contains($0) }
    let bare = inner.prefix { !"]}).:".contains($0) }
    guard inner.count - bare.count <= 2 else { return nil }
    if !bare.isEmpty, bare.count <= 3, bare.utf8.allSatisfy({ $0 &- 0x30 < 10 }) {
      return Mark(sign: String(bare), printed: printed, isFigure: true)
    }
    if !bare.isEmpty, bare.allSatisfy({ superscripts.contains($0) }) {
      let figures = bare.compactMap { superscripts.firstIndex(of: $0) }
        .map { String(superscripts.distance(from: superscripts.startIndex, to: $0)) }
      return Mark(sign: figures.joined(), printed: printed, isFigure: true)
    }
    if word.count <= 3, word.allSatisfy({ signs.contains($0) }), !isCopyright(line) {
      return Mark(sign: String(word), printed: printed, isFigure: false)
    }
    return nil
  }

  /// A sign or raised figure without a space after it: `*See`, `¹Cf.`.
  private static func attachedMark(_ line: String, _ word: Substring) -> Mark? {
    guard let first = word.first else { return nil }
    let isRaised = superscripts.contains(first)
    guard isRaised || "*†‡§¶".contains(first) else { return nil }
    let sign = word.prefix { isRaised ? superscripts.contains($0) : $0 == first }
    guard sign.count <= 3, let next = word.dropFirst(sign.count).first,
      next.isUppercase || "“\"‘«".contains(next), !Emphasis(line).hasClosing
    else { return nil }
    let figures = sign.compactMap { superscripts.firstIndex(of: $0) }
      .map { String(superscripts.distance(from: superscripts.startIndex, to: $0)) }
    return Mark(
      sign: isRaised ? figures.joined() : String(sign), printed: String(sign), isFigure: isRaised)
  }

  /// Whether a line states who has the copyright: `© 1998 The Press`, `© Copyright The Press`.
  private static func isCopyright(_ line: String) -> Bool {
    guard line.first == "©" else { return false }
    let rest = line.dropFirst().drop { $0 == " " }
    return rest.first?.isNumber == true || rest.lowercased().hasPrefix("copyright")
      || rest.lowercased().hasPrefix("by ")
  }
}
