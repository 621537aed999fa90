// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TextFolding

/// Reads the parts of a title page below the title, one after the other.
struct TitleMatter {
  /// A paragraph of the title page.
  struct Part {
    var lines: [String]
    /// Number of its first line in the file.
    var line: Int
    var isHeading = false
    var text: String { lines.joined(separator: " ") }
  }

  /// What one or more parts are.
  struct Reading {
    /// Number of parts.
    var count: Int
    /// Whether facts have all of their words as evidence; otherwise they only belong to the page:
    /// `Author of “…”`, `BY` above a name.
    var statesFacts = true
  }

  /// Most years in which the volumes of a work appeared.
  private static let longestPrinting = 12

  /// Facts found so far.
  var metadata = Metadata()
  /// Whether the page names an edition after the first.
  var isLaterEdition = false
  /// Whether a byline or an imprint was found.
  var isTitlePage = false

  /// Whether a copyright line dates the work, as on the back of a printed title page.
  private let readsCopyright: Bool

  init(_ metadata: Metadata = Metadata(), readsCopyright: Bool = true) {
    self.metadata = metadata
    self.readsCopyright = readsCopyright
  }

  /// Reads the parts at the beginning of a list; `nil` if they are none of a title page's.
  mutating func read(_ parts: ArraySlice<Part>) -> Reading? {
    guard let first = parts.first, first.text.utf8.count <= 400 else { return nil }
    guard
      var reading = readNames(parts) ?? readLines(first) ?? readImprint(parts) ?? readRemark(first)
    else { return nil }
    let taken = parts.prefix(reading.count).flatMap(\.lines)
    let evidence = self.evidence
    reading.statesFacts =
      taken.allSatisfy(evidence.contains) || evidence.contains(taken.joined(separator: " "))
    return reading
  }

  /// What the facts found so far rest on.
  private var evidence: Set<String> {
    Set(
      (metadata.people.map(\.evidence)
        + [
          metadata.year?.evidence, metadata.editionYear?.evidence, metadata.publisher?.evidence,
          metadata.place?.evidence,
        ]).compactMap(\.self))
  }

  // MARK: Names

  /// Reads `BY` alone and the names in the next part.
  private mutating func readNames(_ parts: ArraySlice<Part>) -> Reading? {
    guard let first = parts.first, first.lines.count == 1,
      let role = RolePhrase.pending(first.text), let next = parts.dropFirst().first,
      take(namesIn: next.lines[...], role, next.line) == next.lines.count
    else { return nil }
    return Reading(count: 2)
  }

  /// Takes names from the first lines, with what describes them.
  ///
  /// - Returns: The number of lines taken; 0 if the first is no name.
  private mutating func take(
    namesIn lines: ArraySlice<String>, _ role: Person.Role, _ line: Int
  ) -> Int {
    guard let first = lines.first, first.utf8.count <= 200,
      let people = Byline.people(named: first, role: role),
      add(people, evidence: first, line)
    else { return 0 }
    var count = 1
    while count < lines.count {
      let next = lines[lines.startIndex + count]
      let before = lines[lines.startIndex + count - 1]
      if ["and", "und", "et", "y", "&", "e", "en"].contains(next.lowercased()),
        count + 1 < lines.count,
        let others = Byline.people(named: lines[lines.startIndex + count + 1], role: role)
      {
        guard add(others, evidence: lines[lines.startIndex + count + 1], line + count + 1) else {
          break
        }
        count += 2
      } else if Byline.isDescription(next)
        || (count > 1 && Byline.isDescription(lines[lines.startIndex + 1]) && !isFact(next))
        || isDegrees(next) || (before.hasSuffix(",") && next.first?.isLowercase ?? false)
      {
        count += 1
      } else {
        break
      }
    }
    return count
  }

  /// Adds people; false if the page names an author whom the header does not know, since then the
  /// line may belong to a part of the text.
  private mutating func add(_ people: [Person], evidence: String, _ line: Int) -> Bool {
    let known = metadata.people.map { Self.key($0.value) }
    // `Edited by the Faculty of …` is said of a series.
    if people.contains(where: { $0.role == .editor && $0.family == nil }) { return false }
    // Facts from a header say who the authors are; the page completes the other roles.
    let hasAuthors = metadata.people.contains {
      $0.value.role == .author && !["byline", "name-line"].contains($0.rule)
    }
    let new = people.filter { !known.contains(Self.key($0)) }
    complete(people, evidence: evidence, line)
    if hasAuthors, new.contains(where: { $0.role == .author }) { return false }
    isTitlePage = true
    metadata.people += new.map {
      Attributed($0, .stated, rule: "byline", evidence: evidence, line: line)
    }
    return true
  }

  /// Completes people of whom a header has the family name alone.
  private mutating func complete(_ people: [Person], evidence: String, _ line: Int) {
    for person in people where person.given != nil {
      for index in metadata.people.indices {
        let known = metadata.people[index].value
        guard known.given == nil, Self.key(known) == Self.key(person) else { continue }
        metadata.people[index] = Attributed(
          person, .stated, rule: "byline", evidence: evidence, line: line)
      }
    }
  }

  /// Role and family name, which tell people on a title page apart.
  private static func key(_ person: Person) -> String {
    "\(person.role.rawValue) \((person.family ?? person.name).lettersAndDigits)"
  }

