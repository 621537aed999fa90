// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

/// A format that texts come in.
package enum Format: String, Sendable, CaseIterable {
  case text
  case html

  /// The version of the extractors; raise it with every change that alters what they return.
  package static let extractorVersion = 1

  /// The format of a file by its name, and where that does not tell, by its first bytes.
  package static func recognize(name: String, bytes: [UInt8]) -> Format? { nil }

  /// Reads a file: never fails, never stops early; what is wrong is said in `diagnostics`.
  package func extract(_ file: SourceFile) -> ExtractedText { ExtractedText() }
}
