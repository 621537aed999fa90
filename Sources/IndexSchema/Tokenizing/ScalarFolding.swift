// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CUTF8Proc
import Glibc

/// The tokenizer's data about a non-ASCII Unicode scalar.
struct FoldedScalar {
  /// The role of a scalar in running text.
  enum Class: UInt8 {
    /// Part of a word.
    case word
    /// A combining mark: continues a word but does not start one.
    case mark
    /// A word of its own: ideographs and kana are written without spaces.
    case ideograph
    /// Ignored inside a word: soft hyphen, joiners.
    case invisible
    /// An apostrophe; kept inside a word.
    case apostrophe
    /// Ends a word.
    case other
  }

  var kind: Class
  /// The search form: case-folded, with compatibility forms resolved, without accents.
  var term: [UInt8]
  /// The form for the stemmer: the same, but with accents.
  var word: [UInt8]
}

/// Folds scalars with a cache (Unicode NFKC_Casefold, using utf8proc).
///
/// Accents are removed from Latin and Greek letters only: the breve of Cyrillic й, Indic vowel
/// signs and Hebrew points make different letters, not accented ones.
struct ScalarFolding: Sendable {
  private var pages: [UInt32: [FoldedScalar?]] = [:]

  /// The data for a scalar, cached.
  mutating func folded(_ scalar: UInt32) -> FoldedScalar {
    let page = scalar >> 8
    let index = Int(scalar & 0xFF)
    if let known = pages[page]?[index] { return known }
    let folded = Self.compute(scalar)
    pages[page, default: Array(repeating: nil, count: 256)][index] = folded
    return folded
  }

  private static func compute(_ scalar: UInt32) -> FoldedScalar {
    let kind = classify(scalar)
    guard kind == .word || kind == .mark || kind == .ideograph else {
      return FoldedScalar(kind: kind, term: [], word: [])
    }
    let compatible = [UTF8PROC_STABLE, UTF8PROC_COMPAT, UTF8PROC_CASEFOLD, UTF8PROC_IGNORE]
    let word = map(scalar, compatible + [UTF8PROC_COMPOSE])
    if kind == .mark { return FoldedScalar(kind: kind, term: word, word: word) }
    guard isLatinOrGreek(scalar) else { return FoldedScalar(kind: kind, term: word, word: word) }
    let term = map(scalar, compatible + [UTF8PROC_DECOMPOSE, UTF8PROC_STRIPMARK])
    return FoldedScalar(kind: kind, term: plain(term), word: word)
  }

  /// Maps letters that Unicode does not decompose to those people type instead, without the stroke.
  private static func plain(_ bytes: [UInt8]) -> [UInt8] {
    switch String(decoding: bytes, as: UTF8.self) {
    case "ø": Array("o".utf8)
    case "ł": Array("l".utf8)
    case "đ": Array("d".utf8)
    case "æ": Array("ae".utf8)
    case "œ": Array("oe".utf8)
    case "ı": Array("i".utf8)
    default: bytes
    }
  }

  private static func map(_ scalar: UInt32, _ options: [utf8proc_option_t]) -> [UInt8] {
    guard let scalar = Unicode.Scalar(scalar) else { return [] }
    var input = Array(String(Character(scalar)).utf8)
    let flags = utf8proc_option_t(options.reduce(0) { $0 | $1.rawValue })
    var output: UnsafeMutablePointer<UInt8>?
    let count = utf8proc_map(&input, input.count, &output, flags)
    defer { free(output) }
    guard count >= 0, let output else { return input }
    return Array(UnsafeBufferPointer(start: output, count: count))
  }

  private static func isLatinOrGreek(_ scalar: UInt32) -> Bool {
    scalar < 0x0400 || (0x1D00...0x1FFF).contains(scalar) || (0x2C60...0x2C7F).contains(scalar)
      || (0xA720...0xA7FF).contains(scalar) || (0xFB00...0xFB06).contains(scalar)
      || (0xFF21...0xFF5A).contains(scalar)
  }

  private static func classify(_ scalar: UInt32) -> FoldedScalar.Class {
    switch scalar {
    case 0x00AD, 0x200B...0x200D, 0x2060, 0xFEFF: return .invisible
    case 0x2019, 0x02BC, 0xFF07: return .apostrophe
    case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      return .ideograph
    default: break
    }
    let category = utf8proc_category_t(UInt32(utf8proc_category(utf8proc_int32_t(scalar)).rawValue))
    switch category {
    case UTF8PROC_CATEGORY_LU, UTF8PROC_CATEGORY_LL, UTF8PROC_CATEGORY_LT, UTF8PROC_CATEGORY_LM,
      UTF8PROC_CATEGORY_LO, UTF8PROC_CATEGORY_ND, UTF8PROC_CATEGORY_NL:
      return .word
    case UTF8PROC_CATEGORY_MN, UTF8PROC_CATEGORY_MC, UTF8PROC_CATEGORY_ME: return .mark
    default: return .other
    }
  }
}
