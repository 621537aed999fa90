// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The parameters of a request as sent, in order, decoded.
package typealias Parameters = [(name: String, value: String)]

/// A parameter, as help, schemas and forms show it.
package struct ParameterDescription: Sendable {
  /// The values that a parameter may have.
  package enum Values: Sendable {
    /// Text, bounded in code points.
    case text(ClosedRange<Int>)
    /// A whole number.
    case integer(ClosedRange<Int>)
    /// One of several words.
    case choice([String])
    /// Text that may be given several times, each bounded in code points.
    case texts(ClosedRange<Int>)
  }

  /// Where a parameter stands in a request.
  package enum Place: String, Sendable {
    case path, query
  }

  /// The name in addresses.
  package var name: String
  /// What it does, in a sentence.
  package var about: String
  /// Its values.
  package var values: Values
  /// The default value; `nil` if there is none.
  package var fallback: String?
  /// A value that may be given.
  package var example: String
  /// Where it stands.
  package var place = Place.query
  /// Whether it must be given.
  package var isRequired = false
  /// Whether it restricts a search to values of a field.
  package var isFilter = false
  /// The name of the option of `pamphlet search`, without hyphens; `nil` if only addresses have it.
  package var option: String?

  /// Whether several values may be given.
  package var isList: Bool { if case .texts = values { true } else { false } }

  /// The bounds of a whole number; `nil` if it is not one.
  package var bounds: ClosedRange<Int>? {
    if case .integer(let bounds) = values { bounds } else { nil }
  }

  /// The most code points of a text; `nil` if it is not one.
  package var length: Int? {
    switch values {
    case .text(let bounds), .texts(let bounds): bounds.upperBound
    case .integer, .choice: nil
    }
  }

  /// The words that may be given; empty if they are not a list.
  package var choices: [String] { if case .choice(let words) = values { words } else { [] } }
}
