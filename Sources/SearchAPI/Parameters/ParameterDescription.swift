// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The parameters of a request, in the order sent, decoded.
package typealias Parameters = [(name: String, value: String)]

/// A parameter, for help, schemas and forms.
package struct ParameterDescription: Sendable {
  /// The possible values of a parameter.
  package enum Values: Sendable {
    /// Text with a length in code points.
    case text(ClosedRange<Int>)
    /// A whole number.
    case integer(ClosedRange<Int>)
    /// One of several words.
    case choice([String])
    /// Repeatable text, each with a length in code points.
    case texts(ClosedRange<Int>)
  }

  /// The location of a parameter in a request.
  package enum Place: String, Sendable {
    case path, query
  }

  /// The name in addresses.
  package var name: String
  /// A sentence saying what it does.
  package var about: String
  /// Its values.
  package var values: Values
  /// The default value; `nil` if there is none.
  package var fallback: String?
  /// A valid value, for examples.
  package var example: String
  /// Its location.
  package var place = Place.query
  /// Whether it is required.
  package var isRequired = false
  /// Whether it restricts a search to values of a field.
  package var isFilter = false
  /// The name of the option of `pamphlet search`, without hyphens; `nil` if it is not an option.
  package var option: String?

  /// Whether it may be repeated.
  package var isList: Bool { if case .texts = values { true } else { false } }

  /// The bounds of an integer; `nil` for other values.
  package var bounds: ClosedRange<Int>? {
    if case .integer(let bounds) = values { bounds } else { nil }
  }

  /// The maximum length of a text, in code points; `nil` for other values.
  package var length: Int? {
    switch values {
    case .text(let bounds), .texts(let bounds): bounds.upperBound
    case .integer, .choice: nil
    }
  }

  /// The words of a choice; empty for other values.
  package var choices: [String] { if case .choice(let words) = values { words } else { [] } }
}
