// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A text in the library: a file, or one member of a file that contains several.
package struct Work: Sendable, Hashable {
  /// Readable id, unique in the library: `wetzel-2005-workers-power-and-the-russian-revolution`.
  package var id: String
  /// What is known about the work.
  package var metadata: Metadata
  /// Path shown to users: relative to the folder that was indexed.
  package var file: String
  /// Absolute path of the file.
  package var path: String
  /// Name of the member in a file that contains several texts; `nil` if the file is a single text.
  package var member: String?
  /// Format the file was read as: `text`, `html`.
  package var format: String
  /// Hash of the text's bytes in the file (XXH3, 128 bits, hexadecimal).
  package var contentHash: String
  /// Version of the extraction and division code that produced the passages.
  package var extractorVersion: Int
  /// Number of passages.
  package var passageCount: Int
  /// Number of words, as counted by the tokenizer.
  package var wordCount: Int
  /// Number of pages; 0 if the text has none.
  package var pageCount: Int
  /// Account of every character of the source.
  package var ledger: Ledger
  /// Hash of all non-white-space characters of the blocks, in order (XXH3, 64 bits).
  package var textHash: UInt64
  /// Passages that earlier versions of the text had and this one does not.
  package var retired: [RetiredPassage]
  /// Ids that the work had before its author, year or title were corrected, the latest last; they
  /// lead to it, and no other work is given them.
  package var formerIDs: [String] = []
  /// What the file says of the work by itself; `nil` if the catalogue and the editor add nothing.
  package var ownMetadata: Metadata?
  /// Hash of what the catalogue and the editor say of the work; 0 if they say nothing.
  package var editorialHash: UInt64 = 0
  /// Whether its passages came as such, from an export, and were not divided here.
  package var isImported = false
  /// What its quotations were attributed with; `nil` if they were imported.
  package var attribution: AttributionSettings?

  package init(
    id: String,
    metadata: Metadata,
    file: String,
    path: String,
    member: String? = nil,
    format: String,
    contentHash: String,
    extractorVersion: Int,
    passageCount: Int = 0,
    wordCount: Int = 0,
    pageCount: Int = 0,
    ledger: Ledger = Ledger(),
    textHash: UInt64 = 0,
    retired: [RetiredPassage] = []
  ) {
    self.id = id
    self.metadata = metadata
    self.file = file
    self.path = path
    self.member = member
    self.format = format
    self.contentHash = contentHash
    self.extractorVersion = extractorVersion
    self.passageCount = passageCount
    self.wordCount = wordCount
    self.pageCount = pageCount
    self.ledger = ledger
    self.textHash = textHash
    self.retired = retired
  }

  /// The title, or the file name if the title is unknown.
  package var displayTitle: String { metadata.title?.value ?? file }

  /// Names of the authors, as printed.
  package var authorNames: [String] {
    metadata.people.filter { $0.value.role == .author }.map(\.value.name)
  }
}

/// A passage that a work used to have, kept so that its id is never reused for other words.
package struct RetiredPassage: Sendable, Hashable {
  /// Label it had in its work: `p31`.
  package var label: String
  /// Fingerprint of its text.
  package var fingerprint: UInt64
  /// Label of the passage that now contains its words; `nil` if they are gone.
  package var movedTo: String?

  package init(label: String, fingerprint: UInt64, movedTo: String?) {
    self.label = label
    self.fingerprint = fingerprint
    self.movedTo = movedTo
  }
}
