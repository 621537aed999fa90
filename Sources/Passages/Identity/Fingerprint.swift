// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CXXHash
package import Corpus

/// Hashes that identify a text by its words.
package enum Fingerprint {
  /// Hashes the letters and digits of a passage (XXH3, 64 bits).
  ///
  /// The result does not depend on spaces, punctuation or the case of ASCII letters.
  package static func of(_ text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { bytes in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: max(bytes.count, 1)) { buffer in
        var count = 0
        var index = 0
        while index < bytes.count {
          let byte = bytes[index]
          // Typographic quotation marks, dashes and spaces: U+2000–U+207F.
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

  /// Hashes the non-white-space characters of the blocks, in reading order (XXH3, 64 bits).
  package static func ofText(_ blocks: [Block]) -> UInt64 {
    var hash = TextHash()
    for block in blocks { hash.add(block.text) }
    return hash.value
  }

  /// Hashes the passages and the headings before them; equal to the hash of their blocks.
  package static func ofText(_ passages: [Passage]) -> UInt64 {
    var hash = TextHash()
    for passage in passages {
      for heading in passage.section.suffix(passage.openedHeadings) { hash.add(heading) }
      hash.add(passage.text)
    }
    return hash.value
  }
}

/// Hashes a text incrementally, ignoring white space.
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
      // Spaces and line ends are the only ASCII white space in extracted text. No-break spaces in
      // verse are hashed, but are the same in blocks and passages.
      for byte in bytes where byte > 0x20 { buffer.append(byte) }
    }
    XXH3_64bits_update(state, buffer, buffer.count)
  }
}
