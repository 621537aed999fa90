// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TextFolding

/// Reads title, subtitle, author and imprint from the beginning of a text.
struct TitlePage {
  /// Metadata found at the beginning.
  private(set) var metadata = Metadata()
  /// Indices of the groups that were read as metadata and do not become blocks.
  private(set) var taken: Set<Int> = []
  /// Indices of the groups that only belong to the title page: `Second edition`.
  private(set) var omitted: Set<Int> = []

  /// Number of groups to examine, and the maximum length of one.
  private static let depth = 8
  private static let titlePageDepth = 16
  private static let longest = 200

  init(_ groups: [LineGroup], measure: LineMeasure) {
    let parts = groups.prefix(Self.titlePageDepth).prefix { group in
      group.members.count <= 6 && group.width <= Self.longest && group.kind != .note
        && group.text.utf8.count <= 2 * Self.longest && group.width < measure.width
    }.map { group in
      let isHeading = if case .heading = group.kind { true } else { false }
      return TitleMatter.Part(
        lines: group.members.map(\.line.text), line: group.first.number, isHeading: isHeading)
    }
    var matter = TitleMatter()
    var index = 0
    while index < parts.count, index < Self.depth || matter.isTitlePage {
      let part = parts[index]
      defer { index += 1 }
      if matter.metadata.title == nil {
        if index == 0, part.lines.count == 1, readName(part, above: parts.dropFirst(), &matter) {
          taken.insert(index)
          continue
        }
        guard part.lines.count <= 3 || parts.count > 2, readTitle(part, &matter) else { break }
        taken.insert(index)
        index += readSubtitles(parts, after: index, &matter)
        continue
      }
      if let reading = matter.read(parts[index...]) {
        for part in index..<(index + reading.count) {
          if reading.statesFacts { taken.insert(part) } else { omitted.insert(part) }
        }
        index += reading.count - 1
      } else if part.lines.count <= 3, read(part, &matter) {
        taken.insert(index)
      } else if isSentence(part.text) || part.lines.count > 3 {
        break
      }
    }
    metadata = matter.metadata
    if let title = metadata.title?.value, title.last == ":", title.count > 1 {
      metadata.title?.value = String(title.dropLast())
    }
  }

  /// Reads the author's name above the title.
  private func readName(
    _ part: TitleMatter.Part, above: ArraySlice<TitleMatter.Part>, _ matter: inout TitleMatter
  ) -> Bool {
    guard let title = above.first, title.lines.count <= 3, !isSentence(title.text),
      NameLine.isAboveTitle(part.text, below: above.prefix(6).flatMap { $0.lines.prefix(3) })
    else { return false }
    matter.metadata.people = [
      Attributed(
        Person(parsing: part.text), .inferred, rule: "name-line", evidence: part.text,
        line: part.line)
    ]
    return true
  }

  /// Reads the title, which facts can follow in the same group.
  private func readTitle(_ part: TitleMatter.Part, _ matter: inout TitleMatter) -> Bool {
    func set(_ lines: ArraySlice<String>) {
      let text = lines.joined(separator: " ")
      matter.metadata.title = Attributed(
        text, .stated, rule: "first-line", evidence: text, line: part.line)
    }
    for count in 1..<max(2, part.lines.count) where count < part.lines.count && count <= 3 {
      var copy = matter
      let rest = TitleMatter.Part(
        lines: Array(part.lines[count...]), line: part.line + count)
      guard let reading = copy.read([rest]), reading.count == 1,
        !copy.metadata.people.isEmpty || copy.metadata.publisher != nil
      else { continue }
      matter = copy
      set(part.lines[..<1])
      if count > 1 {
        setSubtitle(part.lines[1..<count].joined(separator: " "), part.line + 1, &matter)
      }
      return true
    }
    guard part.lines.count <= 3, part.text.utf8.count <= Self.longest,
      !isSentence(part.text) || part.text.utf8.count <= 80
    else { return false }
    set(part.lines[...])
    return true
  }

  /// Reads the lines between the title and `BY` as the subtitle.
  ///
  /// - Returns: The number of groups taken.
  private mutating func readSubtitles(
    _ parts: [TitleMatter.Part], after title: Int, _ matter: inout TitleMatter
  ) -> Int {
    guard matter.metadata.people.isEmpty,
      let by = parts[(title + 1)...].prefix(5).firstIndex(where: {
        RolePhrase.pending($0.lines[0]) != nil
          || $0.lines.count <= 2 && Byline.people(in: $0.lines[0]) != nil
      }), by - title > 2
    else { return 0 }
    let between = parts[(title + 1)..<by]
    guard
      between.allSatisfy({ part in
        part.lines.count <= 3 && part.text.utf8.count <= 120 && !isSentence(part.text)
          && !NameLine.namesSection(part.text)
      })
    else { return 0 }
    setSubtitle(between.map(\.text).joined(separator: " "), between.first?.line ?? 1, &matter)
    for index in between.indices { taken.insert(index) }
    return between.count
  }

  private func setSubtitle(_ text: String, _ line: Int, _ matter: inout TitleMatter) {
    matter.metadata.subtitle = Attributed(
      text, .stated, rule: "line-below-title", evidence: text, line: line)
  }

  /// Reads a line that only its place below the title explains: a name, or the subtitle.
  private func read(_ part: TitleMatter.Part, _ matter: inout TitleMatter) -> Bool {
    let text = part.text
    guard text.utf8.count <= Self.longest,
      !NameLine.namesSection(text)
    else { return false }
    // A salutation, and the place and day of a letter, belong to the text.
    if ",".contains(text.last ?? " ") || isLetterDate(text) { return false }
    if title(matter, endsWith: ":"), matter.metadata.subtitle == nil {
      setSubtitle(text, part.line, &matter)
      return true
    }
    if matter.metadata.people.isEmpty, NameLine.isName(text) {
      matter.metadata.people = [
        Attributed(
          Person(parsing: text), .stated, rule: "name-line", evidence: text, line: part.line)
      ]
      return true
    }
    if matter.metadata.subtitle == nil, matter.metadata.people.isEmpty,
      matter.metadata.year == nil, text.last != ".", RolePhrase.pending(text) == nil
    {
      setSubtitle(text, part.line, &matter)
      return true
    }
    return false
  }

  /// Whether a line dates a letter: `London, May 3rd, 1921`.
  private func isLetterDate(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    return words.count <= 8 && Dates.year(in: text) != nil && text.contains(",")
      && words.contains { DateWords.months[$0] != nil }
  }

  /// Whether the title announces a subtitle: `THE STATE:`.
  private func title(_ matter: TitleMatter, endsWith sign: Character) -> Bool {
    matter.metadata.title?.value.last == sign
  }

  private func isSentence(_ text: String) -> Bool {
    guard let last = text.last(where: { !"”\"’)".contains($0) }) else { return false }
    return last == "." && text.split(separator: " ").count > 6
  }
}
