// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Attribution
import BinaryCoding
import Corpus
import Extraction

/// The bytes of a text, and how they are to be read.
struct ReadingRequest {
  /// Its name as people see it.
  var name: String
  /// Its bytes.
  var content: Member.Content
  /// The line of its file on which it begins.
  var line: Int
  /// What the other files of its folder tell.
  var folder: FolderFacts
  /// How it is to be read.
  var options: ReadingOptions
}

/// What a text is, without its words.
struct ReadingFacts {
  /// What is known of the work.
  var metadata: Metadata
  /// Whether there is anything to index.
  var isReadable: Bool
  /// Whether it came as passages.
  var isDivided: Bool
  /// The id that it states of itself.
  var statedID: String?
}

/// What came of reading a text.
struct ReadingAnswer {
  /// What it is; `nil` if it is none that can be read.
  var facts: ReadingFacts?
  /// What is wrong with it.
  var diagnostics: [Diagnostic] = []
}

/// What the text that was read last is to be divided as.
struct DivisionRequest {
  /// What is known of the work, the catalogue's knowledge included.
  var metadata: Metadata
  /// The id of the work.
  var id: String
  /// The name of the file as people see it.
  var name: String
  /// The path of the file.
  var path: String
  /// What it is called in the file.
  var member: String?
  /// The hash of its bytes.
  var contentHash: String
  /// The passages that the index holds of the work; they keep their labels.
  var oldPassages: [Passage]
  /// Labels that must not be given again.
  var retired: [RetiredPassage]
  /// Rules of attribution that are not to be used.
  var disabledRules: Set<AttributionRule>
  /// What the catalogue knows of works that the text cites.
  var knownCitations: [KnownCitation]
}
