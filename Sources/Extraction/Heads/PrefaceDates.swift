// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TextFolding

/// Recognises a later edition by the date of a preface: a book of 1926 whose preface is signed in
/// 1913 is not of 1926.
enum PrefaceDates {
  /// Number of blocks in which prefaces are looked for.
  private static let depth = 600
  /// Length of a line with place and date, in bytes.
  private static let longestLine = 80
  /// Most years that a book may be in print after its preface.
  private static let delay = 2

  /// Moves an inferred year of the work that a preface contradicts to the edition.
  static func check(_ text: inout ExtractedText) {
    guard let year = text.metadata.year, year.basis == .inferred, rules.contains(year.rule),
      let first = earliest(text.blocks.prefix(depth)), first + delay <= year.value
    else { return }
    text.metadata.year = nil
    text.metadata.printedYear = nil
    if text.metadata.editionYear.map({ $0.rule == GutenbergHeader.rule }) ?? true {
      var edition = year
      edition.basis = .stated
      text.metadata.editionYear = edition
    }
  }

  /// The earliest year in which a preface is signed.
  private static func earliest(_ blocks: ArraySlice<Block>) -> Int? {
    var isPreface = false
    var years: [Int] = []
    for block in blocks {
      if case .heading = block.kind {
        if block.text.contains(where: \.isLetter) { isPreface = names(aPreface: block.text) }
      } else if isPreface, block.kind != .note, block.text.utf8.count <= 4 * longestLine {
        for line in block.text.split(separator: "\n") {
          if let year = year(ofSignature: line) { years.append(year) }
        }
      }
    }
    return years.min()
  }

  private static func names(aPreface heading: String) -> Bool {
    let words = heading.lowercased().split { !$0.isLetter && $0 != "-" }.prefix(8)
    return words.contains { names.contains(String($0)) }
  }

  /// The year of a line that is a date, perhaps with its place: `London, 30th January 1888`.
  private static func year(ofSignature line: Substring) -> Int? {
    guard line.utf8.count <= longestLine, let date = PrintedDate(parsing: line), date.isExact else {
      return nil
    }
    let words = line.lowercased().split { !$0.isLetter && !$0.isNumber }
    guard words.count <= 8, words.last.map({ $0.allSatisfy(\.isNumber) }) == true,
      words.contains(where: { DateWords.months[String($0)] != nil })
    else { return nil }
    return date.year
  }

  private static let rules: Set<String> = ["imprint", "copyright-line", "edition-line"]

  private static let names: Set<String> = [
    "preface", "introduction", "foreword", "introductory", "vorwort", "vorrede", "einleitung",
    "geleitwort", "préface", "avant-propos", "avertissement", "prólogo", "prefacio", "prefazione",
    "introducción", "introduzione", "introdução", "prefácio", "voorrede", "voorwoord", "inleiding",
    "förord", "forord", "предисловие", "введение", "przedmowa",
  ]
}
