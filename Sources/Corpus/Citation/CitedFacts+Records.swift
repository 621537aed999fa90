// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

extension CitedFacts {
  /// A BibTeX record; UTF-8 as BibLaTeX and Zotero read it, TeX's own signs escaped.
  var bibtex: String {
    let kind = metadata.collection != nil ? "incollection" : isBook ? "book" : "misc"
    var fields: [(String, String)] = [("title", "{\(Self.tex(work.displayTitle))}")]
    if let subtitle = metadata.subtitle?.value { fields.append(("subtitle", Self.tex(subtitle))) }
    for (name, people) in [("author", authors), ("editor", editors), ("translator", translators)]
    where !people.isEmpty {
      let names = people.map { $0.family == nil ? "{\(Self.tex($0.name))}" : Self.tex($0.sortName) }
      fields.append((name, names.joined(separator: " and ")))
    }
    let facts: [(String, String?)] = [
      ("booktitle", metadata.collection?.value), ("publisher", metadata.publisher?.value),
      ("address", metadata.place?.value), ("year", year.map(String.init)),
      ("pages", passage.pages.map { $0.first == $0.last ? $0.first : "\($0.first)--\($0.last)" }),
      ("url", metadata.url?.value), ("langid", metadata.language?.value),
      ("note", pages == nil ? placeWithoutPages : nil),
    ]
    for (name, value) in facts { if let value { fields.append((name, Self.tex(value))) } }
    return "@\(kind){\(work.id),\n"
      + fields.map { "  \($0.0) = {\($0.1)}" }.joined(separator: ",\n") + "\n}"
  }

  /// An RIS record.
  var ris: String {
    var lines = ["TY  - \(metadata.collection != nil ? "CHAP" : isBook ? "BOOK" : "GEN")"]
    for (tag, people) in [("AU", authors), ("ED", editors), ("A4", translators)] {
      for person in people { lines.append("\(tag)  - \(Self.line(person.sortName))") }
    }
    let title = [work.displayTitle, metadata.subtitle?.value].compactMap(\.self)
    let facts: [(String, String?)] = [
      ("TI", title.joined(separator: ": ")), ("T2", metadata.collection?.value),
      ("PY", year.map(String.init)), ("PB", metadata.publisher?.value),
      ("CY", metadata.place?.value), ("SP", passage.pages?.first), ("EP", passage.pages?.last),
      ("LA", metadata.language?.value), ("UR", metadata.url?.value),
      ("N1", pages == nil ? placeWithoutPages : nil), ("ID", passage.id),
    ]
    for (tag, value) in facts { if let value { lines.append("\(tag)  - \(Self.line(value))") } }
    return (lines + ["ER  - "]).joined(separator: "\n")
  }

  /// A CSL-JSON item, with the place as its locator.
  var cslJSON: String {
    let kind = metadata.collection != nil ? "chapter" : isBook ? "book" : "document"
    let title = [work.displayTitle, metadata.subtitle?.value].compactMap(\.self)
    var members = ["\"id\": \(Self.json(passage.id))", "\"type\": \"\(kind)\""]
    members.append("\"title\": \(Self.json(title.joined(separator: ": ")))")
    for (name, people) in [("author", authors), ("editor", editors), ("translator", translators)]
    where !people.isEmpty {
      let names = people.map { person in
        guard let family = person.family else { return "{\"literal\": \(Self.json(person.name))}" }
        return "{\"family\": \(Self.json(family)), \"given\": \(Self.json(person.given ?? ""))}"
      }
      members.append("\"\(name)\": [\(names.joined(separator: ", "))]")
    }
    if let year { members.append("\"issued\": {\"date-parts\": [[\(year)]]}") }
    let locator =
      passage.pages == nil
      ? passage.paragraph.map(String.init)
      : pages.map { $0.replacing("–", with: "-") }
    let facts: [(String, String?)] = [
      ("container-title", metadata.collection?.value), ("publisher", metadata.publisher?.value),
      ("publisher-place", metadata.place?.value), ("URL", metadata.url?.value),
      ("language", metadata.language?.value), ("locator", locator),
      ("label", locator == nil ? nil : passage.pages == nil ? "paragraph" : "page"),
    ]
    for (name, value) in facts {
      if let value { members.append("\"\(name)\": \(Self.json(value))") }
    }
    return "[{\(members.joined(separator: ", "))}]"
  }

  private static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  private static func tex(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "\\": result += "\\textbackslash{}"
      case "~": result += "\\textasciitilde{}"
      case "^": result += "\\textasciicircum{}"
      case "&", "%", "$", "#", "_", "{", "}": result += "\\\(character)"
      default: result.append(character)
      }
    }
  }

  private static func json(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
