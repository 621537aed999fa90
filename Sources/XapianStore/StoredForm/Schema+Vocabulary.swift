// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import FoundationEssentials
import IndexSchema

extension Schema {
  /// The metadata key of the index's vocabulary.
  private static let vocabularyKey = "pamphlet.vocabulary"

  /// The metadata of an index with a vocabulary.
  static func metadata(_ vocabulary: Vocabulary) -> [(key: String, value: String)] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    guard let json = try? encoder.encode(vocabulary) else {
      preconditionFailure("A vocabulary consists of strings and can always be encoded.")
    }
    return metadata + [(vocabularyKey, String(decoding: json, as: UTF8.self))]
  }

  /// The vocabulary that an index was built with.
  static func vocabulary(of database: DatabaseHandle) throws(IndexError) -> Vocabulary {
    guard let json = try database.metadata(vocabularyKey) else { return Vocabulary() }
    do {
      return try JSONDecoder().decode(Vocabulary.self, from: Data(json.utf8))
    } catch {
      throw IndexError(
        .corrupt,
        "The vocabulary that the index was built with cannot be read.",
        remedy: .rebuild,
        underlying: "\(error)"
      )
    }
  }
}
