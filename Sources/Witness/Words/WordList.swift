// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CUTF8Proc

/// The words of a text, folded so that readings of the same words compare as equal.
///
/// A word is a run of letters or a run of digits: `word12` is a word and a note mark. Case,
/// compatibility forms (ligatures, superscript digits), combining marks and ignorable characters
/// (soft hyphens) do not count (Unicode, UAX #15 and CaseFolding.txt). An ideograph or a kana is a
/// word of its own, because such scripts have no spaces.
struct WordList {
  /// The folded letters of all words, one after the other.
  private(set) var letters: [UInt8] = []
  /// Where in `letters` each word begins; one more than there are words.
  private(set) var starts: [Int32] = [0]
  private(set) var hashes: [UInt64] = []
  /// The segment of the text that each word is in, and its offset there in bytes.
  private(set) var places: [(segment: Int32, offset: Int32)] = []

  private enum Class: UInt8 {
    case none, letter, digit
  }
  private var current = Class.none
  private var hash: UInt64 = 0
  private var place: (segment: Int32, offset: Int32) = (0, 0)

  var count: Int { hashes.count }

  /// The letters of a range of words.
  func letters(_ words: Range<Int>) -> ArraySlice<UInt8> {
    letters[Int(starts[words.lowerBound])..<Int(starts[words.upperBound])]
  }

  /// Words for a page in marks of pages, as in `[Pg 12]` and `{p. xii}`.
  private static let pageWords: Set<[UInt8]> = Set(
    ["pg", "pag", "page", "seite", "pagina"].map { Array($0.utf8) })

  /// Whether a word is a number, a Roman numeral, a single letter or a word for a page: what marks
  /// of notes and pages are made of.
  func isMark(_ word: Int) -> Bool {
    let letters = letters(word..<(word + 1))
    return letters.count == 1 || letters.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
      || letters.allSatisfy { Self.romanDigits.contains($0) }
      || Self.pageWords.contains(Array(letters))
  }

  private static let romanDigits = Array("ivxlcdm".utf8)

  /// Adds the words of a segment of the text.
  mutating func add(_ text: String, segment: Int) {
    var text = text
    text.withUTF8 { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte < 0x80 {
          add(ascii: byte, segment: segment, offset: index)
          index += 1
        } else {
          index += add(other: bytes, at: index, segment: segment)
        }
      }
    }
    endWord()
  }

  private mutating func add(ascii byte: UInt8, segment: Int, offset: Int) {
    switch byte {
    case 0x61...0x7A: begin(.letter, segment, offset)
    case 0x41...0x5A:
      begin(.letter, segment, offset)
      return append(byte | 0x20)
    case 0x30...0x39: begin(.digit, segment, offset)
    default: return endWord()
    }
    append(byte)
  }

  /// Adds a character outside ASCII; returns its length in bytes.
  private mutating func add(
    other bytes: UnsafeBufferPointer<UInt8>, at index: Int, segment: Int
  ) -> Int {
    var scalar: Int32 = 0
    let length = max(
      1, utf8proc_iterate(bytes.baseAddress?.advanced(by: index), bytes.count - index, &scalar))
    guard scalar >= 0 else { return 1 }
    var folded: (Int32, Int32, Int32, Int32, Int32, Int32, Int32, Int32) = (0, 0, 0, 0, 0, 0, 0, 0)
    withUnsafeMutableBytes(of: &folded) { buffer in
      let folded = buffer.bindMemory(to: Int32.self)
      var state: Int32 = 0
      let count = utf8proc_decompose_char(
        scalar, folded.baseAddress, folded.count, Self.folding, &state)
      for place in 0..<max(0, min(count, folded.count)) {
        add(folded: folded[place], segment: segment, offset: index)
      }
    }
    return length
  }

  private static let folding = utf8proc_option_t(
    UTF8PROC_COMPAT.rawValue | UTF8PROC_CASEFOLD.rawValue | UTF8PROC_IGNORE.rawValue
      | UTF8PROC_STRIPMARK.rawValue | UTF8PROC_DECOMPOSE.rawValue)

  private mutating func add(folded scalar: Int32, segment: Int, offset: Int) {
    if scalar < 0x80 {
      return add(ascii: UInt8(truncatingIfNeeded: scalar), segment: segment, offset: offset)
    }
    let category = utf8proc_category(scalar).rawValue
    switch category {
    case UTF8PROC_CATEGORY_LU.rawValue...UTF8PROC_CATEGORY_LO.rawValue:
      let standsAlone =
        (0x2E80..<0xA000).contains(scalar) || (0x2_0000..<0x4_0000).contains(scalar)
      if standsAlone { endWord() }
      begin(.letter, segment, offset)
      for byte in String(Unicode.Scalar(UInt32(scalar)) ?? " ").utf8 { append(byte) }
      if standsAlone { endWord() }
    case UTF8PROC_CATEGORY_ND.rawValue...UTF8PROC_CATEGORY_NO.rawValue:
      begin(.digit, segment, offset)
      for byte in String(Unicode.Scalar(UInt32(scalar)) ?? " ").utf8 { append(byte) }
    case UTF8PROC_CATEGORY_MN.rawValue...UTF8PROC_CATEGORY_ME.rawValue: break
    default: endWord()
    }
  }

  private mutating func begin(_ kind: Class, _ segment: Int, _ offset: Int) {
    guard kind != current else { return }
    endWord()
    current = kind
    hash = 0xCBF2_9CE4_8422_2325
    place = (Int32(segment), Int32(offset))
  }

  /// Adds a letter; the hash is FNV-1a.
  private mutating func append(_ byte: UInt8) {
    letters.append(byte)
    hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  private mutating func endWord() {
    guard current != .none else { return }
    current = .none
    hashes.append(hash)
    starts.append(Int32(letters.count))
    places.append(place)
  }
}
