// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import IndexSchema
import QueryLanguage
import TextFolding

/// The parameters of a request type: the table with which requests are read and addresses are
/// written.
package struct ParameterTable<Request: APIRequest>: Sendable {
  /// The parameters, in the order used in addresses.
  let parameters: [Parameter<Request>]
  /// The filters of a request, in the order given.
  let filters: @Sendable (Request) -> [Filter]

  init(
    _ parameters: [Parameter<Request>],
    filters: @escaping @Sendable (Request) -> [Filter] = { _ in [] }
  ) {
    self.parameters = parameters
    self.filters = filters
  }

  /// The descriptions of the parameters.
  package var descriptions: [ParameterDescription] { parameters.map(\.description) }

  /// The description of a parameter that must be in the table.
  package subscript(name: String) -> ParameterDescription {
    guard let parameter = parameters.first(where: { $0.description.name == name }) else {
      preconditionFailure("There is no parameter \(name) in the table.")
    }
    return parameter.description
  }

  /// Reads the parameters of a request.
  ///
  /// - Throws: `IndexError(.invalidArgument)`, naming the parameter.
  package func request(_ given: Parameters) throws(IndexError) -> Request {
    var request = Request.blank
    var names: Set<String> = []
    for (name, value) in given {
      guard let parameter = parameters.first(where: { $0.description.name == name }) else {
        throw unknownParameter(name, known: parameters.map(\.description.name))
      }
      if !names.insert(name).inserted, name == "q" {
        throw IndexError(.invalidArgument, "`q` was given more than once.")
      }
      try parameter.read(value, &request)
    }
    for parameter in parameters.map(\.description)
    where parameter.isRequired && !names.contains(parameter.name) {
      throw IndexError(
        .invalidArgument, "`\(parameter.name)` is missing.",
        hint: "For example `\(parameter.name)=\(percentEncoded(parameter.example))`.")
    }
    return request
  }

  /// The address of a request: its path, and the parameters that differ from their defaults.
  package func address(_ request: Request, at path: String) -> String {
    var parts: [String] = []
    var hasFilters = false
    for parameter in parameters {
      let name = parameter.description.name
      if parameter.description.isFilter {
        guard !hasFilters else { continue }
        hasFilters = true
        parts += filters(request).map { "\($0.field)=\(percentEncoded($0.value))" }
      } else if let value = parameter.written(request) {
        parts.append("\(name)=\(value)")
      }
    }
    return parts.isEmpty ? path : "\(path)?\(parts.joined(separator: "&"))"
  }
}
