// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TextFolding

/// The imprint of a title page: place, publisher, year (`LONDON / HERON PRESS / 1899`).
struct Imprint: Equatable {
  var place: String?
  var publisher: String?
  /// The year as printed; `nil` if the imprint has none.
  var year: String?

  private static let longestLine = 90

  /// Number of facts.
  var parts: Int { [place, publisher, year].count { $0 != nil } }

  /// Parses the lines of an imprint; `nil` if they are something else, or cannot be divided.
  ///
  /// Either a word such as `Press` names the publisher, and a year or a known place of publication
  /// stands with it; or a known place and a year do.
  init?(_ lines: [String], isOnePart: Bool = true) {
    guard (1...6).contains(lines.count),
      lines.allSatisfy({ $0.utf8.count <= Self.longestLine && !Self.isProse($0) })
    else { return nil }
    var pieces: [String] = []
    for line in lines {
      var rest = line
      if let (before, printed) = Self.dividingYear(line) {
        guard year == nil else { return nil }
        year = printed
        rest = before
      }
      for piece in rest.split(whereSeparator: { ":;—".contains($0) }) {
        guard let divided = Self.divided(Self.trimmed(String(piece))) else { return nil }
        pieces += divided
      }
    }
    guard !pieces.isEmpty, pieces.count <= 5 else { return nil }
    place = pieces.first(where: PublisherWords.isCity)
    pieces.removeAll(where: PublisherWords.isCity)
    if let index = pieces.firstIndex(where: Self.namesPublisher) {
      var name = pieces.remove(at: index)
      // A name over two lines: `CHARLES H. KERR / & COMPANY`.
      if name.first == "&" || !Self.hasOwnName(name) {
        guard index > 0 else { return nil }
        name = "\(pieces.remove(at: index - 1)) \(name)"
      }
      publisher = name
    }
    // What is left can only be a place that is not known, on a line of its own.
    if pieces.count == 1, isOnePart, lines.count >= 2, year != nil, Self.isPlace(pieces[0]) {
      if publisher == nil, place != nil {
        publisher = pieces[0]
      } else if place == nil, publisher != nil {
        place = pieces[0]
      } else {
        return nil
      }
    } else if !pieces.isEmpty {
      return nil
    }
    guard publisher != nil ? year != nil || place != nil : year != nil && place != nil,
      publisher != nil || lines.last.flatMap(Self.dividingYear) != nil
    else { return nil }
    place = place.map { NameCapitals.lowered($0, acronymsBelow: 1) }
    publisher = publisher.map(Self.printed)
  }

  /// A line with a year at its end, divided before it.
  private static func dividingYear(_ line: String) -> (before: String, year: String)? {
    let bare = line.trimmingSuffix(".,; ")
    var start = bare.endIndex
    while start > bare.startIndex {
      let before = bare.index(before: start)
      guard !bare[before].isWhitespace else { break }
      start = before
    }
    let word = String(bare[start...])
    let digits = word.filter { !"[]()?".contains($0) }
    guard digits.utf8.count == 4 || digits.contains("M") || digits.contains("–"),
      digits.allSatisfy({ $0.isNumber || "MDCLXVI.–-".contains($0) }),
      PrintedDate(parsing: word)?.year != nil
    else { return nil }
    var before = String(bare[..<start]).trimmed
    // `Published by Heron Press in 1900`.
    if before.lowercased().hasSuffix(" in"), before.lowercased().hasPrefix("published") {
      before = String(before.dropLast(3))
    }
    return (before, word)
  }

  /// Divides `Heron Press, 20 Fleet Street, London` into publisher and place, without the address;
  /// `nil` if it is not certain where one ends.
  private static func divided(_ piece: String) -> [String]? {
    guard !piece.isEmpty else { return [] }
    let lower = piece.lowercased()
    if lower.hasPrefix("copyright") || lower.hasSuffix(" edition")
      || [" in", " of", " by", " the"].contains(where: lower.hasSuffix)
    {
      return nil
    }
    // `NEW YORK Published by Heron Press`.
    for phrase in PublisherWords.phrases {
      guard let found = lower.firstRange(of: phrase), lower.utf8.count == piece.utf8.count else {
        continue
      }
      let before = trimmed(String(piece[..<found.lowerBound]))
      let after = trimmed(String(piece[found.upperBound...]))
      guard before.isEmpty || PublisherWords.isCity(before) else { return nil }
      return (before.isEmpty ? [] : [before]) + (after.isEmpty ? [] : withoutAddress(after))
    }
    if !PublisherWords.isCity(piece), let city = PublisherWords.city(startOf: piece) {
      // `New York Labor News Co.` is a name; only other letters tell that the name begins later.
      let rest = trimmed(String(piece.dropFirst(city.count)))
      let differs = city.contains(where: \.isLowercase) != rest.contains(where: \.isLowercase)
      let isMarked = piece.dropFirst(city.count).first == ","
      guard differs || isMarked else { return nil }
      return [city] + withoutAddress(rest)
    }
    return withoutAddress(piece)
  }

