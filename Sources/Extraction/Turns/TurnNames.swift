// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TextFolding

/// The names for which the labels of a text stand.
struct TurnNames {
  /// Blocks before the first turn in which participants are introduced.
  private static let introduction = 12

  /// Full names printed in the title and before the turns, and those of authors.
  private var fullNames: [String] = []
  /// Names printed with their initials: `Ida Marrable (IM)`.
  private var initials: [String: Set<String>] = [:]
  /// Who is interviewed according to the title or introduction.
  private var interviewed: Set<String> = []
  private let authors: [String]
  private let labels: Set<String>

  init(_ text: ExtractedText, turns: [FoundLabel]) {
    authors = text.metadata.people.filter { $0.value.role == .author }.map(\.value.name)
    labels = Set(turns.map(\.label.key))
    let first = turns.first?.block ?? 0
    var lines = [text.metadata.title?.value, text.metadata.subtitle?.value].compactMap { $0 }
    lines += text.blocks.prefix(first).suffix(Self.introduction).map {
      String($0.text.prefix(2_000))
    }
    var names: [String] = text.metadata.people.map(\.value.name)
    for line in lines {
      names += Self.names(in: line)
      interviewed.formUnion(Self.interviewed(in: line))
    }
    names += turns.map(\.label).filter { $0.key.split(separator: " ").count > 1 }.map(Self.readable)
    var seen: Set<String> = []
    names.removeAll { name in name.split(separator: " ").contains { Self.joins.contains($0) } }
    fullNames = names.filter { $0.contains(" ") && seen.insert($0.lowercased()).inserted }
    readInitials(text, before: first)
  }

  /// Words between two names.
  private static let joins: Set<Substring> = ["and", "And", "&", "et", "y", "und", "e"]

  /// Who speaks behind a label; its evidence and line are those of the label.
  func speaker(of label: TurnLabel) -> Attributed<String> {
    let printed = label.key.count == 1 ? label.key.uppercased() : Self.readable(label)
    guard let full = fullName(label), full.lowercased() != printed.lowercased() else {
      return Attributed(printed, .stated, rule: Turns.stated)
    }
    return Attributed(full, .inferred, rule: Turns.named)
  }

  /// The full name that a label stands for; `nil` if there is none, or more than one.
  private func fullName(_ label: TurnLabel) -> String? {
    let words = label.key.split(separator: " ").map(String.init)
    let letters = label.key.filter { $0 != " " }
    if TurnWords.questionLetters.contains(label.key), label.name.unicodeScalars.count <= 3 {
      return ofQuestion(label.key)
    }
    if letters.count <= 4, label.isCapitals || label.name.contains(".") {
      if let named = initials[letters], let only = named.first {
        return named.count == 1 ? only : nil
      }
      let matching = fullNames.filter { Self.initials(of: $0) == letters }
      if letters.count >= 2, let only = matching.first { return matching.count == 1 ? only : nil }
    }
    guard words.count == 1, letters.count >= 2, !TurnWords.isRole(label.key) else { return nil }
    let matching = fullNames.filter { name in
      let parts = name.lowercased().split(separator: " ").map(String.init)
      return parts.last == words[0] || parts.first == words[0]
    }
    return matching.count == 1 ? matching[0] : nil
  }

  /// Whose the letters of questions and answers are: the author asks whom the title names.
  private func ofQuestion(_ key: String) -> String? {
    guard interviewed.count == 1, let answering = interviewed.first else { return nil }
    let asks = ["q", "p", "d", "f", "в"].contains(key)
    guard asks else {
      let isAsked = labels.contains { ["q", "p", "d", "f", "в"].contains($0) }
      return isAsked ? answering : nil
    }
    guard authors.count == 1, authors[0].lowercased() != answering.lowercased() else { return nil }
    return authors[0]
  }

  // MARK: Reading

