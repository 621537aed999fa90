// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TextFolding

/// Facts with labels that archives set above a text.
///
/// `First Published: June 1899. Translated: by A. Bee.`
struct LabelledFacts {
  /// Labels and values in the order printed.
  private var facts: [(label: String, value: String)] = []

  /// - Parameter text: A paragraph that begins with a label.
  init?(_ text: String) {
    guard text.utf8.count <= 3_000 else { return nil }
    var label: String?
    var value = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      value += value.isEmpty ? String(word) : " \(word)"
      guard word.last == ":", let found = Self.label(atEndOf: value) else { continue }
      if let label {
        facts.append((label, value.dropLast(found.count + 1).trimmed))
      } else if value.count > found.count + 1 {
        return nil
      }
      label = found
      value = ""
    }
    guard let label else { return nil }
    facts.append((label, value.trimmed))
  }

  /// Completes metadata; the year of the first publication precedes that of writing.
  func complete(_ metadata: inout Metadata, line: Int) {
    let rule = "labelled-fact"
    for (label, value) in facts {
      guard let role = Self.roles[label], value.utf8.count <= 300,
        !metadata.people.contains(where: { $0.value.role == role })
      else { continue }
      let sentence = value.prefix { !";(".contains($0) }
      let names = Self.withoutStop(String(sentence).trimmed)
      let people = Byline.people(in: names) ?? Byline.people(named: names, role: role)
      metadata.people += (people ?? []).map { person in
        var person = person
        person.role = role
        return Attributed(person, .stated, rule: rule, evidence: value, line: line)
      }
    }
    guard metadata.year == nil else { return }
    for labels in [Self.published, Self.written] {
      for (label, value) in facts where labels.contains(label) && metadata.year == nil {
        metadata.setDate(value, rule: rule, line: line)
      }
    }
  }

  private static func withoutStop(_ text: String) -> String {
    guard text.last == ".", let word = text.split(separator: " ").last, word.count > 3 else {
      return text
    }
    return String(text.dropLast())
  }

  private static func label(atEndOf text: String) -> String? {
    let lower = text.dropLast().suffix(40).lowercased()
    return known.first { label in
      guard lower.hasSuffix(label) else { return false }
      return lower.count == label.count || lower.dropLast(label.count).last?.isLetter == false
    }
  }

  private static let roles: [String: Person.Role] = [
    "translated": .translator, "translation": .translator, "translator": .translator,
    "translated by": .translator, "übersetzung": .translator, "übersetzt": .translator,
    "traduction": .translator, "traducteur": .translator, "traducción": .translator,
    "traductor": .translator, "traduzione": .translator, "vertaling": .translator,
    "tradução": .translator, "перевод": .translator, "author": .author, "autor": .author,
    "auteur": .author, "editor": .editor, "edited by": .editor,
  ]
  private static let published = [
    "first published", "originally published", "first printed", "published",
    "erstveröffentlichung", "première publication", "primera edición", "primera publicación",
    "publicado por vez primera", "prima pubblicazione", "eerste publicatie", "primeira edição",
  ]
  private static let written = [
    "written", "delivered", "date", "geschrieben", "écrit", "escrito", "scritto", "geschreven",
  ]
  /// Labels whose values are of the copy rather than the work, and which end other values.
  private static let others = [
    "source", "transcribed", "transcription", "markup", "transcription/markup", "online version",
    "public domain", "copyleft", "proofread", "proofed", "publisher", "html", "first online",
    "last updated", "quelle", "html-markierung", "fuente", "digitalización", "mise en ligne",
    "fonte", "bron", "transcriber", "copyright", "license", "note", "on-line", "last modified",
  ]
  private static let known = (Array(roles.keys) + published + written + others)
    .sorted { ($1.count, $0) < ($0.count, $1) }
}
