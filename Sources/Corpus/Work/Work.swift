// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A text in the library: a file, or a member of a file that holds several.
package struct Work: Sendable, Hashable {
  /// Its readable id, unique in the library: `wetzel-2005-workers-power-and-the-russian-revolution`.
  package var id: String
  /// What is known of it.
  package var metadata: Metadata
  /// The file, as people see it: relative to the folder that was indexed.
  package var file: String
  /// The absolute path of the file.
  package var path: String
  /// What it is called in a file that holds several; `nil` if it is all that the file holds.
  package var member: String?
  /// The format that it was read as: `text`, `html`.
  package var format: String
  /// The hash of its bytes in the file (XXH3, 128 bits, hexadecimal).
  package var contentHash: String
  /// The version of the extractor and of the division into passages that made it.
  package var extractorVersion: Int
  /// How many passages it has.
  package var passageCount: Int
  /// How many words, as the tokenizer counts them.
  package var wordCount: Int
  /// How many pages; 0 if it has none.
  package var pageCount: Int
  /// The account of the source's characters.
  package var ledger: Ledger
  /// The hash of all blocks' characters other than white space, in order (XXH3, 64 bits).
  package var textHash: UInt64
  /// Passages that earlier states of the text had and this one has not.
  package var retired: [RetiredPassage]

  /// Creates a work.
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

  /// The title, or the file's name where none is known.
  package var displayTitle: String { metadata.title?.value ?? file }

  /// The names of the authors, as printed.
  package var authorNames: [String] {
    metadata.people.filter { $0.value.role == .author }.map(\.value.name)
  }
}

/// A passage that a work once had: kept so that its id is never given to other words.
package struct RetiredPassage: Sendable, Hashable {
  /// The label that it had in its work: `p31`.
  package var label: String
  /// The fingerprint of its text.
  package var fingerprint: UInt64
  /// The label of the passage in which its words now stand; `nil` if they are gone.
  package var movedTo: String?

  /// Creates the trace of a passage.
  package init(label: String, fingerprint: UInt64, movedTo: String?) {
    self.label = label
    self.fingerprint = fingerprint
    self.movedTo = movedTo
  }
}
