// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Cataloguing
import SearchAPI

/// The fields of the form as they were sent.
struct FactForm: Sendable {
  /// The values as typed, by fact, for the form to be shown again.
  private(set) var typed: [CatalogueFact: String] = [:]
  private(set) var unknown: Set<CatalogueFact> = []
  private(set) var note = ""
  private(set) var token = ""
  /// What the fields held when the form was made.
  private(set) var shown: [CatalogueFact: String] = [:]

  /// Reads the body of a request (`application/x-www-form-urlencoded`); `nil` if it is not UTF-8.
  init?(_ body: [UInt8]) {
    guard let text = String(validating: body, as: UTF8.self),
      let parameters = RequestTarget("/?" + text)?.parameters
    else { return nil }
    for (name, value) in parameters {
      switch name {
      case "note": note = value
      case "token": token = value
      case "unknown": if let fact = CatalogueFact(rawValue: value) { unknown.insert(fact) }
      default:
        if let fact = CatalogueFact(rawValue: name) {
          typed[fact] = value
        } else if name.hasPrefix("was."),
          let fact = CatalogueFact(rawValue: String(name.dropFirst(4)))
        {
          shown[fact] = value
        }
      }
    }
  }

  /// The facts that were emptied without saying that nobody knows them.
  var emptied: Set<CatalogueFact> {
    Set(
      CatalogueFact.allCases.filter { fact in
        !unknown.contains(fact) && typed[fact] != nil && Self.values(typed[fact], fact).isEmpty
          && !Self.values(shown[fact], fact).isEmpty
      })
  }

  /// What the reader has changed, and what is not known yet.
  ///
  /// - Parameter present: The facts as they are now; another may have changed them meanwhile.
  func statement(changing present: StatedFacts) -> StatedFacts {
    func facts(_ texts: [CatalogueFact: String]) -> StatedFacts {
      var values: [CatalogueFact: [String]] = [:]
      for (fact, text) in texts { values[fact] = Self.values(text, fact) }
      return StatedFacts(values: values)
    }
    var stated = facts(typed)
    stated.unknown = unknown
    stated.note = Self.lines(note).isEmpty ? nil : note
    return stated.changes(from: facts(shown)).changes(from: present)
  }

  /// The text of a field that holds these values.
  static func text(_ values: [String]) -> String { values.joined(separator: "\n") }

  /// The values of a field: people each on a line of their own.
  private static func values(_ text: String?, _ fact: CatalogueFact) -> [String] {
    let lines = lines(text ?? "")
    return fact.isList || lines.isEmpty ? lines : [lines.joined(separator: " ")]
  }

  private static func lines(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map { line in
      line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }.filter { !$0.isEmpty }
  }
}

extension CatalogueFact {
  /// Whether it has any number of values.
  var isList: Bool { self == .authors || self == .editors || self == .translators }
}
