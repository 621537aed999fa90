// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Something about an input that a person should know; never a reason to stop.
package struct Diagnostic: Sendable, Hashable {
  /// How bad it is.
  package enum Severity: String, Sendable, Hashable, CaseIterable {
    /// Read as well as can be, nothing lost.
    case note
    /// Something may be wrong or missing in the result.
    case warning
    /// The text was not indexed.
    case error
  }

  /// How bad it is.
  package var severity: Severity
  /// A stable name for programs: lower case, words joined by hyphens.
  package var code: String
  /// A sentence for a person: what happened and what to do.
  package var message: String
  /// The file, as given.
  package var file: String?
  /// The line of the decoded text, counted from 1.
  package var line: Int?
  /// The offset in the file, in bytes.
  package var offset: Int?

  /// Creates a diagnostic.
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
