// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CUTF8Proc
import Glibc

/// Makes the readable part of an id: lower-case words without diacritics, joined by hyphens.
///
/// Letters of other scripts are kept, so that a Russian title remains readable in Russian.
enum Slug {
  /// Makes a slug of at most `limit` bytes, cut at a word boundary where possible.
  static func slug(_ text: some StringProtocol, limit: Int) -> String {
    var words: [String] = []
    var word = ""
    var size = 0
    for scalar in folded(String(text)).unicodeScalars {
      if isWord(scalar) {
        word.unicodeScalars.append(scalar)
      } else if !isApostrophe(scalar) {
        if !append(&word, to: &words, &size, limit) { break }
      }
    }
    _ = append(&word, to: &words, &size, limit)
    return words.joined(separator: "-")
  }

  private static func append(
    _ word: inout String,
    to words: inout [String],
    _ size: inout Int,
    _ limit: Int
  ) -> Bool {
    guard !word.isEmpty else { return true }
    defer { word = "" }
    if words.isEmpty, word.utf8.count > limit {
      var cut = ""
      for scalar in word.unicodeScalars {
        if cut.utf8.count + 4 > limit { break }
        cut.unicodeScalars.append(scalar)
      }
      words.append(cut)
      size = limit
      return false
    }
    guard size + word.utf8.count + 1 <= limit + 1 else { return false }
    words.append(word)
    size += word.utf8.count + 1
    return true
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return (scalar.value | 0x20) &- 0x61 < 26 || scalar.value &- 0x30 < 10
    }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "'" || scalar == "’" || scalar == "\u{AD}"
  }

  /// Applies case folding and compatibility decomposition and strips diacritics (utf8proc).
  private static func folded(_ text: String) -> String {
    let flags =
      UTF8PROC_STABLE.rawValue | UTF8PROC_COMPAT.rawValue | UTF8PROC_CASEFOLD.rawValue
      | UTF8PROC_DECOMPOSE.rawValue | UTF8PROC_STRIPMARK.rawValue
    // More than enough for any id.
    let input = Array(text.utf8.prefix(1_000))
    var output: UnsafeMutablePointer<UInt8>?
    let count = utf8proc_map(input, input.count, &output, utf8proc_option_t(flags))
    defer { free(output) }
    guard count >= 0, let output else { return text.lowercased() }
    return String(decoding: UnsafeBufferPointer(start: output, count: count), as: UTF8.self)
  }
}
