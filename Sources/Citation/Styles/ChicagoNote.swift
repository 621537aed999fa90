// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TextFolding

extension CitationStyle {
  /// Chicago Manual of Style, 18th edition: a note.
  package static let chicago = Self("chicago", "Chicago Manual of Style, 18th edition: a note") {
    $0.chicagoNote()
  }
}

extension CitedChain {
  /// A Chicago note: `Tom Wetzel, “Workers Power …” (2005), 4–5.`.
  ///
  /// Chicago Manual of Style, 18th edition, 14.160: the original first, then `quoted in` and the
  /// source that was read. If that source has no pages, or the date of access is given (14.12), the
  /// note ends with its URL.
  func chicagoNote(withAddress: Bool = true) -> FormattedText {
    var text = joined(quotedIn: "quoted in", speaker: \.name) { $0.chicagoNote }
    if withAddress, let last, let url = last.url, last.place.pages == nil || accessed != nil {
      if let accessed { text = text.followed(by: ", ", "accessed \(accessed.american)") }
      text = text.followed(by: ", ", FormattedText(url))
    }
    return (text.plain.hasPrefix("quoted in ") ? text.withCapital : text).withFullStop
  }
}

extension CitedFacts {
  /// A note without the final stop; three or more authors are shortened to the first (13.23).
  var chicagoNote: FormattedText {
    var parts: [FormattedText] = []
    if !authors.isEmpty {
      parts.append(FormattedText(authors.abbreviated(\.name)))
    } else if !leadingEditors.isEmpty {
      let role = leadingEditors.count == 1 ? "ed." : "eds."
      parts.append("\(leadingEditors.abbreviated(\.name)), \(role)")
    }
    if let title = proseTitle {
      parts.append(set(capitalized(title, prepositionsTo: 4)))
    }
    if let container {
      let name = FormattedText(
        capitalized(container, prepositionsTo: 4), isItalic: !isInSite)
      parts.append(isArticle ? name : "in \(name)")
    }
    if !followingEditors.isEmpty { parts.append("ed. \(followingEditors.abbreviated(\.name))") }
    if !translators.isEmpty { parts.append("trans. \(translators.abbreviated(\.name))") }
    let number = volumeNumber
    if let number, place.pages == nil { parts.append("vol. \(number)") }
    var text = parts.joinedByCommas
    if let imprint = chicagoImprint { text = "\(text) (\(imprint))" }
    if let place = place.chicago {
      // 14.18: volume and page, `2:69`.
      let isInVolume = self.place.pages != nil && number != nil
      text = text.followed(by: ", ", isInVolume ? "\(number ?? ""):\(place)" : "\(place)")
    }
    return text
  }

  /// Publisher and year; the place is no longer required (14.30).
  private var chicagoImprint: String? {
    let year = date?.chicago ?? year.map(String.init) ?? (kind == .named ? nil : "n.d.")
    let printed = editionYear.map(String.init) ?? year
    var text = [publisher, printed].compactMap(\.self).joined(separator: ", ")
    if editionYear != nil, let year { text = "\(year); \(text)" }
    return text.isEmpty ? nil : text
  }
}
