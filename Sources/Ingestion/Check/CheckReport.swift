// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// What a check of an index found.
package struct CheckReport: Sendable, Codable, Equatable {
  /// Works checked.
  package var works = 0
  /// Passages checked.
  package var passages = 0
  /// Code points other than white space in all passages and headings.
  package var characters = 0
  /// Works whose file has changed since, or is gone: no fault, but worth knowing.
  package var stale: [String] = []
  /// What is wrong, a sentence each.
  package var faults: [String] = []

  /// Creates the report of a check that has found nothing.
  package init() {}

  /// Adds what another part of the check found.
  mutating func add(_ other: CheckReport) {
    works += other.works
    passages += other.passages
    characters += other.characters
    stale += other.stale
    faults += other.faults
  }
}

/// A part of a check, done in one go, in a process that it may end.
package enum CheckStep: Sendable, Codable, Equatable {
  /// Read every table.
  case tables
  /// List the ids of works, those after an id, and count what the index says that it holds.
  case list(after: String?)
  /// Read works, each with all its passages.
  case works([String])

  /// How many works are listed, and how many of them are read in one go.
  static let listed = 200
  static let read = 20
}

/// What a part of a check found.
package struct CheckFinding: Sendable, Codable, Equatable {
  /// What is wrong, and what was counted.
  package var report = CheckReport()
  /// The ids that were asked for.
  package var ids: [String] = []
  /// How many works and passages the index says that it holds.
  package var statedWorks = 0
  /// See `statedWorks`.
  package var statedPassages = 0

  /// Creates the finding of nothing.
  package init() {}
}

/// The process that a part of a check was done in is lost: it crashed, or took too long.
package struct LostExaminer: Error, Sendable {
  /// How it ended, as the end of a sentence: “ended by signal 11”.
  package var cause: String

  /// Creates the error.
  package init(cause: String) { self.cause = cause }
}
