// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// The decoded text of a file, with any problems found in its bytes.
struct DecodedText: Sendable {
  /// Text in Unicode normalization form C.
  var text: String
  /// Encoding used to decode the bytes.
  var encoding: String
  /// Problems found while decoding.
  var diagnostics: [Diagnostic] = []
}

extension DecodedText {
  /// Decodes bytes.
  ///
  /// Tries, in order: the byte order mark, UTF-8, the declared encoding, and detection. UTF-8 takes
  /// precedence over the declaration because text in other encodings is hardly ever valid UTF-8,
  /// and because pages often keep an outdated declaration when they are converted.
  ///
  /// - Parameter declared: Encoding named in the file itself.
  init(_ bytes: [UInt8], declared: String? = nil) {
    if let (encoding, skipped) = Self.byteOrderMark(bytes) {
      self.init(bytes[skipped...], encoding: encoding)
    } else if let encoding = WideEncoding.of(bytes) {
      self.init(bytes[...], encoding: encoding)
      note(
        "guessed-encoding", "The file does not state its encoding; it was read as \(encoding).")
    } else if let text = String(validating: bytes, as: UTF8.self) {
      self.init(text: Normalization.composed(text), encoding: "UTF-8")
    } else if Self.isNearlyUTF8(bytes) {
      self.init(bytes[...], encoding: "UTF-8")
    } else if let declared = declared.flatMap(Self.webName), declared != "UTF-8",
      Converter.isKnown(declared)
    {
      self.init(bytes[...], encoding: declared)
    } else {
      self.init(guessing: bytes)
    }
    if encoding == "UTF-8" { DoubleEncoding.repair(&self) }
    removeZeros()
  }

  /// Decodes bytes in an encoding that nothing states.
  private init(guessing bytes: [UInt8]) {
    let detected = EncodingDetection.encoding(of: bytes).flatMap(Self.webName)
    let guess = EncodingGuess(bytes, detected: detected)
    let isWide = detected.map(Self.isMultibyte) ?? false
    if let guess, guess.score >= (isWide ? 1.4 : EncodingGuess.goodScore) {
      self.init(bytes[...], encoding: guess.encoding)
      let rival = guess.rival.map { " \($0) would fit nearly as well." } ?? ""
      note(
        "guessed-encoding",
        "The file does not state its encoding; it was read as \(encoding), by which its letters are "
          + "those of \(guess.language).\(rival)")
    } else {
      // The detector knows encodings with several bytes for a letter; of others the letters tell.
      let other = isWide ? detected : guess?.encoding ?? detected
      self.init(bytes[...], encoding: other ?? "WINDOWS-1252")
      note(
        "guessed-encoding",
        "The file does not state its encoding; it was read as \(encoding), which is uncertain.")
    }
  }

  /// Removes zero bytes, which no text has, and says so.
  ///
  /// One between words becomes a space; one within a word, beside a space or beside another is
  /// padding.
  private mutating func removeZeros() {
    guard text.utf8.contains(0) else { return }
    var clean = String.UnicodeScalarView()
    var count = 0
    var isPending = false
    for scalar in text.unicodeScalars {
      if scalar.value == 0 {
        count += 1
        isPending = true
        continue
      }
      if isPending, let last = clean.last, !last.properties.isWhitespace,
        !scalar.properties.isWhitespace,
        !(last.properties.isAlphabetic && scalar.properties.isAlphabetic)
      {
        clean.append(" ")
      }
      isPending = false
      clean.append(scalar)
    }
    text = String(clean)
    diagnostics.append(
      Diagnostic(
        .warning, code: "zero-bytes", "\(count) zero bytes within the text were left out."))
  }

  private init(_ bytes: ArraySlice<UInt8>, encoding: String) {
    let converted = Converter.convert(bytes, from: encoding)
    self.init(
      text: Normalization.composed(String(decoding: converted.utf8, as: UTF8.self)),
      encoding: encoding
    )
    if let first = converted.firstInvalid {
      diagnostics.append(
        Diagnostic(
          .warning,
          code: "invalid-bytes",
          "\(converted.invalidCount) bytes are not valid \(encoding); they were replaced by U+FFFD.",
          offset: first
        )
      )
    }
  }

  private mutating func note(_ code: String, _ message: String) {
    diagnostics.append(Diagnostic(.note, code: code, message))
  }

  private static func byteOrderMark(_ bytes: [UInt8]) -> (String, Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return ("UTF-8", 3) }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return ("UTF-32LE", 4) }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return ("UTF-32BE", 4) }
    if bytes.starts(with: [0xFF, 0xFE]) { return ("UTF-16LE", 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return ("UTF-16BE", 2) }
    return nil
  }

  /// Whether the bytes are UTF-8 with a few errors: over two valid sequences per invalid byte.
  ///
  /// In other encodings a valid sequence is a rare accident.
  private static func isNearlyUTF8(_ bytes: [UInt8]) -> Bool {
    var good = 0
    var bad = 0
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      index += 1
      guard lead >= 0x80 else { continue }
      let length = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC2 ? 1 : 0
      let end = index + length
      if length > 0, end <= bytes.count, bytes[index..<end].allSatisfy({ $0 & 0xC0 == 0x80 }) {
        good += 1
        index = end
      } else {
        bad += 1
      }
    }
    return good > 2 * bad
  }

  /// Whether an encoding, by its name, has several bytes for a letter.
  private static func isMultibyte(_ name: String) -> Bool {
    ["GB", "BIG5", "EUC", "SHIFT", "ISO-2022", "UHC", "CP949", "CP932", "HZ", "JOHAB"]
      .contains { name.hasPrefix($0) }
  }

  /// The encoding that a label means on the web (WHATWG Encoding, 4.2), if it differs.
  private static func webName(_ label: String) -> String? {
    let name = label.uppercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
    guard !name.isEmpty, name.utf8.count <= 40 else { return nil }
    switch name {
    case "ISO-8859-1", "ISO8859-1", "LATIN1", "LATIN-1", "US-ASCII", "ASCII", "CP1252":
      return "WINDOWS-1252"
    case "ISO-8859-9": return "WINDOWS-1254"
    case "UTF8": return "UTF-8"
    case "X-SJIS", "SHIFT-JIS": return "SHIFT_JIS"
    case "GB2312": return "GB18030"
    default: return name
    }
  }
}
