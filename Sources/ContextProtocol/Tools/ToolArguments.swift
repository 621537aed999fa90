// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Answers
import IndexSchema
import SearchAPI
import TextFolding

/// The arguments of a call, checked against the parameters of its tool.
struct ToolArguments: Sendable {
  /// The names and values, with the defaults of those that were omitted.
  private(set) var values: Parameters = []

  /// Reads arguments; `null` stands for one that is omitted, and a list may be a single value.
  ///
  /// - Throws: `IndexError(.invalidArgument)`, naming the argument.
  init(_ json: JSONValue, for parameters: [ToolParameter]) throws(IndexError) {
    if case .object(let members) = json {
      for member in members where member.value != .null {
        guard let parameter = parameters.first(where: { $0.name == member.name }) else {
          throw Self.unknown(member.name, among: parameters.map(\.name))
        }
        for value in try parameter.read(member.value) { values.append((parameter.name, value)) }
      }
    }
    for parameter in parameters where self[parameter.name] == nil {
      if let fallback = parameter.fallback {
        values.append((parameter.name, fallback))
      } else if parameter.isRequired {
        throw IndexError(.invalidArgument, "`\(parameter.name)` is missing.", hint: parameter.about)
      }
    }
  }

  /// The first value of an argument; `nil` if it has none.
  subscript(name: String) -> String? { values.first { $0.name == name }?.value }

  /// The value of an argument that is an integer; `nil` if it has none.
  func number(_ name: String) -> Int? { self[name].flatMap { Int($0) } }

  private static func unknown(_ name: String, among known: [String]) -> IndexError {
    let near = NearestName.find(name, among: known).map { "Did you mean `\($0)`? " } ?? ""
    return IndexError(
      .invalidArgument, "There is no argument “\(name.prefix(40))”.",
      hint: "\(near)The arguments are \(known.joined(separator: ", ")).")
  }
}

extension ToolParameter {
  /// Reads the value of an argument, as the tables of the API take it.
  fileprivate func read(_ json: JSONValue) throws(IndexError) -> [String] {
    switch (values, json) {
    case (.text(let bounds), .string(let text)), (.texts(let bounds), .string(let text)):
      guard bounds.contains(text.unicodeScalars.count) else { throw refusal(of: text) }
      return [text]
    case (.texts, .array(let list)):
      var texts: [String] = []
      for value in list {
        guard case .string = value else { throw refusal(of: value.compact) }
        texts += try read(value)
      }
      return texts
    case (.choice(let words), .string(let word)):
      guard words.contains(word) else { throw refusal(of: word) }
      return [word]
    case (.integer(let bounds), .integer(let number)):
      guard bounds.contains(number) else { throw refusal(of: String(number)) }
      return [String(number)]
    default: throw refusal(of: json.compact)
    }
  }

  private func refusal(of value: String) -> IndexError {
    IndexError(
      .invalidArgument, "“\(value.prefix(40))” is not a valid `\(name)`.", hint: hint(value))
  }

  private func hint(_ value: String) -> String {
    switch values {
    case .integer(let bounds):
      return "It must be a whole number from \(bounds.lowerBound) to \(bounds.upperBound)."
    case .text(let bounds):
      return "It must be text of \(bounds.lowerBound) to \(bounds.upperBound) characters."
    case .texts(let bounds):
      return "It must be a list of texts, each of \(bounds.lowerBound) to \(bounds.upperBound) "
        + "characters."
    case .choice(let words):
      let list = "It must be one of \(words.map { "`\($0)`" }.joined(separator: ", "))."
      return NearestName.find(value, among: words).map { "Did you mean `\($0)`? \(list)" } ?? list
    }
  }
}
