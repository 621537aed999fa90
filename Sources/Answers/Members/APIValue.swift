// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A value that a member may have.
package protocol APIValue {
  /// The JSON that it is.
  static var schema: ValueSchema { get }
  /// Writes it.
  func write(to json: inout JSONWriter)
  /// Reads it back.
  static func read(_ json: JSONValue) throws(JSONMismatch) -> Self
}

extension APIValue {
  /// Values that only leave the program are not read.
  package static func read(_ json: JSONValue) throws(JSONMismatch) -> Self {
    throw JSONMismatch(.otherKind)
  }
}

/// The JSON that a value is, as far as the OpenAPI document and the reference page tell.
package indirect enum ValueSchema: Sendable {
  case string
  case boolean
  case number
  /// A whole number, with the smallest that is given.
  case integer(least: Int? = nil)
  /// One of several strings.
  case choice([String])
  /// The value `true`, where the member is there at all.
  case present
  /// A list; `count` if it always has so many elements.
  case array(ValueSchema, count: Int? = nil)
  /// An object whose names are not known beforehand.
  case map(ValueSchema)
  /// The value, or `null`.
  case nullable(ValueSchema)
  /// A schema that several members share, with what it means.
  case named(String, about: String, ValueSchema)
  /// An object with a table of members.
  case object(any MemberTable.Type)

  /// The same schema for numbers that are never smaller than `least`.
  func bounded(least: Int?) -> ValueSchema {
    guard let least else { return self }
    return switch self {
    case .integer: .integer(least: least)
    case .nullable(let value): .nullable(value.bounded(least: least))
    default: self
    }
  }
}

/// Why JSON is not the object that is read.
package struct JSONMismatch: Error, Equatable {
  /// What is wrong with it.
  package enum Fault: Sendable {
    case missing, otherKind, damaged
  }

  /// What is wrong.
  package var fault: Fault
  /// The names of the members that lead to the place, the outermost first.
  package var path: [String]

  /// Creates a mismatch.
  package init(_ fault: Fault, at path: [String] = []) {
    self.fault = fault
    self.path = path
  }

  /// The same mismatch, seen from the object that holds the member `name`.
  func below(_ name: String) -> JSONMismatch { JSONMismatch(fault, at: [name] + path) }
}

extension JSONMismatch: CustomStringConvertible {
  /// What is wrong, in a few words.
  package var description: String {
    switch fault {
    case .missing: "“\(path.joined(separator: "."))” is missing."
    case .otherKind: "“\(path.joined(separator: "."))” is of another kind."
    case .damaged: "it is damaged."
    }
  }
}
