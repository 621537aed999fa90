// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

/// Finds blocks in a different language from their text, such as long quotations and appendices.
package enum BlockLanguages {
  /// Minimum size in bytes for a reliable result.
  private static let minimumSize = 160
  /// Number of bytes of a block to examine.
  private static let sampleSize = 2_048

  /// Sets the language of blocks that differ from the text's language.
  package static func mark(_ text: inout ExtractedText) {
    guard let language = text.metadata.language?.value,
      let primary = language.split(separator: "-").first.map({ $0.lowercased() })
    else { return }
    let words = commonWords[primary]
    for index in text.blocks.indices {
      let block = text.blocks[index]
      guard block.language == nil, block.text.utf8.count >= minimumSize else { continue }
      if case .heading = block.kind { continue }
      // The detector runs only if the language's most common words are missing.
      if let words, hasWords(words, in: block.text) { continue }
      guard let found = detect(block.text), found != primary else { continue }
      text.blocks[index].language = found
    }
  }

  private static func detect(_ text: String) -> String? {
    var text = text
    return text.withUTF8 {
      LanguageDetection.code(of: UnsafeBufferPointer(rebasing: $0.prefix(sampleSize)))
    }
  }

  /// Whether a text contains at least three occurrences of a language's most common words.
  private static func hasWords(_ words: Set<[UInt8]>, in text: String) -> Bool {
    var count = 0
    var word: [UInt8] = []
    for byte in text.utf8.prefix(sampleSize) {
      if byte == 0x20 || byte == 0x0A || byte == 0x2C {
        if word.count >= 2, word.count <= 4, words.contains(word) { count += 1 }
        if count >= 3 { return true }
        word.removeAll(keepingCapacity: true)
      } else if word.count < 6 {
        word.append(byte)
      }
    }
    return false
  }

  private static let commonWords: [String: Set<[UInt8]>] = [
    "en": ["the", "of", "and", "to", "was", "that"],
    "fr": ["le", "la", "les", "des", "et", "que", "une"],
    "de": ["der", "die", "und", "den", "das", "nicht", "ist"],
    "es": ["el", "los", "las", "que", "una", "del", "por"],
    "it": ["il", "che", "di", "della", "una", "per", "non"],
  ].mapValues { Set($0.map { Array($0.utf8) }) }
}
