// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Finds sentence boundaries, as offsets in code points.
///
/// Follows Unicode's rules (UAX 29, SB6–SB11) with abbreviations common in scholarly prose: a full
/// stop does not end a sentence after an initial or abbreviation, or before a lower-case letter.
enum SentenceEnds {
  /// Offsets at which a new sentence begins, not including 0.
  static func starts(in text: [Unicode.Scalar]) -> [Int] {
    var starts: [Int] = []
    var index = 0
    while index < text.count {
      defer { index += 1 }
      guard isTerminal(text[index]) else { continue }
      var next = index + 1
      while next < text.count, isClosing(text[next]) || isTerminal(text[next]) { next += 1 }
      let isIdeographic = text[index].value >= 0x3000
      guard next < text.count, isIdeographic || text[next] == " " || text[next] == "\n" else {
        continue
      }
      if !isIdeographic { next += 1 }
      guard next < text.count, !text[next].properties.isLowercase else { continue }
      if text[index] == ".", isAbbreviation(before: index, in: text, next: text[next]) { continue }
      starts.append(next)
    }
    return starts
  }

  private static func isTerminal(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", "!", "?", "…", "。", "！", "？", "؟", "।": true
    default: false
    }
  }

  private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "'", "”", "’", "»", "›", ")", "]", "」", "』": true
    default: false
    }
  }

  private static func isAbbreviation(
    before stop: Int,
    in text: [Unicode.Scalar],
    next: Unicode.Scalar
  ) -> Bool {
    var start = stop
    while start > 0, stop - start <= 8, text[start - 1].properties.isAlphabetic { start -= 1 }
    let length = stop - start
    if length == 0 || length > 8 { return false }
    if length == 1 {
      return text[start].properties.isUppercase || next.properties.numericType != nil
    }
    var word = ""
    for scalar in text[start..<stop] { word.unicodeScalars.append(scalar) }
    let lower = word.lowercased()
    if abbreviations.contains(lower) { return true }
    return beforeNumbers.contains(lower) && next.properties.numericType != nil
  }

  private static let abbreviations: Set<String> = [
    "mr", "mrs", "ms", "dr", "st", "prof", "rev", "gen", "col", "capt", "hon", "messrs", "mm",
    "cf", "eg", "ie", "viz", "ibid", "op", "cit", "loc", "ed", "eds", "trans", "tr", "vs", "esp",
    "incl", "approx", "ca", "jr", "sr", "bro", "bros", "inc", "ltd",
  ]
  private static let beforeNumbers: Set<String> = [
    "p", "pp", "vol", "vols", "no", "nos", "nr", "ch", "chap", "sec", "art", "fig", "n", "nn",
    "pt", "bk", "bd", "jan", "feb", "mar", "apr", "aug", "sept", "oct", "nov", "dec", "col",
  ]
}