  /// A label as a name is written: `MRS. LINDE` as `Mrs. Linde`, `The CHAIRMAN` as `The Chairman`.
  static func readable(_ label: TurnLabel) -> String {
    let words = label.name.split(separator: " ")
    return words.enumerated().map { index, word in
      guard !word.contains(where: \.isLowercase) else { return String(word) }
      let lower = word.lowercased()
      if TurnWords.honorifics.contains(lower.filter { $0 != "." }) { return capitalized(lower) }
      // Initials, and acronyms beside other words, remain.
      if word.contains(".") || word.count <= 3 && (words.count == 1 || !label.isCapitals) {
        return String(word)
      }
      if index > 0, TurnWords.isParticle(lower) { return lower }
      return capitalized(lower)
    }.joined(separator: " ")
  }

  private static func capitalized(_ word: String) -> String {
    var starts = true
    return String(
      word.map { character in
        defer { starts = character == "-" || character == "'" || character == "’" }
        return starts ? Character(character.uppercased()) : character
      })
  }

  private static func initials(of name: String) -> String {
    String(name.split(whereSeparator: { $0 == " " || $0 == "-" }).compactMap(\.first)).lowercased()
  }

  /// Runs of two to four capitalised words; capitals throughout become `Ida Marrable`.
  private static func names(in line: String) -> [String] {
    var names: [String] = []
    var run: [Substring] = []
    func close() {
      while let last = run.last, last.first?.isLowercase == true { run.removeLast() }
      if (2...4).contains(run.count) {
        let isShouted = run.allSatisfy { $0 == Substring($0.uppercased()) }
        names.append(
          run.map { isShouted ? capitalized($0.lowercased()) : String($0) }.joined(separator: " "))
      }
      run = []
    }
    for word in line.split(whereSeparator: \.isWhitespace) {
      let bare = trimmed(word)
      let isPart =
        bare.first?.isUppercase == true
        && !TurnWords.isOrdinary([String(bare)]) && !TurnWords.opensTitle(bare.lowercased())
        && !TurnWords.honorifics.contains(bare.lowercased().filter { $0 != "." })
      if word.first.map({ "(\"“[".contains($0) }) == true { close() }
      if isPart || !run.isEmpty && TurnWords.isParticle(String(bare)) && !Self.joins.contains(bare)
      {
        run.append(bare)
        if let last = word.last, ",;:)]”\"".contains(last) || last == "." && bare.count > 2 {
          close()
        }
      } else {
        close()
      }
    }
    close()
    return names
  }

  private static func trimmed(_ word: Substring) -> Substring {
    var word = word.drop { !$0.isLetter }
    while let last = word.last, !last.isLetter, last != "." || word.count > 2 { word.removeLast() }
    if word.hasSuffix("’s") || word.hasSuffix("'s") { word.removeLast(2) }
    return word
  }

  /// The names after `interview with` and its equivalents.
  private static func interviewed(in line: String) -> [String] {
    let lower = line.lowercased()
    return TurnWords.interviews.compactMap { phrase in
      guard let range = lower.firstRange(of: phrase) else { return nil }
      let offset = lower.distance(from: lower.startIndex, to: range.upperBound)
      guard offset < line.count else { return nil }
      let rest = line[line.index(line.startIndex, offsetBy: offset)...]
      return names(in: String(rest.prefix(80))).first.flatMap { name in
        rest.lowercased().hasPrefix(name.lowercased()) ? name : nil
      }
    }
  }

  /// Finds `Ida Marrable (IM)` before the turns.
  private mutating func readInitials(_ text: ExtractedText, before first: Int) {
    for block in text.blocks.prefix(first + 3).suffix(Self.introduction) {
      let parts = block.text.prefix(4_000).split(separator: "(")
      for (before, after) in zip(parts, parts.dropFirst()) {
        guard let end = after.firstIndex(of: ")") else { continue }
        let letters = after[..<end].lowercased().filter(\.isLetter)
        guard (1...4).contains(letters.count),
          after[..<end].allSatisfy({ $0.isUppercase || $0 == "." || $0 == " " })
        else { continue }
        guard let name = Self.names(in: String(before.suffix(60))).last,
          before.hasSuffix(name + " ") || before.hasSuffix(name)
        else { continue }
        initials[letters, default: []].insert(name)
      }
    }
  }
}
