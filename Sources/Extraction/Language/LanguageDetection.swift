// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CLanguage
package import Corpus

/// Detects the language of a text that does not declare it.
package enum LanguageDetection {
  /// Number of bytes to examine.
  private static let sampleSize = 8_192
  /// Minimum size in bytes for a reliable result.
  private static let minimumSize = 120

  /// The language of a text, as an inferred fact; `nil` if the detector is unsure.
  ///
  /// The sample comes from paragraphs after the first tenth of the blocks, because the beginning of
  /// a text is full of names.
  package static func language(of text: ExtractedText) -> Attributed<String>? {
    var sample: [UInt8] = []
    for block in text.blocks[(text.blocks.count / 10)...] where block.kind == .paragraph {
      sample.append(contentsOf: block.text.utf8)
      sample.append(0x20)
      if sample.count >= sampleSize { break }
    }
    guard sample.count >= minimumSize, let code = sample.withUnsafeBufferPointer(code) else {
      return nil
    }
    return Attributed(code, .inferred, rule: "language-detector")
  }

  /// The language code of UTF-8 text; `nil` if the detector is unsure.
  static func code(of bytes: UnsafeBufferPointer<UInt8>) -> String? {
    cl_detect(
      UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self), bytes.count
    ).map { String(cString: $0) }
  }
}
