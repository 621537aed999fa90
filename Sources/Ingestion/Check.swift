// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import PassageIndex

/// What a check of an index found.
package struct CheckReport: Sendable {
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
}

/// Proves an index sound: every table whole, every work complete, every character of each text in
/// exactly one passage.
package func check(
  index: String,
  onProgress: @Sendable (IngestionProgress) -> Void = { _ in }
) throws(IndexError) -> CheckReport {
  throw IndexError(.unavailable, "The check is being written.")
}
