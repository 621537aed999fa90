// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CUTF8Proc
import Glibc

/// Converts text to Unicode normalization form C before any code points are counted.
enum Normalization {
  /// The text in form C; the same string if it is already in that form, as nearly all text is.
  static func composed(_ text: String) -> String {
    var text = streamSafe(text)
    let changed: String? = text.withUTF8 { bytes in
      guard mayChange(bytes) else { return nil }
      var output: UnsafeMutablePointer<UInt8>?
      let flags = UTF8PROC_STABLE.rawValue | UTF8PROC_COMPOSE.rawValue
      let count = utf8proc_map(
        bytes.baseAddress,
        bytes.count,
        &output,
        utf8proc_option_t(flags)
      )
      defer { free(output) }
      guard count >= 0, let output else { return nil }
      return String(decoding: UnsafeBufferPointer(start: output, count: count), as: UTF8.self)
    }
    return changed ?? text
  }

  /// The first character of a letter's canonical decomposition: `a` of `ä`.
  static func base(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    var letters = [Int32](repeating: 0, count: 8)
    let count = utf8proc_decompose_char(
      Int32(scalar.value), &letters, letters.count,
      utf8proc_option_t(UTF8PROC_STABLE.rawValue | UTF8PROC_DECOMPOSE.rawValue), nil)
    return count > 0 ? Unicode.Scalar(UInt32(letters[0])) ?? scalar : scalar
  }

  /// The characters for which one is a presentation form (compatibility decomposition).
  static func compatible(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    var letters = [Int32](repeating: 0, count: 24)
    let count = utf8proc_decompose_char(
      Int32(scalar.value), &letters, letters.count,
      utf8proc_option_t(
        UTF8PROC_STABLE.rawValue | UTF8PROC_DECOMPOSE.rawValue | UTF8PROC_COMPAT.rawValue), nil)
    guard count > 0, count <= letters.count else { return [scalar] }
    return letters.prefix(count).compactMap { Unicode.Scalar(UInt32($0)) }
  }

  /// Maximum number of combining marks per letter (UAX #15, 13: stream-safe text).
  ///
  /// Longer runs are broken up with U+034F, because sorting a run of marks takes quadratic time.
  private static let maximumMarks = 30

  private static func streamSafe(_ text: String) -> String {
    var marks = 0
    // A mark takes at least two bytes, so most text can be found safe without decoding it.
    var text = text
    let isSafe = text.withUTF8 { bytes in
      for byte in bytes {
        marks = byte < 0x80 ? 0 : marks + 1
        if marks > maximumMarks * 2 { return false }
      }
      return true
    }
    guard !isSafe else { return text }
    marks = 0
    var divided: String.UnicodeScalarView?
    for (count, scalar) in text.unicodeScalars.enumerated() {
      let isMark = scalar.value >= 0x300 && scalar.properties.canonicalCombiningClass.rawValue != 0
      marks = isMark ? marks + 1 : 0
      if marks > maximumMarks {
        if divided == nil {
          divided = String.UnicodeScalarView(text.unicodeScalars.prefix(count))
        }
        divided?.append("\u{034F}")
        marks = 1
      }
      divided?.append(scalar)
    }
    return divided.map { String($0) } ?? text
  }

  /// Whether normalization could change the text.
  ///
  /// It can change combining marks (U+0300 and above), Hangul letters, and singletons in higher
  /// blocks; nothing below U+0300 changes.
  private static func mayChange(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0xCC {
        index += 1
      } else if byte == 0xE2, index + 1 < bytes.count, bytes[index + 1] == 0x80 {
        // General punctuation: only U+2000 and U+2001 (E2 80 80 and E2 80 81) are singletons.
        if index + 2 < bytes.count, bytes[index + 2] < 0x82 { return true }
        index += 3
      } else if byte >= 0xD0, byte <= 0xD1 {
        index += 2  // Cyrillic: composed already, its marks are at U+0483 and above.
      } else {
        return true
      }
    }
    return false
  }
}
