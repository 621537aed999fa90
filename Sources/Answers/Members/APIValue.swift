// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A type that members can have as their value.
package protocol APIValue {
  /// The schema of its JSON.
  static var schema: ValueSchema { get }
  /// Writes the value.
  func write(to json: inout JSONWriter)
  /// Reads a value.
  static func read(_ json: JSONValue) throws(JSONMismatch) -> Self
}

extension APIValue {
  /// Types that are only written cannot be read.
  package static func read(_ json: JSONValue) throws(JSONMismatch) -> Self {
    throw JSONMismatch(.otherKind)
  }
}

/// The schema of a JSON value, as detailed as the OpenAPI document and the reference page need.
package indirect enum ValueSchema: Sendable {
  case string
  case boolean
  case number
  /// An integer, with its minimum if there is one.
  case integer(least: Int? = nil)
  /// One of several strings.
  case choice([String])
  /// The value `true`; the member is omitted otherwise.
  case present
  /// An array; `count` if its number of elements is fixed.
  case array(ValueSchema, count: Int? = nil)
  /// An object whose names are not known in advance.
  case map(ValueSchema)
  /// The value, or `null`.
  case nullable(ValueSchema)
  /// A schema shared by several members, with its meaning.
  case named(String, about: String, ValueSchema)
  /// An object with a table of members.
  case object(any MemberTable.Type)

  /// The same schema with a minimum for numbers.
  func bounded(least: Int?) -> ValueSchema {
    guard let least else { return self }
    return switch self {
    case .integer: .integer(least: least)
    case .nullable(let value): .nullable(value.bounded(least: least))
    default: self
    }
  }
}

/// A reason why JSON could not be read as an object.
package struct JSONMismatch: Error, Equatable {
  /// What is wrong with it.
  package enum Fault: Sendable {
    case missing, otherKind, damaged
  }

  /// What is wrong.
  package var fault: Fault
  /// The names of the members leading to the place, the outermost first.
  package var path: [String]

  /// Creates a mismatch.
  package init(_ fault: Fault, at path: [String] = []) {
    self.fault = fault
    self.path = path
  }

  /// The same mismatch, seen from the object that contains the member `name`.
  func below(_ name: String) -> JSONMismatch { JSONMismatch(fault, at: [name] + path) }
}

extension JSONMismatch: CustomStringConvertible {
  /// A short description of the problem.
  package var description: String {
    switch fault {
    case .missing: "“\(path.joined(separator: "."))” is missing."
    case .otherKind: "“\(path.joined(separator: "."))” has the wrong type."
    case .damaged: "it is damaged."
    }
  }
}
