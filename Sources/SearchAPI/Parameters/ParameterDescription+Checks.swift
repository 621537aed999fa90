// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema
import TextFolding

extension ParameterDescription {
  /// Reads an integer within the bounds of the parameter.
  func number(_ value: String) throws(IndexError) -> Int {
    guard let bounds, value.utf8.count <= 9, value.utf8.allSatisfy({ $0 &- 0x30 < 10 }),
      let number = Int(value), bounds.contains(number)
    else { throw refusal(of: value) }
    return number
  }

  /// Checks that a text is within the bounds of the parameter.
  func text(_ value: String) throws(IndexError) -> String {
    switch values {
    case .text(let bounds), .texts(let bounds):
      guard bounds.contains(value.unicodeScalars.count) else { throw refusal(of: value) }
      return value
    case .integer, .choice: return value
    }
  }

  /// The error for an invalid value.
  func refusal(of value: String) -> IndexError {
    IndexError(
      .invalidArgument, "“\(value.prefix(40))” is not a valid `\(name)`.", hint: hint(for: value))
  }

  private func hint(for value: String) -> String {
    switch values {
    case .integer(let bounds):
      return "It must be a whole number from \(bounds.lowerBound) to \(bounds.upperBound)."
    case .choice(let words):
      let list = "It must be one of \(words.map { "`\($0)`" }.joined(separator: ", "))."
      guard let near = NearestName.find(value, among: words) else { return list }
      return "Did you mean `\(near)`? \(list)"
    case .text(let bounds), .texts(let bounds):
      return "It must have \(bounds.lowerBound) to \(bounds.upperBound) characters."
    }
  }
}

/// The error for an unknown parameter.
func unknownParameter(_ name: String, known: [String]) -> IndexError {
  let list =
    known.isEmpty
    ? "This address takes no parameters." : "The parameters are \(known.joined(separator: ", "))."
  let near = NearestName.find(name, among: known).map { "Did you mean `\($0)`? " } ?? ""
  return IndexError(
    .invalidArgument, "There is no parameter “\(name.prefix(40))”.", hint: near + list)
}
