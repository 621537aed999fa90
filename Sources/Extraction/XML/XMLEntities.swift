// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The general entities that a document type's internal subset declares (XML 1.0, 4.2).
struct XMLEntities {
  private var values: [String: [UInt8]] = [:]
  /// How many bytes their replacements may still add, so that a small file cannot become a large one.
  private var budget = 1 << 20
  private static let longest = 256

  var isEmpty: Bool { values.isEmpty }

  /// Reads declarations such as `<!ENTITY name "value">`; external ones are not read.
  mutating func read(_ subset: ArraySlice<UInt8>) {
    let text = String(decoding: subset, as: UTF8.self)
    for piece in text.split(separator: "<!ENTITY").dropFirst().prefix(1_000) {
      let words = piece.split(maxSplits: 1, whereSeparator: \.isWhitespace)
      guard words.count == 2, let quote = words[1].first, quote == "\"" || quote == "'" else {
        continue
      }
      let value = words[1].dropFirst().prefix { $0 != quote }
      // Markup and other entities in a value would have to be parsed in turn.
      guard value.utf8.count <= Self.longest, !value.contains("<") else { continue }
      if values[String(words[0])] == nil { values[String(words[0])] = Array(value.utf8) }
    }
  }

  /// The replacement of the reference at an index, and the index after it; `nil` if it is not declared.
  mutating func value(at index: Int, in bytes: [UInt8]) -> (value: [UInt8], end: Int)? {
    guard let end = bytes[index...].prefix(64).firstIndex(of: 0x3B) else { return nil }
    let name = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
    guard let value = values[name], value.count <= budget else { return nil }
    budget -= value.count
    return (value, end + 1)
  }
}
