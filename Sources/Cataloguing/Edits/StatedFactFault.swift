// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import TextFolding

/// Why something that an editor states is refused.
package struct StatedFactFault: Error, Sendable, Hashable {
  /// What is refused.
  package enum Field: Sendable, Hashable {
    case fact(CatalogueFact)
    case note
    /// The list of facts that nobody knows.
    case unknown

    /// Whether its values have a form of their own: numbers, words of a list.
    var isOfOwnForm: Bool {
      switch self {
      case .fact(.year), .fact(.editionYear), .fact(.form), .fact(.language): true
      default: false
      }
    }
  }

  /// The reason.
  package enum Reason: Sendable, Hashable {
    case empty
    /// It has more than `StatedFacts.longest` bytes.
    case tooLong
    case controlCharacters
    /// It is not a year, or not one of these.
    case notAYear(String, ClosedRange<Int>)
    /// It is not a kind of publication; `near` is the kind that is spelled most alike.
    case notAForm(String, near: String?)
    case notALanguage(String, LanguageTag.Fault)
    /// It begins neither with `http://` nor with `https://`.
    case notAnAddress
    /// It is not a fact, or one that every work has.
    case notOptional(String, near: String?)
    /// It is stated and said to be unknown.
    case contradiction
  }

  /// What is refused.
  package let field: Field
  /// Why.
  package let reason: Reason

  init(_ field: Field, _ reason: Reason) {
    self.field = field
    self.reason = reason
  }
}
