// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// An account of what became of every character of the source.
///
/// Counts are Unicode code points other than white space. The ledger balances if
/// `source + added == text + metadata + omitted + removed`. An extractor whose ledger does not
/// balance has lost or duplicated characters, and reports a diagnostic.
package struct Ledger: Sendable, Hashable {
  /// Text that a rule left out on purpose.
  package struct Omission: Sendable, Hashable {
    /// Name of the rule: `running-head`, `navigation`, `gutenberg-licence`.
    package var rule: String
    /// Number of code points.
    package var count: Int
    /// Beginning of the omitted text, at most 80 code points.
    package var sample: String
    /// The whole omitted text, while a file is read; an index stores only the sample.
    package var text: String

    /// - Parameter text: The whole omitted text; `nil` if only its beginning is known.
    package init(rule: String, count: Int, sample: String, text: String? = nil) {
      self.rule = rule
      self.count = count
      self.sample = sample
      self.text = text ?? sample
    }
  }

  /// Code points in the decoded source; for markup, in the text between the tags.
  package var source: Int
  /// Code points in blocks, including headings and notes.
  package var text: Int
  /// Code points that were read as metadata and appear in no block.
  package var metadata: Int
  /// Code points left out on purpose, by rule.
  package var omissions: [Omission]
  /// Code points removed by repairs: hyphens at line ends, note marks, printed page numbers.
  package var removed: Int
  /// Code points added by repairs.
  package var added: Int

  package init(
    source: Int = 0,
    text: Int = 0,
    metadata: Int = 0,
    omissions: [Omission] = [],
    removed: Int = 0,
    added: Int = 0
  ) {
    self.source = source
    self.text = text
    self.metadata = metadata
    self.omissions = omissions
    self.removed = removed
    self.added = added
  }

  /// Whether every code point of the source is accounted for.
  package var isBalanced: Bool {
    source + added == text + metadata + omitted + removed
  }

  /// Total number of code points left out on purpose.
  package var omitted: Int { omissions.reduce(0) { $0 + $1.count } }

  /// Counts the code points other than white space.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  package static func count(_ text: some StringProtocol) -> Int {
    var text = String(text)
    return text.withUTF8 { count($0) }
  }

  /// Counts the code points other than white space in a UTF-8 buffer.
  package static func count(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte > 0x20 || byte < 0x09 || (byte > 0x0D && byte < 0x20) { count += 1 }
        index += 1
      } else if byte == 0xC2 || byte == 0xE1 || byte == 0xE2 || byte == 0xE3 {
        // Lead bytes of all non-ASCII white space (Unicode property White_Space).
        let (scalar, length) = decode(bytes, at: index)
        if !scalar.properties.isWhitespace { count += 1 }
        index += length
      } else {
        count += 1
        index += byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      }
    }
    return count
  }

  private static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>,
    at index: Int
  ) -> (Unicode.Scalar, Int) {
    let length = bytes[index] < 0xE0 ? 2 : 3
    guard index + length <= bytes.count else { return ("\u{FFFD}", bytes.count - index) }
    var value = UInt32(bytes[index] & (length == 2 ? 0x1F : 0x0F))
    for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}
