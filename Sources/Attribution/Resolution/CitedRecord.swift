// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A work as the references of one text name it, gathered.
struct CitedRecord {
  /// The authors, each by the fullest name that a reference gives.
  var names: [String]
  /// Their family names, folded.
  var keys: Set<String>
  /// Whether a reference names the authors; else the prose does.
  var isStated: Bool
  /// Whether it is only ever named as what words came through.
  var isSecondary = false
  /// The title.
  var title: String?
  /// The book or journal.
  var container: String?
  /// The editors.
  var editors: [String]
  /// The volume that was cited last.
  var volume: String?
  /// The issue that was cited last.
  var issue: String?
  /// The year of the edition.
  var year: Int?
  /// The pages of an article in its book or journal.
  var extent: ClosedRange<Int>?
  /// Where it is first named.
  var place: Int
}

/// Titles, so folded that spellings of one meet.
enum TitleKey {
  /// The words of a title without articles, marks and signs.
  static func key(_ title: String) -> String {
    Tokens.read(Array(title.unicodeScalars)).filter { $0.kind != .sign }
      .map { NameReader.fold($0.folded).isEmpty ? $0.folded : plain($0.folded) }
      .filter {
        !["the", "a", "an", "le", "la", "les", "el", "los", "der", "die", "das"].contains($0)
      }
      .joined(separator: " ")
  }

  private static func plain(_ word: String) -> String {
    var word = NameReader.fold(word) + word.filter(\.isNumber)
    word.removeAll { $0 == "'" || $0 == "-" }
    return word
  }

  /// The part before a colon.
  static func main(_ title: String) -> String? {
    guard let colon = title.firstIndex(of: ":") else { return nil }
    let main = key(String(title[..<colon]))
    // One word names too many works.
    return main.contains(" ") ? main : nil
  }

  /// Whether two keys differ by little more than a misprint (Damerau, 1964: four of five by one).
  static func isNear(_ one: String, _ other: String, least: Int = 9) -> Bool {
    if one == other { return true }
    let a = Array(one.utf8)
    let b = Array(other.utf8)
    guard a.count >= least, b.count >= least, abs(a.count - b.count) <= 2 else { return false }
    let limit = a.count >= (least == 9 ? 16 : 8) ? 2 : 1
    var previous = Array(0...b.count)
    for i in a.indices {
      var current = [i + 1]
      var least = i + 1
      for j in b.indices {
        let cost = min(
          previous[j] + (a[i] == b[j] ? 0 : 1), previous[j + 1] + 1, current[j] + 1)
        current.append(cost)
        least = min(least, cost)
      }
      if least > limit { return false }
      previous = current
    }
    return previous[b.count] <= limit
  }
}
