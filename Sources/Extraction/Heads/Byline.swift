// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TextFolding

/// Parses bylines.
enum Byline {
  /// Maximum length of a byline in bytes.
  private static let longest = 120

  /// The people named in a byline; `nil` if the line is not one.
  ///
  /// Examples: `by Tom Wetzel`, `Translated by A. Bee`, `Edited and introduced by C. Dee`.
  static func people(in line: String) -> [Person]? {
    guard line.utf8.count <= longest, let (role, name) = role(of: line) else { return nil }
    let cut = name.prefix { !"(,;:\n".contains($0) || $0 == "," }
    let people = Person.people(parsing: String(cut).trimmed, role: role)
    guard !people.isEmpty, people.allSatisfy({ isName($0.name) }) else { return nil }
    return people
  }

  private static func role(of line: String) -> (Person.Role, Substring)? {
    let lower = line.lowercased()
    for (prefix, role) in prefixes where lower.hasPrefix(prefix) {
      return (role, line.dropFirst(prefix.count))
    }
    return nil
  }

  private static let prefixes: [(String, Person.Role)] = [
    ("by ", .author), ("by: ", .author), ("written by ", .author), ("author: ", .author),
    ("a review by ", .author), ("reviewed by ", .author), ("review by ", .author),
    ("translated by ", .translator), ("translation by ", .translator),
    ("translation: ", .translator), ("translator: ", .translator), ("edited by ", .editor),
    ("edited and introduced by ", .editor), ("editor: ", .editor),
    ("with an introduction by ", .contributor), ("introduction by ", .contributor),
  ]

  /// Whether a text looks like a name: one to six words, mostly capitalised, without digits.
  static func isName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard (1...6).contains(words.count), !text.contains(where: \.isNumber) else { return false }
    let capitals = words.count { $0.first?.isUppercase == true }
    return capitals >= 1
      && words.allSatisfy { word in
        word.first?.isUppercase == true || particles.contains(word.lowercased())
      } && !text.contains { "!?;:/@".contains($0) }
  }

  private static let particles: Set<String> = [
    "von", "van", "der", "den", "de", "del", "della", "di", "da", "du", "la", "le", "y", "e",
    "and", "et", "und", "al", "el", "the", "of",
  ]
}
