// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TextFolding

extension CatalogueEntry {
  /// The entry as an element of a YAML list, every line ended.
  ///
  /// - Parameter indentation: The spaces before its hyphen.
  func yaml(indentation: String) -> String {
    var lines: [String] = []
    for (name, value) in [
      ("work", text.work), ("file", text.file), ("member", text.member),
      ("hash", text.contentHash), ("date", date),
    ] {
      if let value { lines.append("\(name): \(Self.quoted(value))") }
    }
    lines += facts
    if let note { lines.append("note: \(Self.quoted(note))") }
    return lines.enumerated().map { "\(indentation)\($0 == 0 ? "- " : "  ")\($1)\n" }.joined()
  }

  /// The facts that it states, each as `name: value`, always in the same order and form.
  package var facts: [String] {
    CatalogueFact.allCases.compactMap { fact in value(of: fact).map { "\(fact.rawValue): \($0)" } }
      + (unknown.isEmpty
        ? []
        : ["unknown: [\(unknown.map(\.rawValue).sorted().joined(separator: ", "))]"])
  }

  /// A fact as YAML; `nil` if it does not state it.
  package func value(of fact: CatalogueFact) -> String? {
    switch fact {
    case .title: title.isEmpty ? nil : Self.quoted(title)
    case .subtitle: subtitle.map(Self.quoted)
    case .authors: names(of: .author)
    case .editors: names(of: .editor)
    case .translators: names(of: .translator)
    case .year: year.map(String.init)
    case .editionYear: editionYear.map(String.init)
    case .form: form?.rawValue
    case .language: language.map(Self.quoted)
    case .container: container.map(Self.quoted)
    case .publisher: publisher.map(Self.quoted)
    case .place: place.map(Self.quoted)
    case .url: url.map(Self.quoted)
    case .rights: rights.map(Self.quoted)
    }
  }

  private func names(of role: Person.Role) -> String? {
    let names = people.filter { $0.role == role }.map { Self.quoted($0.parseable) }
    return names.isEmpty ? nil : "[\(names.joined(separator: ", "))]"
  }

  /// A double-quoted scalar (YAML 1.2.2, 7.3.1), with what a reader might fold or refuse escaped.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where scalar.properties.generalCategory == .control || Self.isBreak(scalar):
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// Line separators that YAML 1.1 knows, and the byte order mark.
  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{2028}" || scalar == "\u{2029}" || scalar == "\u{FEFF}"
  }
}

extension Person {
  /// The name in a form that is parsed as this person again.
  var parseable: String {
    Person(parsing: name, role: role) == self ? name : sortName
  }
}
