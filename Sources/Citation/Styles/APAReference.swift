// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TextFolding

extension CitationStyle {
  /// Publication Manual of the APA, 7th edition: a reference and the in-text citation.
  package static let apa = Self(
    "apa", "Publication Manual of the APA, 7th edition: a reference and the in-text citation"
  ) { $0.apa }
}

extension CitedChain {
  /// An APA reference followed by the in-text citation.
  ///
  /// Publication Manual of the APA, 7th edition, 8.6: the list names the work that was read; the
  /// text says `as cited in`.
  var apa: FormattedText {
    guard let last else { return "" }
    let place = joined(quotedIn: "as cited in", speaker: \.spokenInitials) {
      $0.apaPlace(isListed: $0.id == last.id)
    }
    let saysMore = !carriers.isEmpty || last.place.apa != nil
    let reference = last.apaReference(accessed)
    return saysMore ? "\(reference) (\(place))" : reference
  }
}

extension CitedFacts {
  /// Entry in the reference list.
  ///
  /// The title keeps its capitals, because sentence case would require knowing which words are
  /// names.
  func apaReference(_ accessed: AccessDate?) -> FormattedText {
    let date =
      editionYear.map(String.init) ?? self.date?.apa ?? year.map(String.init) ?? "n.d."
    var parts: [FormattedText] = []
    if !authors.isEmpty {
      parts.append(FormattedText(Self.apaNames(authors).withFullStop))
    } else if !leadingEditors.isEmpty {
      let role = leadingEditors.count == 1 ? "Ed." : "Eds."
      parts.append("\(Self.apaNames(leadingEditors)) (\(role)).")
    }
    if let title = proseTitle {
      let makers = apaContributors
      let title = FormattedText(title, isItalic: standsAlone)
      parts.append(
        makers.isEmpty ? title.withFullStop : "\(title) (\(makers.joined(separator: "; "))).")
    }
    parts.insert("(\(date)).", at: min(1, parts.count))
    if let container {
      let role = editors.count == 1 ? "Ed." : "Eds."
      let people = editors.series(\.spokenInitials, and: "&")
      let name = FormattedText(container, isItalic: !isInSite)
      parts.append((editors.isEmpty ? name : "In \(people) (\(role)), \(name)").withFullStop)
    }
    if let publisher, publisher != authors.first?.name {
      parts.append(FormattedText(publisher.withFullStop))
    }
    // 9.16: the date stands before the URL.
    if let url { parts.append("\(accessed.map { "Retrieved \($0.american), from " } ?? "")\(url)") }
    if editionYear != nil, let year {
      parts.append("(Original work published \(self.date?.apa ?? String(year)))")
    }
    return parts.joined(separator: " ")
  }

  /// In-text citation without the parentheses: `Wetzel, 2005, p. 4`.
  ///
  /// A source that is not in the list and has no year is cited by its title as well.
  func apaPlace(isListed: Bool) -> FormattedText {
    let people = authors.isEmpty ? leadingEditors : authors
    var parts: [FormattedText] = []
    // 8.17: three or more authors are cited by the first.
    if !people.isEmpty { parts.append(FormattedText(people.abbreviated(\.shortName, and: "&"))) }
    if let title, people.isEmpty || (!isListed && year == nil) {
      parts.append(set(capitalized(title, prepositionsTo: 3)))
    }
    let original = date?.apa ?? year.map(String.init)
    let dates = [editionYear == nil ? nil : original, editionYear.map(String.init) ?? original]
      .compactMap(\.self)
    if !dates.isEmpty {
      parts.append(FormattedText(dates.joined(separator: "/")))
    } else if kind != .named {
      parts.append("n.d.")
    }
    if let volumeNumber, !isListed { parts.append("Vol. \(volumeNumber)") }
    if let place = place.apa { parts.append(FormattedText(place)) }
    return parts.joinedByCommas
  }

  /// Editors and translators, as listed after the title.
  private var apaContributors: [String] {
    var makers: [String] = []
    if container == nil, !followingEditors.isEmpty {
      let role = followingEditors.count == 1 ? "Ed." : "Eds."
      makers.append("\(followingEditors.series(\.spokenInitials, and: "&")), \(role)")
    }
    if !translators.isEmpty {
      makers.append("\(translators.series(\.spokenInitials, and: "&")), Trans.")
    }
    return makers
  }

  /// Lists up to twenty names; of more, the first nineteen and the last (9.8).
  private static func apaNames(_ people: [Person]) -> String {
    let names = people.map(\.nameWithInitials)
    switch names.count {
    case 0, 1: return names.first ?? ""
    case 2...20: return names.dropLast().joined(separator: ", ") + ", & \(names[names.count - 1])"
    default: return names.prefix(19).joined(separator: ", ") + ", . . . \(names[names.count - 1])"
    }
  }
}
