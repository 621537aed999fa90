// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TextFolding

extension CitationStyle {
  /// BibTeX records.
  package static let bibtex = Self(
    "bibtex", "BibTeX records",
    records: {
      $0.map(\.bibtex).joined(separator: "\n\n")
    })
}

extension CitedRecord {
  /// A BibTeX record in UTF-8, as BibLaTeX and Zotero expect it, with TeX's special characters
  /// escaped.
  var bibtex: String {
    let type =
      switch facts.kind {
      case .book: "book"
      case .book where facts.isThesis: "thesis"
      case .part where facts.isArticle: "article"
      case .part: "incollection"
      case .paper, .named: "misc"
      }
    var fields: [(String, String)] = []
    // The second pair of braces makes styles keep the capitals.
    if let title = facts.title { fields.append(("title", "{\(Self.tex(title))}")) }
    let people = [
      ("author", facts.authors), ("editor", facts.editors), ("translator", facts.translators),
    ]
    for (name, people) in people where !people.isEmpty {
      fields.append((name, people.map(Self.texName).joined(separator: " and ")))
    }
    let isOriginal = facts.editionYear != nil
    let others: [(String, String?)] = [
      ("subtitle", facts.subtitle),
      (facts.isArticle ? "journaltitle" : "booktitle", facts.container), ("volume", facts.volume),
      ("publisher", facts.publisher), ("address", facts.publisherPlace),
      (
        "year",
        facts.editionYear.map(String.init) ?? facts.date?.field ?? facts.year.map(String.init)
      ),
      ("origdate", isOriginal ? facts.year.map(String.init) : nil),
      ("pages", facts.place.pages?.text(.full)), ("url", facts.url),
      ("urldate", accessed?.iso), ("language", facts.language),
      ("note", remarks.isEmpty ? nil : remarks.joined(separator: " ")),
    ]
    for (name, value) in others {
      guard let value else { continue }
      let text = name == "url" ? Self.texAddress(value) : Self.tex(value)
      fields.append((name, name == "pages" ? text.replacing("–", with: "--") : text))
    }
    return "@\(type){\(facts.key),\n"
      + fields.map { "  \($0.0) = {\($0.1)}" }.joined(separator: ",\n") + "\n}"
  }

  /// A name in BibTeX's form `von Last, Jr, First`, or in braces if it cannot be divided.
  private static func texName(_ person: Person) -> String {
    guard person.family != nil else { return "{\(tex(person.name))}" }
    return [person.shortName, person.familyParts.suffix, person.given].compactMap(\.self)
      .filter { !$0.isEmpty }.map { part in
        // BibTeX would split the name at an unprotected `and`.
        part.split(separator: " ").contains { $0.lowercased() == "and" }
          ? "{\(tex(part))}" : tex(part)
      }.joined(separator: ", ")
  }

  /// Escapes TeX's special characters and puts the text on one line.
  private static func tex(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "\\": result += "\\textbackslash{}"
      case "~": result += "\\textasciitilde{}"
      case "^": result += "\\textasciicircum{}"
      // BibTeX counts escaped braces too, so a single one would leave the field unbalanced.
      case "{": result += "\\textbraceleft{}"
      case "}": result += "\\textbraceright{}"
      case "&", "%", "$", "#", "_": result += "\\\(character)"
      case _ where character.isNewline: result += " "
      default: result.append(character)
      }
    }
  }

  /// A URL with the characters percent-encoded that a BibTeX field cannot hold.
  private static func texAddress(_ url: String) -> String {
    url.reduce(into: "") { result, character in
      switch character {
      case "{": result += "%7B"
      case "}": result += "%7D"
      case "\\": result += "%5C"
      case _ where character.isWhitespace: result += "%20"
      default: result.append(character)
      }
    }
  }
}
