// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The result of checking an index.
package struct CheckReport: Sendable, Codable, Equatable {
  /// Number of works checked.
  package var works = 0
  /// Number of passages checked.
  package var passages = 0
  /// Code points other than white space in all passages and headings.
  package var characters = 0
  /// Ids of works whose file has changed or disappeared; informative, not a fault.
  package var stale: [String] = []
  /// Faults found, one sentence each.
  package var faults: [String] = []
  /// What the witness says about each work, if files are compared.
  package var witnesses: [WorkWitness] = []

  /// Creates an empty report.
  package init() {}

  /// Adds the results of another step.
  mutating func add(_ other: CheckReport) {
    works += other.works
    passages += other.passages
    characters += other.characters
    stale += other.stale
    faults += other.faults
    witnesses += other.witnesses
  }
}

/// One step of a check, run in a process that it may crash.
package enum CheckStep: Sendable, Codable, Equatable {
  /// Reads every table.
  case tables
  /// Lists up to `listed` work ids after the given one, and the counts that the index records.
  case list(after: String?)
  /// Reads the works with these ids and all their passages.
  case works([String])

  /// Number of works listed in one step, and number read in one step.
  static let listed = 200
  package static let read = 20
}

/// The result of one step of a check.
package struct CheckFinding: Sendable, Codable, Equatable {
  /// Faults and counts.
  package var report = CheckReport()
  /// Work ids, for a step that lists them.
  package var ids: [String] = []
  /// Number of works that the index records.
  package var statedWorks = 0
  /// Number of passages that the index records.
  package var statedPassages = 0

  /// Creates an empty result.
  package init() {}
}

/// The error for a step whose process crashed or took too long.
package struct LostExaminer: Error, Sendable {
  /// How the process ended, to complete a sentence: “ended by signal 11”.
  package var cause: String

  package init(cause: String) { self.cause = cause }
}
