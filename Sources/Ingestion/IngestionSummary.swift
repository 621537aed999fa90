// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus
package import IndexReports

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
  /// Files that could not be read, by their absolute paths.
  package var unread: [IndexReport.UnreadText] = []
  /// Whether the run was interrupted.
  package var interrupted = false
  /// Revision that was published; `nil` if nothing was.
  package var revision: String?

  /// Creates an empty summary.
  package init() {}
}

/// Something that a run changed in the index.
package struct IngestionChange: Sendable, Hashable {
  package enum Kind: String, Sendable {
    case added, replaced, corrected, removed
  }

  package var kind: Kind
  /// The id of the work.
  package var work: String
  /// The id that it had before, if that was another.
  package var formerWork: String?
  /// The name of the file as shown to users.
  package var file: String
}
