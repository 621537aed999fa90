// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CXapian
import IndexSchema

extension Schema {
  /// The metadata that records how an index was built.
  static var metadata: [(key: String, value: String)] {
    [
      ("pamphlet.schema", String(version)),
      ("pamphlet.tokenizer", String(tokenizerVersion)),
      ("pamphlet.stemmer", String(cString: cx_version())),
    ]
  }

  /// Rejects an index built with another schema, tokenizer or stemmer.
  ///
  /// The stemmer's version is libxapian's, because its stems change silently between releases.
  static func verify(_ database: DatabaseHandle, path: String) throws(IndexError) {
    for (key, expected) in metadata {
      let found = try database.metadata(key)
      if found == expected { continue }
      let part = key.split(separator: ".").last ?? ""
      throw IndexError(
        .incompatible,
        found.map {
          "The index at \(path) was built with \(part) version \($0); this program has \(expected)."
        } ?? "The database at \(path) was not built by Pamphlet: it has no \(part) version.",
        remedy: .rebuild
      )
    }
  }
}
