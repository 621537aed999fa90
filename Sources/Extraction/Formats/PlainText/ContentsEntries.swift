// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Notes
import TextFolding

/// Takes for headings the lines that the table of contents names, whatever their form.
struct ContentsEntries {
  /// Most groups of lines that a table of contents can have.
  private static let longest = 400

  /// Numbers and titles named, by the words of the title.
  private var entries: [String: HeadingKey] = [:]
  /// Titles by the number of their words, for titles that differ by a misprint.
  private var byLength: [Int: [String]] = [:]
  /// Number of lines in the table of contents.
  private var lineCount = 0
  /// Groups of the table of contents.
  private var list = 0..<0

  /// Reads the table of contents and marks the headings that it names.
  static func mark(_ groups: inout [LineGroup]) {
    guard let title = groups.firstIndex(where: isTitle) else { return }
    var contents = ContentsEntries()
    contents.read(groups, after: title)
    guard contents.entries.count >= 2 else { return }
    contents.markHeadings(&groups)
  }

  /// Words that head a table of contents, folded as `PlainLetter`.
  private static let titles: Set<String> = [
    "contents", "table of contents", "inhalt", "inhaltsverzeichnis", "table des matieres",
    "table", "sommaire", "indice", "contenido", "tabla de contenido", "sumario", "inhoud",
    "inhoudsopgave", "conteudo", "sommario", "tabla de materias", "содержание", "оглавление",
  ]

  private static func isTitle(_ group: LineGroup) -> Bool {
    group.members.count == 1 && group.width <= 60 && isTitle(group.text)
  }

  /// Whether a line is the title of a table of contents.
  static func isTitle(_ line: String) -> Bool {
    line.utf8.count <= 120 && titles.contains(PlainLetter.words(line).joined(separator: " "))
  }

  // MARK: Entries

  private mutating func read(_ groups: [LineGroup], after title: Int) {
    var index = title + 1
    var lines: [String] = []
    var seen: Set<String> = []
    while index < groups.count, index - title < Self.longest {
      let group = groups[index]
      // The first heading that the list has named already begins the text.
      if group.blanksBefore > 0, Self.isAlone(groups, index),
        seen.contains(Self.key(of: group.text))
          || seen.contains(Self.title(of: group.text)) && index > title + 2
      {
        break
      }
      let isList = group.members.allSatisfy { $0.line.length <= 100 }
      guard isList, Self.isNumbered(group) || !Self.isProse(group) else { break }
      for member in group.members {
        let entry = Self.withoutPage(member.line.text)
        lines.append(entry)
        seen.insert(Self.key(of: entry))
        seen.insert(Self.title(of: entry))
      }
      index += 1
    }
    // What follows the last line with a page number is not in the list.
    let numbered = groups[(title + 1)..<index].filter(Self.isNumbered).count
    while numbered * 4 >= index - title - 1, index > title + 1, !Self.isNumbered(groups[index - 1])
    { index -= 1 }
    list = (title + 1)..<index
    lineCount = lines.count
    for (place, line) in lines.enumerated() {
      add(line)
      // A long title continues on the next line, and its number may stand on a line alone.
      if place + 1 < lines.count { add("\(line) \(lines[place + 1])") }
    }
  }

  private mutating func add(_ line: String) {
    let title = Self.title(of: line)
    guard title.contains(where: \.isLetter), title.utf8.count <= 160, entries[title] == nil else {
      return
    }
    entries[title] = HeadingKey(line)
    byLength[title.split(separator: " ").count, default: []].append(title)
  }

  private static func isNumbered(_ group: LineGroup) -> Bool {
    group.members.contains { pageNumber($0.line.text) != nil }
  }

  /// Whether lines are filled like a paragraph's and make sentences.
  private static func isProse(_ group: LineGroup) -> Bool {
    let words = group.text.split(separator: " ")
    let small = words.count { $0.first?.isLowercase == true }
    return group.members.count >= 3 && small * 2 > words.count
      && group.members.dropLast().allSatisfy { $0.line.length * 10 >= group.width * 7 }
  }

  /// The page number at the end of an entry.
  private static func pageNumber(_ line: String) -> Substring? {
    let words = line.split { $0 == " " || $0 == "." || $0 == "…" || $0 == "·" || $0 == "_" }
    guard words.count >= 2, let last = words.last else { return nil }
    let isArabic = last.utf8.count <= 4 && last.utf8.allSatisfy { $0 &- 0x30 < 10 }
    return isArabic || PageNumber.isRoman(last) && last == last.lowercased() ? last : nil
  }

  private static func withoutPage(_ line: String) -> String {
    guard let page = pageNumber(line) else { return line }
    let rest = line[..<page.startIndex]
    // `Chapter 3` ends with its own number.
    let words = PlainLetter.words(rest)
    return words.count == 1 && HeadingKey(line).number != nil && HeadingKey(line).division != nil
      ? line : String(rest)
  }

  // MARK: Headings

  private mutating func markHeadings(_ groups: inout [LineGroup]) {
    var levels: [Int: Int] = [:]
    var found: [Int] = []
    var used: Set<String> = []
    // French and Spanish books have the list at the end.
    let isAtEnd = list.lowerBound * 3 > groups.count * 2
    let text = isAtEnd ? 0..<(list.lowerBound - 1) : list.upperBound..<groups.count
    for index in text {
      let group = groups[index]
      guard group.kind != .note, group.members.count <= 3, group.width <= 120,
        group.blanksBefore > 0, Self.isAlone(groups, index), let entry = entry(for: group.text),
        !used.contains(entry)
      else { continue }
      used.insert(entry)
      if case .heading(let level) = group.kind {
        levels[level, default: 0] += 1
      } else {
        found.append(index)
      }
    }
    // A list whose lines are not found again is something else.
    guard used.count >= 2, used.count * 3 >= lineCount else { return }
    for index in list where groups[index].kind != .note {
      // A heading without a page number may be that of the text which follows.
      if case .heading = groups[index].kind, !Self.isNumbered(groups[index]) { continue }
      groups[index].kind = .paragraph
      groups[index].isContents = true
    }
    let usual = levels.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 2
    for index in found { groups[index].kind = .heading(level: usual) }
  }

  /// Whether a blank line follows a group.
  private static func isAlone(_ groups: [LineGroup], _ index: Int) -> Bool {
    index + 1 < groups.count && groups[index + 1].blanksBefore > 0
  }

  /// The entry that names a line; its number must be that of the line, if both have one.
  private func entry(for line: String) -> String? {
    guard line.utf8.count <= 160 else { return nil }
    let own = HeadingKey(line)
    for title in [Self.title(of: line), Self.key(of: line)] where !title.isEmpty {
      if let entry = entries[title], agree(entry, own) { return title }
    }
    let title = Self.title(of: line)
    let near = byLength[title.split(separator: " ").count] ?? []
    guard near.count <= 200 else { return nil }
    return near.first { candidate in
      TitleKey.isNear(candidate, title) && entries[candidate].map { agree($0, own) } == true
    }
  }

  private func agree(_ one: HeadingKey, _ other: HeadingKey) -> Bool {
    guard let first = one.number, let second = other.number else { return true }
    return first == second
  }

  private static func key(of line: String) -> String {
    PlainLetter.words(line).joined(separator: " ")
  }

  /// The words of a title without its number; of `CHAPTER I` all words.
  private static func title(of line: String) -> String {
    let title = HeadingKey(line).title
    return title.isEmpty ? key(of: line) : title.joined(separator: " ")
  }
}
