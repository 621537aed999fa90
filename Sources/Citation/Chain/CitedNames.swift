// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TextFolding

extension Person {
  /// The person with a name that is printed in capitals as running text has it.
  var withoutCapitals: Person {
    guard let family, !name.contains(where: \.isLowercase) else { return self }
    var person = self
    person.name = NameCapitals.lowered(name)
    let count = family.split(separator: " ").count
    let words = person.name.split(separator: " ")
    guard words.suffix(count).joined(separator: " ").lowercased() == family.lowercased() else {
      return self
    }
    person.family = words.suffix(count).joined(separator: " ")
    person.given = words.dropLast(count).joined(separator: " ")
    return person
  }

  /// Splits the family name into particle, name and suffix: `van der`, `Linden`; `King`, `Jr.`.
  var familyParts: (particle: String?, name: String, suffix: String?) {
    var words = (family ?? name).split(separator: " ").map(String.init)[...]
    guard family != nil else { return (nil, name, nil) }
    var suffix: String?
    if words.count > 1, let last = words.last,
      ["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"].contains(last.lowercased())
    {
      suffix = last
      words.removeLast()
      if let comma = words.last, comma.hasSuffix(",") {
        words[words.endIndex - 1] = String(comma.dropLast())
      }
    }
    let particle = words.dropLast().prefix { $0.first?.isLowercase ?? false }
    return (
      particle.isEmpty ? nil : particle.joined(separator: " "),
      words.dropFirst(particle.count).joined(separator: " "), suffix
    )
  }

  /// Family name with its particle, as used in running text: `van der Linden`, `King`.
  var shortName: String {
    let parts = familyParts
    return [parts.particle, parts.name].compactMap(\.self).joined(separator: " ")
  }

  /// Name with the family name first: `King, Martin Luther, Jr.`.
  ///
  /// MLA Handbook, 9th edition, chapter 5: particles stay with the family name, suffixes go last.
  var invertedName: String {
    guard family != nil else { return name }
    return [shortName, given, familyParts.suffix].compactMap(\.self)
      .filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// Family name first, given names as initials: `King, M. L., Jr.`, `Sartre, J.-P.`.
  ///
  /// Publication Manual of the APA, 7th edition, 9.8.
  var nameWithInitials: String {
    guard family != nil else { return name }
    return [shortName, initials, familyParts.suffix].compactMap(\.self)
      .filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// Initials followed by the family name: `M. L. King, Jr.`.
  var spokenInitials: String {
    guard family != nil else { return name }
    let name = [initials, shortName].filter { !$0.isEmpty }.joined(separator: " ")
    return familyParts.suffix.map { "\(name), \($0)" } ?? name
  }

  private var initials: String {
    (given ?? "").split { $0 == " " || $0 == "." }.map { word in
      word.split(separator: "-").compactMap(\.first).map { "\($0.uppercased())." }
        .joined(separator: "-")
    }.filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension [Person] {
  /// Lists one or two names; for more, the first name and `et al.`.
  func abbreviated(_ name: (Person) -> String, and: String = "and") -> String {
    count > 2 ? "\(name(self[0])) et al." : series(name, and: and)
  }

  /// Lists all names: `A`, `A and B`, `A, B, and C`.
  func series(_ name: (Person) -> String, and: String = "and") -> String {
    let names = map(name)
    return switch names.count {
    case 0: ""
    case 1: names[0]
    case 2: "\(names[0]) \(and) \(names[1])"
    default: names.dropLast().joined(separator: ", ") + ", \(and) \(names[names.count - 1])"
    }
  }
}

extension String {
  /// The text with each run of white space replaced by a single space.
  var onOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  /// The text in double quotation marks, with quotation marks inside it turned into single ones.
  ///
  /// Chicago Manual of Style, 18th edition, chapter 13; the other styles agree.
  var quoted: String {
    var opens = true
    return "“"
      + map { character in
        switch character {
        case "“": return "‘"
        case "”": return "’"
        case "\"":
          defer { opens.toggle() }
          return opens ? "‘" : "’"
        default: return String(character)
        }
      }.joined() + "”"
  }

  /// The text with a final full stop, unless it already ends a sentence.
  var withFullStop: String { FormattedText(self).withFullStop.plain }

  /// Appends punctuation, inside closing quotation marks, and a continuation.
  func followed(by sign: String, _ next: String = "") -> String {
    FormattedText(self).followed(by: sign, FormattedText(next)).plain
  }
}
