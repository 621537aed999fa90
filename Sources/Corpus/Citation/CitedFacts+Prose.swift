// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

extension CitedFacts {
  /// A note in the Chicago style, as `Tom Wetzel, “Workers Power …” (2005), 4–5.`.
  var chicagoNote: String {
    var text = ""
    if !authors.isEmpty {
      text =
        authors.count > 2
        ? "\(authors[0].name) et al., " : Self.series(authors.map(\.name)) + ", "
    }
    let date = year.map(String.init) ?? "n.d."
    let container = metadata.collection.map { isEnglish ? headlineCapitals($0.value) : $0.value }
    text += container == nil && isBook ? title : "“\(title)\(container == nil ? "" : ",")”"
    if let container { text += " in \(container)" }
    if authors.isEmpty, !editors.isEmpty {
      text += ", ed. " + Self.series(editors.map(\.name))
    }
    if !translators.isEmpty { text += ", trans. " + Self.series(translators.map(\.name)) }
    let imprint = [metadata.publisher?.value, date].compactMap(\.self).joined(separator: ", ")
    text += " (\(imprint))"
    if let place = pages ?? placeWithoutPages { text += ", \(place)" }
    return Self.closed(text)
  }

  /// A works-cited entry in the MLA style, with the pages at its end.
  var mla: String {
    var parts: [String] = []
    if let first = authors.first {
      let names =
        switch authors.count {
        case 1: first.sortName
        case 2: "\(first.sortName), and \(authors[1].name)"
        default: "\(first.sortName), et al"
        }
      parts.append(Self.closed(names))
    }
    parts.append(isBook ? Self.closed(title) : "“\(Self.closed(title))”")
    let page =
      passage.pages.map {
        ($0.first == $0.last ? "p. " : "pp. ") + (pages ?? "")
      } ?? passage.paragraph.map { "par. \($0)" }
    let publication = [
      metadata.collection.map { isEnglish ? headlineCapitals($0.value) : $0.value },
      translators.isEmpty ? nil : "translated by " + Self.series(translators.map(\.name)),
      metadata.publisher?.value, year.map(String.init), page, metadata.url?.value,
    ].compactMap(\.self)
    if !publication.isEmpty { parts.append(Self.closed(publication.joined(separator: ", "))) }
    return parts.joined(separator: " ")
  }

  /// A reference in the APA style, with the place in the text at its end.
  var apa: String {
    let names = Self.series(authors.map(Self.inverted), and: "&")
      .replacingPairDivider(count: authors.count)
    let date = year.map(String.init) ?? "n.d."
    // The title keeps its capitals: sentence case would need to know which words are names.
    var text =
      names.isEmpty
      ? Self.closed(work.displayTitle) + " (\(date))."
      : Self.closed(names) + " (\(date)). " + Self.closed(work.displayTitle)
    if !translators.isEmpty {
      let people = translators.map { [Self.initials($0.given), $0.family ?? $0.name] }
      text +=
        " ("
        + people.map { $0.filter { !$0.isEmpty }.joined(separator: " ") }
        .joined(separator: " & ") + ", Trans.)."
    }
    if let collection = metadata.collection?.value { text += " In \(Self.closed(collection))" }
    if let publisher = metadata.publisher?.value { text += " \(Self.closed(publisher))" }
    if let url = metadata.url?.value { text += " \(url)" }
    let place =
      passage.pages.map { ($0.first == $0.last ? "p. " : "pp. ") + (pages ?? "") }
      ?? passage.paragraph.map { "para. \($0)" }
    return text + (place.map { " (\($0))" } ?? "")
  }

  /// A name as `Wetzel, T.` has it.
  private static func inverted(_ person: Person) -> String {
    guard let family = person.family else { return person.name }
    let initials = initials(person.given)
    return initials.isEmpty ? family : "\(family), \(initials)"
  }

  private static func initials(_ given: String?) -> String {
    (given ?? "").split { $0 == " " || $0 == "." }.compactMap(\.first)
      .map { "\($0.uppercased())." }.joined(separator: " ")
  }
}

extension String {
  /// The APA style puts a comma before the ampersand of two names also.
  fileprivate func replacingPairDivider(count: Int) -> String {
    guard count == 2 else { return self }
    return split(separator: " & ").joined(separator: ", & ")
  }
}
