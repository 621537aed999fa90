// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Attribution
import BinaryCoding
import Corpus
import Extraction

/// The bytes of a text, and how to read them.
struct ReadingRequest {
  /// Name shown to users.
  var name: String
  var content: Member.Content
  /// Line of its file on which the text begins, counted from 1.
  var line: Int
  /// Facts gathered from the other files in its folder.
  var folder: FolderFacts
  var options: ReadingOptions
}

/// A summary of a text, without its words.
struct ReadingFacts {
  /// What is known about the work.
  var metadata: Metadata
  /// Whether there is anything to index.
  var isReadable: Bool
  /// Whether it was imported as passages.
  var isDivided: Bool
  /// Work id given in the input; `nil` if there is none.
  var statedID: String?
}

/// The outcome of reading a text.
struct ReadingAnswer {
  /// Facts about the text; `nil` if the input is not a readable format.
  var facts: ReadingFacts?
  /// Problems found while reading.
  var diagnostics: [Diagnostic] = []
}

/// How to divide the text read last.
struct DivisionRequest {
  /// What is known about the work, including facts from the catalogue.
  var metadata: Metadata
  /// Id of the work.
  var id: String
  /// Name of the file, as shown to users.
  var name: String
  /// Absolute path of the file.
  var path: String
  /// Name of the member in its container; `nil` if the file is a single text.
  var member: String?
  /// Hash of the text's bytes (XXH3, 128 bits, hexadecimal).
  var contentHash: String
  /// Passages of the work in the index, whose labels are carried over.
  var oldPassages: [Passage]
  /// Retired passages, whose labels must not be reused.
  var retired: [RetiredPassage]
  /// What the text is attributed with.
  var attribution: AttributionSettings
  /// Works that the catalogue says the text cites.
  var knownCitations: [KnownCitation]
}
