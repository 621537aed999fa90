// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Decides whether a hyphen at the end of a line is part of its word.
///
/// The text itself is consulted first: how often it contains the word closed up, and how often with
/// the hyphen. If it contains neither, the parts decide: prefixes that form compounds, a capital
/// after the hyphen, or second elements found only in compounds.
struct Hyphens {
  private var counts: [String: Int] = [:]
  /// Whether lines end in an equals sign for a hyphen, as recognition reads that of Fraktur.
  private var equalsAreHyphens = false

  /// Number of lines from which a text is taken to do so, if it has fewer equations.
  private static let minimumEquals = 3

  /// Counts the words that the decisions depend on.
  ///
  /// - Complexity: O(*n*) in the size of the text, but only if some line ends in a hyphen.
  init(_ groups: [LineGroup]) {
    var equals = 0
    var equations = 0
    for group in groups {
      for member in group.members where member.line.text.utf8.contains(0x3D) {
        if member.line.text.contains(" = ") { equations += 1 }
      }
      for (first, second) in zip(group.members, group.members.dropFirst()) {
        guard let (head, tail) = Self.parts(first.line.text, second.line.text) else { continue }
        if first.line.text.last == "=" { equals += 1 }
        counts[(head + tail).lowercased()] = 0
        counts["\(head)-\(tail)".lowercased()] = 0
      }
    }
    equalsAreHyphens = equals >= Self.minimumEquals && equals > equations
    guard !counts.isEmpty else { return }
    for group in groups {
      for member in group.members {
        for word in member.line.text.split(separator: " ") { count(word) }
      }
    }
  }

  private mutating func count(_ word: Substring) {
    let bare = word.drop { !$0.isLetter }
    var end = bare.endIndex
    while end > bare.startIndex, !bare[bare.index(before: end)].isLetter {
      end = bare.index(before: end)
    }
    let key = bare[..<end].lowercased()
    if let count = counts[key] { counts[key] = count + 1 }
    // Also counts compounds within longer ones, as `top-down` in `top-down-ness`.
    guard key.contains("-") else { return }
    let parts = key.split(separator: "-")
    guard parts.count > 2 else { return }
    for (first, second) in zip(parts, parts.dropFirst()) {
      let pair = "\(first)-\(second)"
      if let count = counts[pair] { counts[pair] = count + 1 }
    }
  }

  /// The two parts of a word broken across lines, as the text breaks words; `nil` if no word is.
  ///
  /// A single equals sign is a hyphen only if the text has the word: formulas end so as well.
  func divided(_ line: String, _ next: String) -> (head: String, tail: String)? {
    guard let parts = Self.parts(line, next) else { return nil }
    let isKnown = counts[(parts.head + parts.tail).lowercased()] ?? 0 > 0
    return line.last != "=" || equalsAreHyphens || isKnown ? parts : nil
  }

  /// The two parts of a word broken across lines; `nil` if no word is.
  static func parts(_ line: String, _ next: String) -> (head: String, tail: String)? {
    guard let last = line.unicodeScalars.last, isHyphen(last) || last == "=" else { return nil }
    let stem = line.dropLast()
    guard let before = stem.last, before.isLetter || before.isNumber else { return nil }
    let head = stem.reversed().prefix { $0.isLetter || $0 == "'" || $0 == "’" || $0.isNumber }
      .reversed()
    let tail = next.prefix { $0.isLetter || $0.isNumber }
    guard !head.isEmpty, !tail.isEmpty else { return nil }
    // An equals sign is a hyphen of Fraktur between letters, and not in formulas and programs.
    if last == "=", head.count < 2 || tail.count < 2 || !(head + tail).allSatisfy(\.isLetter) {
      return nil
    }
    return (String(head), String(tail))
  }

  /// Hyphen-minus, soft hyphen, hyphen, the double hyphens of Fraktur and older printers, and the
  /// sign that OCR programs use for a broken word.
  static func isHyphen(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || scalar == "\u{AD}" || scalar == "\u{2010}" || scalar == "¬"
      || scalar == "\u{2E17}" || scalar == "\u{2E40}"
  }

  /// Whether to keep the hyphen.
  func keeps(_ head: String, _ tail: String) -> Bool {
    if head.last?.isNumber == true || tail.first?.isNumber == true { return true }
    let joined = counts[(head + tail).lowercased()] ?? 0
    let compound = counts["\(head)-\(tail)".lowercased()] ?? 0
    if joined != compound { return compound > joined }
    if tail.first?.isUppercase == true, tail != tail.uppercased() { return true }
    let first = head.lowercased()
    let second = tail.lowercased()
    return Self.firstParts.contains(first) || Self.secondParts.contains(second)
  }

  /// First elements of hyphenated compounds (Hart's Rules 3.3; Chicago Manual of Style 7.96).
  private static let firstParts: Set<String> = [
    "self", "anarcho", "ex", "half", "well", "quasi", "pseudo", "franco", "anglo", "russo",
    "sino", "pan", "so", "all", "vice", "ill", "high", "low", "long", "large", "small", "full",
    "one", "two", "three", "four", "five", "twenty", "thirty", "forty", "fifty", "sixty",
    "seventy", "eighty", "ninety", "libertarian", "marxist", "narodno", "rank",
  ]
  private static let secondParts: Set<String> = [
    "based", "called", "class", "scale", "wing", "minded", "sized", "ridden", "oriented",
    "syndicalist", "syndicalists", "syndicalism", "communist", "communists", "century", "term",
    "and", "thirds", "law",
  ]
}
