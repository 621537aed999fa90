// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CLanguage
package import Corpus

/// Detects the language of a text that does not state it.
package enum LanguageDetection {
  /// How many bytes are looked at.
  private static let sampleSize = 8_192
  /// Below so many bytes no answer is trusted.
  private static let leastSize = 120

  /// The language of a text, always inferred; `nil` where the detector is not sure.
  ///
  /// The sample is taken from paragraphs after the first tenth of the blocks, for the head of a
  /// text is full of names.
  package static func language(of text: ExtractedText) -> Attributed<String>? {
    var sample: [UInt8] = []
    for block in text.blocks[(text.blocks.count / 10)...] where block.kind == .paragraph {
      sample.append(contentsOf: block.text.utf8)
      sample.append(0x20)
      if sample.count >= sampleSize { break }
    }
    guard sample.count >= leastSize, let code = sample.withUnsafeBufferPointer(code) else {
      return nil
    }
    return Attributed(code, .inferred, rule: "language-detector")
  }

  /// The language of UTF-8, as the detector names it; `nil` where it is not sure.
  static func code(of bytes: UnsafeBufferPointer<UInt8>) -> String? {
    cl_detect(
      UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self), bytes.count
    ).map { String(cString: $0) }
  }
}
