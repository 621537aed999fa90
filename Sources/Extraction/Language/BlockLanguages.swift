// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

/// Finds the blocks that are in another language than their text: quotations at length, appendices.
package enum BlockLanguages {
  /// Below so many bytes no answer is trusted.
  private static let leastSize = 160
  /// How many bytes of a block are looked at.
  private static let sampleSize = 2_048

  /// Marks the blocks of another language; always inferred.
  package static func mark(_ text: inout ExtractedText) {
    guard let language = text.metadata.language?.value,
      let primary = language.split(separator: "-").first.map({ $0.lowercased() })
    else { return }
    let words = commonWords[primary]
    for index in text.blocks.indices {
      let block = text.blocks[index]
      guard block.language == nil, block.text.utf8.count >= leastSize else { continue }
      if case .heading = block.kind { continue }
      // The detector is only asked where the commonest words of the language are missing.
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

  /// Whether at least three of a language's commonest words stand in a text, counted each time.
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
