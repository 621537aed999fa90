// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// How far a fact about a text can be trusted.
package enum Basis: String, Sendable, Hashable, CaseIterable {
  /// Stated outright by the text, its file or its catalogue entry.
  case stated
  /// Concluded by a rule from other facts.
  case inferred
}

/// A fact, the rule that established it, and the words it was read from.
///
/// A fact that no rule can establish is `nil`; it is never filled in with a likely value.
package struct Attributed<Value: Sendable & Hashable>: Sendable, Hashable {
  package var value: Value
  package var basis: Basis
  /// Name of the rule, as `pamphlet explain` prints it: lower case, words joined by hyphens.
  package var rule: String
  /// Words the rule relies on, as printed; `nil` if it relies on none.
  package var evidence: String?
  /// Line of the decoded file where the evidence begins, counted from 1.
  package var line: Int?

  package init(
    _ value: Value,
    _ basis: Basis,
    rule: String,
    evidence: String? = nil,
    line: Int? = nil
  ) {
    self.value = value
    self.basis = basis
    self.rule = rule
    self.evidence = evidence
    self.line = line
  }
}