  /// A publisher with the city after it, without street and number.
  private static func withoutAddress(_ piece: String) -> [String] {
    var name = piece[...]
    if let digit = piece.firstIndex(where: \.isNumber) { name = piece[..<digit] }
    let parts = name.split(separator: ",").map { trimmed(String($0)) }.filter { !$0.isEmpty }
    var kept: [String] = []
    for part in parts {
      let words = part.lowercased().split(separator: " ").map { $0.filter(\.isLetter) }
      if let last = kept.last,
        words.allSatisfy({ PublisherWords.nouns.contains($0) || $0 == "llc" })
      {
        kept[kept.count - 1] = "\(last), \(part)"
      } else {
        kept.append(part)
      }
    }
    var result: [String] = []
    for part in kept {
      if let city = PublisherWords.city(endOf: part), city.count < part.count {
        result += [trimmed(String(part.dropLast(city.count))), city]
      } else {
        result.append(part)
      }
    }
    if let city = PublisherWords.city(in: piece[name.endIndex...]) { result.append(city) }
    let streets = ["street", "house", "place", "road", "square", "avenue", "lane", "row"]
    return result.filter { part in
      !streets.contains { part.lowercased().hasSuffix(" " + $0) } || namesPublisher(part)
    }
  }

  /// Whether a publisher has a name besides words such as `Publishing Company`.
  private static func hasOwnName(_ name: String) -> Bool {
    name.lowercased().split { !$0.isLetter }.contains {
      !PublisherWords.nouns.contains(String($0))
        && !["the", "and", "of", "bookseller"].contains($0)
    }
  }

  /// Whether a text has a word of publishers or printers.
  static func namesPublisher(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter && $0 != "&" }.map(String.init)
    // `Heron Press`, but `Press and Party`; other languages put the noun first: `Verlag Reiher`.
    if words.dropFirst().contains(where: PublisherWords.nouns.contains) { return true }
    if let first = words.first, words.count > 1, PublisherWords.leadingNouns.contains(first) {
      return true
    }
    if words.first == "&", words.count > 1 { return true }
    return PublisherWords.endings.contains { text.lowercased().hasSuffix($0) }
  }

  /// Whether a text can be the name of a place: up to six words, each with a capital or `and`.
  static func isPlace(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    return (1...6).contains(words.count) && !text.contains(where: \.isNumber)
      && words.allSatisfy { word in
        word.first { $0.isLetter }?.isUppercase ?? true
          || ["and", "und", "et", "y", "e", "&", "a", "am", "an", "der", "upon", "on", "de", "la"]
            .contains(word.lowercased())
      }
  }

  private static func isProse(_ line: String) -> Bool {
    let words = line.split(separator: " ")
    let small = words.count { $0.first?.isLowercase ?? false }
    return words.count > 6 && small * 2 > words.count
  }

  /// A name without punctuation around it.
  private static func trimmed(_ text: String) -> String {
    var text = text.trimmed[...]
    while let first = text.first, ",:;—–-•.".contains(first) || first.isWhitespace {
      text.removeFirst()
    }
    while let last = text.last, ",:;—–-•".contains(last) || last.isWhitespace { text.removeLast() }
    if text.last == ".",
      !abbreviations.contains(text.split(separator: " ").last?.lowercased() ?? "")
    {
      text.removeLast()
    }
    return String(text)
  }

  private static let abbreviations: Set<String> = ["co.", "inc.", "ltd.", "bros.", "d.c.", "n.y."]

  /// A name in capitals as references print it: `Heron Press`.
  private static func printed(_ name: String) -> String {
    name.contains(where: \.isLowercase) ? name : NameCapitals.lowered(name)
  }
}

extension String {
  fileprivate func trimmingSuffix(_ characters: String) -> Substring {
    var text = self[...]
    while let last = text.last, characters.contains(last) { text.removeLast() }
    return text
  }
}
