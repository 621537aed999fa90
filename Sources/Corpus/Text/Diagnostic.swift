// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A message about an input that the user should see; never a reason to stop.
package struct Diagnostic: Sendable, Hashable {
  /// How serious a diagnostic is.
  package enum Severity: String, Sendable, Hashable, CaseIterable {
    /// The input was read as well as possible and nothing was lost.
    case note
    /// Part of the result may be wrong or missing.
    case warning
    /// The text was not indexed.
    case error
  }

  package var severity: Severity
  /// Stable identifier for programs: lower case, words joined by hyphens.
  package var code: String
  /// Message for people: what happened and what to do about it.
  package var message: String
  /// Path of the file, as the user gave it.
  package var file: String?
  /// Line of the decoded text, counted from 1.
  package var line: Int?
  /// Offset in the file, in bytes.
  package var offset: Int?

  package init(
    _ severity: Severity,
    code: String,
    _ message: String,
    file: String? = nil,
    line: Int? = nil,
    offset: Int? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.file = file
    self.line = line
    self.offset = offset
  }
}
