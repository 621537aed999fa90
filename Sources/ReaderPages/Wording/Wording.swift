// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import TextFolding

/// The words of the pages in one language.
package struct Wording: Sendable {
  /// The language, as a BCP 47 tag.
  package let language: String
  /// The name of the language in itself.
  package let languageName: String

  private let texts: [String: String]
  /// The number up to which the singular is used: 1, or 1 with 0 in French.
  private let singularOfZero: Bool
  private let groupSeparator: String

  /// Reads a file of words: `key = text` on each line; lines that begin with `#` are remarks.
  ///
  /// Keys of counted sentences end in `.one` and `.other`. A key that is missing is taken from the
  /// fallback.
  init(_ language: String, file: String, fallback: Wording? = nil) {
    var texts = fallback?.texts ?? [:]
    for line in file.split(separator: "\n") where !line.hasPrefix("#") {
      guard let sign = line.firstRange(of: " = ") else { continue }
      texts[String(line[..<sign.lowerBound])] = String(line[sign.upperBound...])
    }
    self.language = language
    self.texts = texts
    languageName = texts["language.name"] ?? language
    singularOfZero = texts["plural.zero"] == "one"
    groupSeparator = texts["number.group"].map { $0 == "space" ? "\u{202F}" : $0 } ?? ","
  }

  /// The keys that the file or its fallback defines.
  var keys: Set<String> { Set(texts.keys) }

  /// A sentence, with values in the places of `{1}`, `{2}`, ….
  package func callAsFunction(_ sentence: Sentence, _ values: String...) -> String {
    filled(texts[sentence.rawValue] ?? sentence.rawValue, values)
  }

  /// A sentence with HTML in the places of its values.
  func html(_ sentence: Sentence, _ values: HTML...) -> HTML {
    var rest = (texts[sentence.rawValue] ?? sentence.rawValue)[...]
    var pieces: [HTML] = []
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      pieces.append("\(rest[..<open])")
      let number = Int(rest[rest.index(after: open)..<close]) ?? 0
      if values.indices.contains(number - 1) { pieces.append(values[number - 1]) }
      rest = rest[rest.index(after: close)...]
    }
    return .joined(pieces + ["\(rest)"])
  }

  /// A number with the thing that it counts: `1,234 passages`.
  package func count(_ thing: Counted, _ number: Int) -> String {
    let isOne = number == 1 || number == 0 && singularOfZero
    let key = "\(thing.rawValue).\(isOne ? "one" : "other")"
    return filled(texts[key] ?? key, [self.number(number)])
  }

  /// A number with its digits in groups of three.
  package func number(_ number: Int) -> String {
    var digits = Array(String(number.magnitude))
    guard digits.count > 4 || digits.count == 4 && groupSeparator == "," else {
      return String(number)
    }
    for place in stride(from: digits.count - 3, to: 0, by: -3) {
      digits.insert(contentsOf: groupSeparator, at: place)
    }
    return (number < 0 ? "−" : "") + String(digits)
  }

  /// A date: `30 November 2026`.
  package func date(year: Int, month: Int, day: Int) -> String {
    let months = (texts["date.months"] ?? "").split(separator: " ").map(String.init)
    guard months.indices.contains(month - 1) else { return "\(year)-\(month)-\(day)" }
    return filled(
      texts["date.form"] ?? "{1} {2} {3}", [String(day), months[month - 1], String(year)])
  }

  /// The name of another language, if known; else its tag.
  package func name(ofLanguage tag: String) -> String {
    let base = tag.prefix { $0 != "-" }.lowercased()
    return texts["language.\(base)"] ?? tag
  }

  private func filled(_ text: String, _ values: [String]) -> String {
    guard text.contains("{") else { return text }
    var text = text
    for (index, value) in values.enumerated() {
      text = text.replacing("{\(index + 1)}", with: value)
    }
    return text
  }
}
