// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Attribution
package import Cataloguing
package import Corpus
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

/// The outcome of a run.
package struct IngestionSummary: Sendable {
  /// Number of new works.
  package var added = 0
  /// Number of works replaced because their file changed.
  package var replaced = 0
  /// Number of works whose file is unchanged and of which the catalogue or the user now states
  /// something else.
  package var corrected = 0
  /// Number of works left unchanged.
  package var unchanged = 0
  /// Number of works removed.
  package var removed = 0
  /// Number of files that are not texts, such as images or programs.
  package var ignored = 0
  /// Number of files that could not be read.
  package var failed = 0
  /// Number of passages indexed in this run.
  package var passages = 0
  /// Total size of the files read, in bytes.
  package var bytes = 0
  /// Number of diagnostics by severity.
  package var diagnostics: [Diagnostic.Severity: Int] = [:]
  /// Duration in seconds.
  package var seconds = 0.0
  /// Whether the run was interrupted.
  package var interrupted = false
  /// Revision that was published; `nil` if nothing was.
  package var revision: String?

  /// Creates an empty summary.
  package init() {}
}
