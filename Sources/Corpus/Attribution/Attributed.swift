// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Says how far a fact about a text may be trusted.
package enum Basis: String, Sendable, Hashable, CaseIterable {
  /// The text itself, its file or its catalogue entry says it in so many words.
  case stated
  /// A rule concluded it from other facts.
  case inferred
}

/// A fact together with the rule that read it and the words it was read from.
///
/// A fact that no rule can read is `nil`; it is never replaced by a likely value.
package struct Attributed<Value: Sendable & Hashable>: Sendable, Hashable {
  /// The fact.
  package var value: Value
  /// Whether the fact was read or concluded.
  package var basis: Basis
  /// The name of the rule, as `pamphlet explain` prints it: lower case, words joined by hyphens.
  package var rule: String
  /// The words the rule rests on, as printed; `nil` if it rests on no words.
  package var evidence: String?
  /// The line of the decoded file on which the evidence begins, counted from 1.
  package var line: Int?

  /// Creates a fact with its evidence.
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
