// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema
import TextFolding

/// A request to an endpoint, with its parameters.
package protocol APIRequest: Sendable {
  /// A request without parameters.
  static var blank: Self { get }
  /// Its parameters.
  static var table: ParameterTable<Self> { get }
}

/// A parameter of a request: its description, and how to read it from and write it to an address.
package struct Parameter<Request>: Sendable {
  /// What it is.
  package var description: ParameterDescription
  /// Sets the parameter in a request.
  let read: @Sendable (String, inout Request) throws(IndexError) -> Void
  /// The value in an address, percent-encoded; `nil` for the default.
  let written: @Sendable (Request) -> String?

  init(
    _ description: ParameterDescription,
    read: @escaping @Sendable (String, inout Request) throws(IndexError) -> Void,
    written: @escaping @Sendable (Request) -> String? = { _ in nil }
  ) {
    self.description = description
    self.read = read
    self.written = written
  }

  /// The same parameter for a request that contains this one's request.
  func lifted<Outer>(
    to path: any WritableKeyPath<Outer, Request> & Sendable, about: String? = nil
  ) -> Parameter<Outer> {
    var description = description
    if let about { description.about = about }
    return Parameter<Outer>(
      description,
      read: { (value, outer) throws(IndexError) in try read(value, &outer[keyPath: path]) },
      written: { written($0[keyPath: path]) })
  }
}

extension Parameter where Request: APIRequest {
  /// An integer; the default is omitted from addresses.
  static func number(
    _ name: String, _ path: any WritableKeyPath<Request, Int> & Sendable,
    in bounds: ClosedRange<Int>,
    _ about: String, example: String, option: String? = nil, isAlwaysWritten: Bool = false
  ) -> Parameter {
    let usual = Request.blank[keyPath: path]
    let description = ParameterDescription(
      name: name, about: about, values: .integer(bounds), fallback: String(usual),
      example: example, option: option)
    return Parameter(
      description,
      read: { (value, request) throws(IndexError) in
        request[keyPath: path] = try description.number(value)
      },
      written: { request in
        let value = request[keyPath: path]
        return value == usual && !isAlwaysWritten ? nil : String(value)
      })
  }

  /// One of several words.
  static func choice<Choice: RawRepresentable<String> & CaseIterable & Sendable>(
    _ name: String, _ path: any WritableKeyPath<Request, Choice> & Sendable, _ about: String,
    example: String, option: String? = nil, isAlwaysWritten: Bool = false
  ) -> Parameter {
    let usual = Request.blank[keyPath: path].rawValue
    let description = ParameterDescription(
      name: name, about: about, values: .choice(Choice.allCases.map(\.rawValue)), fallback: usual,
      example: example, option: option)
    return Parameter(
      description,
      read: { (value, request) throws(IndexError) in
        guard let choice = Choice(rawValue: value) else { throw description.refusal(of: value) }
        request[keyPath: path] = choice
      },
      written: { request in
        let value = request[keyPath: path].rawValue
        return value == usual && !isAlwaysWritten ? nil : value
      })
  }

  /// Optional text.
  static func text(
    _ name: String, _ path: any WritableKeyPath<Request, String?> & Sendable,
    _ bounds: ClosedRange<Int>,
    _ about: String, example: String, isRequired: Bool = false, option: String? = nil
  ) -> Parameter {
    let description = ParameterDescription(
      name: name, about: about, values: .text(bounds), example: example, isRequired: isRequired,
      option: option)
    return Parameter(
      description,
      read: { (value, request) throws(IndexError) in
        request[keyPath: path] = try description.text(value)
      },
      written: { $0[keyPath: path].map(percentEncoded) })
  }

  /// A switch: the first word turns it on; the second, if there is one, leaves it off.
  static func flag(
    _ name: String, _ path: any WritableKeyPath<Request, Bool> & Sendable, _ words: [String],
    _ about: String, option: String
  ) -> Parameter {
    let description = ParameterDescription(
      name: name, about: about, values: .choice(words),
      fallback: words.count > 1 ? words[1] : nil, example: words[0], option: option)
    return Parameter(
      description,
      read: { (value, request) throws(IndexError) in
        guard words.contains(value) else { throw description.refusal(of: value) }
        request[keyPath: path] = value == words[0]
      },
      written: { $0[keyPath: path] ? words[0] : nil })
  }
}