  private func isDegrees(_ line: String) -> Bool {
    line.split { ", ".contains($0) }.allSatisfy {
      $0.count <= 7 && $0.contains(".") && $0.first?.isUppercase ?? false
    }
  }

  private func isFact(_ line: String) -> Bool {
    RolePhrase.pending(line) != nil || Byline.people(in: line) != nil
      || Dates.year(ofDateLine: line) != nil || Imprint([line]) != nil
  }

  // MARK: Lines

  /// Reads a part whose lines are all facts: bylines, dates, an imprint at the end.
  private mutating func readLines(_ part: Part) -> Reading? {
    var copy = self
    var index = 0
    while index < part.lines.count {
      let line = part.lines[index]
      let number = part.line + index
      let rest = part.lines[(index + 1)...]
      if let role = RolePhrase.pending(line) {
        let count = copy.take(namesIn: rest, role, number + 1)
        guard count > 0 else { return nil }
        index += 1 + count
      } else if let people = Byline.people(in: line) {
        // `Introduction by A. Bee` above a part is its heading.
        let isOfPart =
          part.isHeading && people.allSatisfy { $0.role == .contributor }
          && !line.lowercased().hasPrefix("with ")
        guard !isOfPart, copy.add(people, evidence: line, number) else { return nil }
        index += 1
        while index < part.lines.count, Byline.isDescription(part.lines[index]) { index += 1 }
      } else if Dates.year(ofDateLine: line) != nil {
        // `1970s` is the heading of a part, and `1790–1826` what letters or a history are about.
        switch PrintedDate(parsing: line) {
        case .decade: return nil
        case .range(let first, let last) where last - first > Self.longestPrinting: return nil
        default: break
        }
        guard copy.metadata.year == nil else { return nil }
        copy.setYear(line, rule: "date-line", number)
        index += 1
      } else if index > 0, let imprint = Imprint(Array(part.lines[index...])) {
        copy.take(imprint, evidence: part.lines[index...].joined(separator: " "), number)
        index = part.lines.count
      } else {
        return nil
      }
    }
    self = copy
    return Reading(count: 1)
  }

  // MARK: Imprint

  /// Reads the imprint in as many parts as belong to it.
  private mutating func readImprint(_ parts: ArraySlice<Part>) -> Reading? {
    // More parts belong to it only if they add to it.
    var best: (imprint: Imprint, lines: [String], count: Int)?
    for count in 1...3 where count <= parts.count {
      var lines = parts.prefix(count).flatMap(\.lines)
      while lines.count > 1, let last = lines.last, Self.isRemark(last) { lines.removeLast() }
      guard let imprint = Imprint(lines, isOnePart: count == 1) else { continue }
      if let known = best?.imprint, known.parts >= imprint.parts { continue }
      best = (imprint, lines, count)
    }
    if let (imprint, lines, count) = best {
      guard
        !metadata.people.isEmpty
          || imprint.year != nil && lines.contains(where: Imprint.namesPublisher)
      else { return nil }
      take(imprint, evidence: lines.joined(separator: " "), parts.first?.line ?? 1)
      return Reading(count: count)
    }
    return nil
  }

  private mutating func take(_ imprint: Imprint, evidence: String, _ line: Int) {
    isTitlePage = true
    func fact(_ text: String) -> Attributed<String> {
      Attributed(text, .stated, rule: "imprint", evidence: evidence, line: line)
    }
    if metadata.publisher == nil {
      metadata.publisher = imprint.publisher.map(fact)
      metadata.place = metadata.place ?? imprint.place.map(fact)
    }
    if let year = imprint.year { setYear(year, rule: "imprint", line) }
  }

  // MARK: Remarks

  /// Reads what belongs to a title page without being a fact: `Second edition`, `Price twopence`.
  private mutating func readRemark(_ part: Part) -> Reading? {
    if let history = PrintingHistory(part.lines) {
      take(history, part)
      return Reading(count: 1)
    }
    guard part.lines.count <= 3, part.text.utf8.count <= 160 else { return nil }
    let lower = part.text.lowercased()
    let words = lower.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    if words.count <= 8, words.contains(where: Self.editions.contains),
      words.contains(where: { Self.ordinals.contains($0) || $0.first?.isNumber ?? false })
    {
      isLaterEdition = !words.contains { Self.first.contains($0) }
      if let year = PrintedDate(parsing: part.text), year.isExact {
        setYear(part.text, rule: "edition-line", part.line)
      }
      return Reading(count: 1)
    }
    if words.count <= 8, words.contains(where: Self.translations.contains) {
      isLaterEdition = true
      return Reading(count: 1)
    }
    if readsCopyright, isTitlePage,
      ["copyright", "©", "entered according"].contains(where: lower.hasPrefix)
    {
      if let date = PrintedDate(parsing: part.text), date.isExact, metadata.year == nil {
        setYear(part.text, rule: "copyright-line", part.line)
        metadata.printedYear = nil
      }
      return Reading(count: 1)
    }
    guard isTitlePage else { return nil }
    let isRemark =
      Self.isRemark(part.text)
      || !metadata.people.isEmpty && Byline.isDescription(part.text)
    return isRemark ? Reading(count: 1) : nil
  }
}
