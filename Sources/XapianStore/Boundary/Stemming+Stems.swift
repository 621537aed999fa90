// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CXapian
package import IndexSchema

extension Stemming {
  /// The stems of words in the order given, from libxapian's stemmer with this name.
  package static func stems(
    of words: [String], stemmer: String
  ) throws(IndexError) -> [String] {
    let block = try ResultBlock("stem words with the stemmer “\(stemmer)”") { error in
      withBytes(stemmer) { stemmer in
        withBytes(words) { cx_stems(stemmer, $0, $1, error) }
      }
    }
    return block.strings
  }
}
