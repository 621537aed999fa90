// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CXXHash
package import Corpus

/// Hashes by which words are known again.
package enum Fingerprint {
  /// The hash of a passage's letters and digits: the same whatever is done to case of ASCII letters,
  /// spaces and punctuation (XXH3, 64 bits).
  package static func of(_ text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { bytes in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: max(bytes.count, 1)) { buffer in
        var count = 0
        var index = 0
        while index < bytes.count {
          let byte = bytes[index]
          // Typographic quotes, dashes and spaces: U+2000–U+207F.
          if byte == 0xE2, index + 2 < bytes.count, bytes[index + 1] < 0x82 {
            index += 3
            continue
          }
          if byte >= 0x80 || byte &- 0x30 < 10 {
            buffer[count] = byte
            count += 1
          } else if (byte | 0x20) &- 0x61 < 26 {
            buffer[count] = byte | 0x20
            count += 1
          }
          index += 1
        }
        return XXH3_64bits(buffer.baseAddress, count)
      }
    }
  }

  /// The hash of a text's characters other than white space, in reading order, as its blocks have
  /// them (XXH3, 64 bits).
  package static func ofText(_ blocks: [Block]) -> UInt64 {
    var hash = TextHash()
    for block in blocks { hash.add(block.text) }
    return hash.value
  }

  /// The same of the passages, with the headings that stand before each.
  package static func ofText(_ passages: [Passage]) -> UInt64 {
    var hash = TextHash()
    for passage in passages {
      for heading in passage.section.suffix(passage.openedHeadings) { hash.add(heading) }
      hash.add(passage.text)
    }
    return hash.value
  }
}

/// Hashes texts piece by piece, without their white space.
private struct TextHash: ~Copyable {
  private let state = XXH3_createState()
  private var buffer: [UInt8] = []

  init() { XXH3_64bits_reset(state) }
  deinit { XXH3_freeState(state) }

  var value: UInt64 { XXH3_64bits_digest(state) }

  mutating func add(_ text: String) {
    buffer.removeAll(keepingCapacity: true)
    var text = text
    text.withUTF8 { bytes in
      // Extracted text has no white space but spaces and line ends; a no-break space of verse is
      // the same in blocks and passages.
      for byte in bytes where byte > 0x20 { buffer.append(byte) }
    }
    XXH3_64bits_update(state, buffer, buffer.count)
  }
}
