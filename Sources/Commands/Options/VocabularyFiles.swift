// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import FoundationEssentials
import IndexSchema
import Vocabularies

/// Reads the vocabulary of a new index: `stopwords.yaml`, `stems.yaml` and `thesaurus.yaml`, which
/// `DataFolder` finds.
enum VocabularyFiles {
  /// Reads the vocabulary; parts without a file are empty.
  ///
  /// - Throws: `CommandFailure`, which names the file, if one cannot be read.
  static func vocabulary() throws -> Vocabulary {
    var vocabulary = Vocabulary()
    for file in Vocabulary.files.compactMap(DataFolder.path) {
      guard let data = FileManager.default.contents(atPath: file) else {
        throw CommandFailure("The vocabulary \(file) cannot be read.")
      }
      do throws(VocabularyFault) {
        try vocabulary.add(yaml: String(decoding: data, as: UTF8.self))
      } catch {
        throw CommandFailure("The vocabulary \(file) is not valid. \(error.description)")
      }
    }
    return vocabulary
  }
}
