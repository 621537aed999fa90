// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TextFolding

extension CitationStyle {
  /// MLA Handbook, 9th edition: an entry and the in-text citation.
  package static let mla = Self(
    "mla", "MLA Handbook, 9th edition: an entry and the in-text citation"
  ) { $0.mla }
}

extension CitedChain {
  /// An MLA works-cited entry followed by the in-text citation.
  ///
  /// MLA Handbook, 9th edition, on indirect sources: the list names the work that was read; the
  /// text says `qtd. in`.
  var mla: FormattedText {
    guard let last else { return "" }
    let isQuoted = !carriers.isEmpty
    let place = joined(quotedIn: "qtd. in", speaker: \.name) {
      $0.mlaPlace(withTitle: isQuoted && $0.id != last.id)
    }
    // A name alone would only repeat the entry.
    let saysMore = isQuoted || last.place.mla != nil
    var entry = last.mlaEntry
    // 5.111: the date of access is the last element.
    if let accessed, last.url != nil { entry = "\(entry) Accessed \(accessed.mla)." }
    return saysMore ? "\(entry) (\(place))" : entry
  }
}

extension CitedFacts {
  /// Entry in the list of works cited.
  var mlaEntry: FormattedText {
    var parts: [FormattedText] = []
    if !authors.isEmpty {
      parts.append(FormattedText(Self.mlaNames(authors).withFullStop))
    } else if !leadingEditors.isEmpty {
      let role = leadingEditors.count == 1 ? "editor" : "editors"
      parts.append("\(Self.mlaNames(leadingEditors)), \(role).")
    }
    if let title = proseTitle {
      let title = capitalized(title, prepositionsTo: .max)
      // The stop of a title in quotation marks is inside them.
      parts.append(isWhole ? set(title).withFullStop : set(title.withFullStop))
    }
    if editionYear != nil, let year {
      parts.append(FormattedText((date?.mla ?? String(year)).withFullStop))
    }
    // The first element after the title's full stop begins a sentence.
    var begins = container == nil
    func word(_ text: String) -> String {
      defer { begins = false }
      return begins ? text.prefix(1).uppercased() + text.dropFirst() : text
    }
    var publication: [String?] = []
    if !followingEditors.isEmpty {
      publication.append(word("edited by \(followingEditors.abbreviated(\.name))"))
    }
    if !translators.isEmpty {
      publication.append(word("translated by \(translators.abbreviated(\.name))"))
    }
    publication += [
      volumeNumber.map { word("vol. \($0)") }, publisher.map(Self.mlaPublisher),
      editionYear.map(String.init) ?? date.map { word($0.mla) } ?? year.map(String.init),
      url,
    ]
    let elements =
      [container.map { FormattedText(capitalized($0, prepositionsTo: .max), isItalic: true) }]
      + publication.map { $0.map { FormattedText($0) } }
    let text = elements.compactMap(\.self).joined(separator: ", ")
    if !text.runs.isEmpty { parts.append(text.withFullStop) }
    return parts.joined(separator: " ")
  }

  /// In-text citation without the parentheses: `Wetzel 4–5`, `Carr, The Revolution 2: 69`.
  func mlaPlace(withTitle: Bool) -> FormattedText {
    var name = mlaShortNames.map { FormattedText($0) }
    if let title, withTitle || name == nil {
      let named = set(capitalized(title, prepositionsTo: .max))
      name = name.map { "\($0), \(named)" } ?? named
    }
    let text = name ?? ""
    guard let volume = volumeNumber else { return Self.placed(text, place.mla) }
    guard let pages = place.pages?.text(.mla) else { return "\(text), vol. \(volume)" }
    return "\(text) \(volume): \(pages)"
  }

  private static func placed(_ name: FormattedText, _ place: String?) -> FormattedText {
    guard let place else { return name }
    return place.hasPrefix(", ")
      ? name.followed(by: ", ", FormattedText(String(place.dropFirst(2)))) : "\(name)\(place)"
  }

  private var mlaShortNames: String? {
    let people = authors.isEmpty ? leadingEditors : authors
    return people.isEmpty ? nil : people.abbreviated(\.shortName)
  }

  /// Abbreviates a university press: `Oxford UP`, `U of Chicago P`.
  private static func mlaPublisher(_ name: String) -> String {
    let words = name.split(separator: " ").map(String.init)
    guard words.contains("University"), words.contains("Press") else { return name }
    return words.joined(separator: " ").replacing("University Press", with: "UP")
      .replacing("University", with: "U").replacing("Press", with: "P")
  }

  /// The first name inverted; of three or more authors only the first.
  private static func mlaNames(_ people: [Person]) -> String {
    let first = people[0].invertedName
    return switch people.count {
    case 1: first
    case 2: "\(first), and \(people[1].name)"
    default: "\(first), et al."
    }
  }
}
