// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Attribution
package import Cataloguing
package import IndexSchema
package import XapianStore

/// What to index, and how.
package struct IngestionOptions: Sendable {
  /// Folder of the index; created if it does not exist.
  package var index: String
  /// Files and folders to index; folders are searched recursively.
  package var paths: [String]
  /// Whether to remove works whose file no longer exists.
  package var prune: Bool
  /// What to look at if all else is known to be unchanged; `nil` to look at every file.
  package var scope: IngestionScope?
  /// Number of threads.
  package var jobs: Int
  /// Whether to read every file again, even if unchanged.
  package var rebuild: Bool
  /// Languages for text recognition in scans (`eng+fra`); `nil` to skip recognition.
  package var recognition: String?
  /// Facts about works from the catalogue and from the user's edits, which take precedence over those
  /// in the files; `nil` to leave unchanged works as they are, whatever was stated of them.
  package var catalogue: Catalogue?
  /// Attribution rules that are not applied.
  package var disabledRules: Set<AttributionRule>
  /// Probability below which no speaker is named, from 0 to 1; `nil` for that of the index, or the
  /// default in a new one.
  package var floor: Double?
  /// Vocabulary used when creating a new index.
  package var vocabulary: Vocabulary
  /// How long to wait for another writer, in seconds; `nil` to wait indefinitely.
  package var lockTimeout: Double?
  /// Who may read the index; `nil` to leave the permissions as they are.
  package var access: IndexAccess?
  /// Program whose processes read the texts; `nil` to read them unprotected in this process.
  package var reader: ReaderProgram?
  /// Limits on reading a text in a separate process.
  package var limits: ReadingLimits

  package init(
    index: String,
    paths: [String],
    prune: Bool = false,
    jobs: Int = 2,
    rebuild: Bool = false,
    recognition: String? = nil,
    catalogue: Catalogue? = nil,
    disabledRules: Set<AttributionRule> = [],
    floor: Double? = nil,
    vocabulary: Vocabulary = Vocabulary(),
    lockTimeout: Double? = 0,
    access: IndexAccess? = nil,
    reader: ReaderProgram? = nil,
    limits: ReadingLimits = ReadingLimits()
  ) {
    self.index = index
    self.paths = paths
    self.prune = prune
    self.jobs = jobs
    self.rebuild = rebuild
    self.recognition = recognition
    self.catalogue = catalogue
    self.disabledRules = disabledRules
    self.floor = floor
    self.vocabulary = vocabulary
    self.lockTimeout = lockTimeout
    self.access = access
    self.reader = reader
    self.limits = limits
  }
}

/// The part of the files below the paths that a run looks at.
package struct IngestionScope: Sendable {
  /// Absolute paths of new and changed files.
  package var files: Set<String>
  /// Whether to look at works of which the catalogue or the edits now state something else.
  package var includesStatements: Bool

  package init(files: Set<String> = [], includesStatements: Bool = false) {
    self.files = files
    self.includesStatements = includesStatements
  }
}

/// The progress of a run.
package struct IngestionProgress: Sendable {
  /// Number of files found so far.
  package var files: Int
  /// Number of files processed.
  package var filesDone: Int
  /// Total size of all files, in bytes.
  package var bytes: Int
  /// Size of the files processed, in bytes.
  package var bytesDone: Int
  /// Number of passages indexed.
  package var passages: Int
  /// Name of the current file, or of the current stage.
  package var current: String

  package init(
    files: Int = 0,
    filesDone: Int = 0,
    bytes: Int = 0,
    bytesDone: Int = 0,
    passages: Int = 0,
    current: String = ""
  ) {
    self.files = files
    self.filesDone = filesDone
    self.bytes = bytes
    self.bytesDone = bytesDone
    self.passages = passages
    self.current = current
  }
}
