// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Recognises what the beginning of a line says it is.
enum MuseLine {
  static func headingLevel(_ line: String) -> Int? {
    let stars = line.prefix { $0 == "*" }.count
    guard (1...5).contains(stars), line.dropFirst(stars).first == " " else { return nil }
    return stars
  }

  /// The mark at the start of a note.
  struct NoteStart {
    /// Number by which marks in the text refer to the note.
    var number: String
    /// Number as printed.
    var sign: String
    /// Key in links to the note; `nil` if it is not linked.
    var key: String?
    /// Length in characters.
    var length: Int
  }

  static func noteMark(_ line: String) -> NoteStart? {
    if line.hasPrefix("[[#") {
      // A line that consists only of such a link is not a note.
      guard let link = MuseNoteLink(line.unicodeScalars.prefix(120)),
        line.unicodeScalars.count > link.length
      else { return nil }
      return NoteStart(
        number: "#\(link.key)", sign: link.sign, key: link.key, length: link.length)
    }
    guard let open = line.first, open == "[" || open == "{" else { return nil }
    let digits = line.dropFirst().prefix { $0.isASCII && $0.isNumber }
    let close: Character = open == "[" ? "]" : "}"
    // A number with a leading zero is none of a note (Text::Amuse).
    guard (1...5).contains(digits.count), digits.first != "0",
      line.dropFirst(digits.count + 1).first == close,
      let next = line.dropFirst(digits.count + 2).first, next == " "
    else { return nil }
    let number = open == "[" ? String(digits) : "{\(digits)}"
    return NoteStart(number: number, sign: number, key: nil, length: digits.count + 3)
  }

  static func anchorName(_ line: String) -> String? {
    let name = line.dropFirst()
    guard let first = name.first, first.isLetter,
      name.allSatisfy({ $0.isLetter || $0.isNumber || "-_".contains($0) })
    else { return nil }
    return String(name)
  }

  /// Length of a bullet; 0 for a number, which is kept as part of the text.
  static func listMarker(_ line: String) -> Int? {
    if line.hasPrefix("- ") { return 2 }
    let word = line.prefix { $0 != " " }
    guard word.last == ".", word.count <= 6, word.count < line.count else { return nil }
    let bare = word.dropLast()
    let isCounter =
      bare.allSatisfy(\.isNumber) || PageNumber.isRoman(bare)
      || (bare.count == 1 && bare.allSatisfy(\.isLetter))
    return isCounter ? 0 : nil
  }

  static let environmentNames: Set<String> = [
    "quote", "verse", "center", "right", "example", "biblio", "play", "comment", "literal", "code",
  ]
}
