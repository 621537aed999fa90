// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Distinguishes headings from short paragraphs.
enum Headings {
  /// The level of a heading, judging by its form; `nil` if the lines are not a heading.
  static func level(of group: LineGroup, _ measure: LineMeasure) -> Int? {
    let text = group.text
    if let rank = group.headingRank, group.members.count <= 4, text.utf8.count <= 240,
      text.contains(where: { $0.isLetter || $0.isNumber })
    {
      return rank
    }
    guard group.members.count <= 3, text.utf8.count <= 160, group.width < measure.width,
      text.contains(where: \.isLetter)
    else { return nil }
    let bare = text.filter { $0 != "_" }
    if text.first == "[" || isSpoken(text) || isSigned(group, measure)
      || Dates.year(ofDateLine: bare) != nil
    {
      return nil
    }
    if let level = numberedLevel(text) { return level }
    if isAllCapitals(text) { return 3 }
    guard group.members.count <= 2, group.width * 10 <= measure.width * 8, group.blanksBefore > 0,
      let last = text.last, !".,;:-—”\"’»".contains(last), !isQuoted(text), isTitleCase(text)
    else { return nil }
    return 4
  }

  /// Whether a line begins with a dash, as speech, signatures and attributions do, or is a sentence
  /// in quotation marks.
  private static func isSpoken(_ text: String) -> Bool {
    guard let first = text.first else { return false }
    if "—–".contains(first) || text.hasPrefix("--") || text.hasPrefix("_--") { return true }
    guard isQuoted(text), let last = text.last, "”\"’»“".contains(last) else { return false }
    return text.dropLast().last.map { ".!?…,".contains($0) } ?? false
  }

  private static func isQuoted(_ text: String) -> Bool {
    text.first.map { "“«„\"‘".contains($0) } ?? false
  }

  /// Whether a line is the name of whoever signs a letter or preface: an initial and a name, or
  /// set at the right margin.
  private static func isSigned(_ group: LineGroup, _ measure: LineMeasure) -> Bool {
    guard group.members.count == 1 else { return false }
    let words = group.text.filter { $0 != "_" }.split(separator: " ")
    guard (1...5).contains(words.count) else { return false }
    let isAtRight =
      group.indent >= measure.indent + measure.width / 2
      && group.indent + group.width >= measure.indent + measure.width * 9 / 10
    let initials = words.prefix { word in
      word.hasSuffix(".") && word.count <= 5 && word.first?.isUppercase == true
        && word.split(separator: ".").allSatisfy { $0.count == 1 }
    }
    let name = words.dropFirst(initials.count)
    let isName =
      !initials.isEmpty && (1...2).contains(name.count)
      && !PageNumber.isRoman(initials[0].dropLast())
      && name.allSatisfy { $0.first?.isUppercase == true && $0.allSatisfy { !$0.isNumber } }
    return isAtRight ? numberedLevel(group.text) == nil : isName && group.text.last == "."
  }

  /// Whether the text is in capitals and has at least four letters.
  static func isAllCapitals(_ text: String) -> Bool {
    guard text.utf8.count <= 160 else { return false }
    let letters = text.filter(\.isLetter)
    return letters.count >= 4 && !letters.contains(where: \.isLowercase)
  }

  /// The level of a numbered heading such as `PART TWO`, `Chapter IV. The Soviets` or `IV.` alone.
  private static func numberedLevel(_ text: String) -> Int? {
    let words = text.split {
      $0 == " " || $0 == "." || $0 == ":" || $0 == "," || $0 == "-" || $0 == "—"
    }
    guard let first = words.first, words.count <= 16 else { return nil }
    let name = first.lowercased()
    let isNamed = words.count >= 2 && first.first?.isUppercase == true && isNumber(words[1])
    if isNamed, ["part", "book", "volume", "teil", "partie"].contains(name) { return 1 }
    if isNamed,
      ["chapter", "section", "appendix", "letter", "lecture", "kapitel", "chapitre"]
        .contains(name)
    {
      return 2
    }
    let isRoman = PageNumber.isRoman(first) && first == first.uppercased()
    if isRoman, words.count == 1 { return text.count <= 6 ? 2 : nil }
    if isRoman, text.dropFirst(first.count).first == ".",
      isTitleCase(words.dropFirst().joined(separator: " ")),
      text.last != ",", text.last != ";"
    {
      return 2
    }
    return nil
  }

  /// Names of divisions that a number follows.
  static let names: Set<String> = [
    "part", "book", "volume", "teil", "partie", "chapter", "section", "appendix", "letter",
    "lecture", "kapitel", "chapitre", "buch", "band", "livre", "parte", "libro", "capitolo",
    "capítulo", "capitulo", "rozdział", "kapitola", "глава", "часть",
  ]

  private static func isNumber(_ word: Substring) -> Bool {
    word.allSatisfy(\.isNumber) || PageNumber.isRoman(word) || numbers.contains(word.lowercased())
      || (word.count == 1 && word.first?.isUppercase == true)
  }

  private static let numbers: Set<String> = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "first", "second", "third", "fourth", "fifth", "sixth",
  ]

  /// Whether most words of at least four letters are capitalised.
  static func isTitleCase(_ text: String) -> Bool {
    let words = text.split(separator: " ").filter { $0.contains(where: \.isLetter) }
    guard let first = words.first(where: { $0.contains(where: \.isLetter) }), words.count <= 14,
      first.first(where: \.isLetter)?.isUppercase == true
    else { return false }
    let long = words.filter { $0.count >= 4 }
    guard !long.isEmpty else { return words.count <= 4 }
    let capitals = long.count { $0.first(where: \.isLetter)?.isUppercase == true }
    return capitals * 10 >= long.count * 7
  }
}
