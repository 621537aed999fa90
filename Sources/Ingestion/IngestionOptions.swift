// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Attribution
package import Cataloguing
package import Corpus
package import IndexSchema
package import XapianStore

/// What to take into an index.
package struct IngestionOptions: Sendable {
  /// The folder of the index; made if it is not there.
  package var index: String
  /// Files and folders; folders are searched through.
  package var paths: [String]
  /// Whether to take out works whose file is gone.
  package var prune: Bool
  /// How many threads read and index.
  package var jobs: Int
  /// Whether to read every file again, changed or not.
  package var rebuild: Bool
  /// The languages in which scans are recognised (`eng+fra`); `nil` if they are not.
  package var recognition: String?
  /// What is known of works apart from their files; goes before what these say.
  package var catalogue: Catalogue
  /// Rules of attribution that are not to be used.
  package var disabledRules: Set<AttributionRule>
  /// The vocabulary of a new index.
  package var vocabulary: Vocabulary
  /// How long to wait for another writer, in seconds; `nil` for as long as it takes.
  package var lockTimeout: Double?
  /// Who may read the index; `nil` for those who may now.
  package var access: IndexAccess?
  /// The program whose processes read the texts; `nil` if this process reads them, unprotected.
  package var reader: ReaderProgram?
  /// What reading a text may take, where processes read them.
  package var limits: ReadingLimits

  /// Creates options.
  package init(
    index: String,
    paths: [String],
    prune: Bool = false,
    jobs: Int = 2,
    rebuild: Bool = false,
    recognition: String? = nil,
    catalogue: Catalogue = Catalogue(),
    disabledRules: Set<AttributionRule> = [],
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
    self.vocabulary = vocabulary
    self.lockTimeout = lockTimeout
    self.access = access
    self.reader = reader
    self.limits = limits
  }
}

/// How far a run has come.
package struct IngestionProgress: Sendable {
  /// Files found so far to be read.
  package var files: Int
  /// Files read.
  package var filesDone: Int
  /// Bytes of all files to be read.
  package var bytes: Int
  /// Bytes read.
  package var bytesDone: Int
  /// Passages indexed.
  package var passages: Int
  /// The file being read, or what is being done with all of them.
  package var current: String

  /// Creates the state of a run.
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

/// What a run has done.
package struct IngestionSummary: Sendable {
  /// Works that are new.
  package var added = 0
  /// Works replaced because their file changed.
  package var replaced = 0
  /// Works left as they were.
  package var unchanged = 0
  /// Works taken out.
  package var removed = 0
  /// Files that are no text we read: images, programs.
  package var ignored = 0
  /// Files that could not be read as a text.
  package var failed = 0
  /// Passages indexed in this run.
  package var passages = 0
  /// Bytes of the files read.
  package var bytes = 0
  /// How many diagnostics of each severity.
  package var diagnostics: [Diagnostic.Severity: Int] = [:]
  /// The time it took, in seconds.
  package var seconds = 0.0
  /// Whether it was interrupted; what was finished before is in the index.
  package var interrupted = false
  /// The revision that was published; `nil` if nothing changed.
  package var revision: String?

  /// Creates the summary of a run that has done nothing.
  package init() {}
}
