// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The account of a source's characters: what became of each, by number.
///
/// Counts are Unicode code points other than white space. The account is balanced if
/// `source + added == text + metadata + omitted + removed`; an extractor that cannot balance it
/// has lost or doubled something, and says so in a diagnostic.
package struct Ledger: Sendable, Hashable {
  /// What was left out on purpose, and by which rule.
  package struct Omission: Sendable, Hashable {
    /// The name of the rule: `running-head`, `navigation`, `gutenberg-licence`.
    package var rule: String
    /// How many code points.
    package var count: Int
    /// The first of the words left out, 80 code points at most.
    package var sample: String

    /// Creates an omission.
    package init(rule: String, count: Int, sample: String) {
      self.rule = rule
      self.count = count
      self.sample = sample
    }
  }

  /// Code points of the decoded source: of the text between the tags, where there are tags.
  package var source: Int
  /// Code points of all blocks: headings and notes included.
  package var text: Int
  /// Code points read as title, author or other facts, and in no block.
  package var metadata: Int
  /// Code points left out on purpose.
  package var omissions: [Omission]
  /// Code points that repairs took out: hyphens at line ends, note marks, printed page numbers.
  package var removed: Int
  /// Code points that repairs put in.
  package var added: Int

  /// Creates an account.
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

  /// Code points left out on purpose.
  package var omitted: Int { omissions.reduce(0) { $0 + $1.count } }

  /// Counts the code points other than white space.
  ///
  /// - Complexity: O(*n*) in the bytes of the text.
  package static func count(_ text: some StringProtocol) -> Int {
    var text = String(text)
    return text.withUTF8 { count($0) }
  }

  /// Counts the code points other than white space in UTF-8.
  package static func count(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte > 0x20 || byte < 0x09 || (byte > 0x0D && byte < 0x20) { count += 1 }
        index += 1
      } else if byte == 0xC2 || byte == 0xE1 || byte == 0xE2 || byte == 0xE3 {
        // The lead bytes of all white space beyond ASCII (Unicode White_Space).
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
