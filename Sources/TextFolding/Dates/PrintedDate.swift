// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// What a printed date says about the year: `3 May 1921`, `ca. 1920`, `1920s`, `1917–21`, `n.d.`.
package enum PrintedDate: Sendable, Hashable {
  /// A year, and nothing else about it: `1921`, `3 May 1921`, `MDCCCXCIX`.
  case exact(Int)
  /// `c. 1920`, `um 1920`.
  case circa(Int)
  /// `1899?`.
  case uncertain(Int)
  /// A year that an editor supplies: `[1899]`.
  case supplied(Int)
  /// `1920s`; the first year.
  case decade(Int)
  /// `1917–21`.
  case range(Int, Int)
  /// `between 1905 and 1907`.
  case between(Int, Int)
  /// `before 1905`, `early 1920s`.
  case qualified(Int)
  /// `n.d.`, `o. J.`, `s. d.`.
  case undated

  /// Years accepted as the date of a text.
  package static let years = 1_400...2_100

  /// The year, or the first that is possible; `nil` without any.
  package var year: Int? {
    switch self {
    case .exact(let year), .circa(let year), .uncertain(let year), .supplied(let year),
      .decade(let year), .range(let year, _), .between(let year, _), .qualified(let year):
      year
    case .undated: nil
    }
  }

  /// Whether the year alone says all.
  package var isExact: Bool {
    if case .exact = self { true } else { false }
  }

  /// Whether the printed form leaves the year open.
  package var isCertain: Bool {
    switch self {
    case .exact, .supplied: true
    default: false
    }
  }

  /// Parses a date; `nil` if it has no year and does not say that there is none.
  ///
  /// The first date counts: `1917–21 (3rd ed. 1936)` is a range.
  package init?(parsing printed: some StringProtocol) {
    guard printed.utf8.count <= 400 else { return nil }
    let line = printed.lowercased().replacing("—", with: "–").replacing("‑", with: "-")
    let scan = YearScan(line)
    guard let first = scan.years.first else {
      let bare = line.filter { $0.isLetter || $0.isNumber }
      if DateWords.undated.contains(bare) {
        self = .undated
      } else if let roman = YearScan.roman(printed) {
        self = .exact(roman)
      } else {
        return nil
      }
      return
    }
    let before = line[..<first.range.lowerBound]
    let after = line[first.range.upperBound...]
    if let last = scan.between(first, before) {
      self = .between(first.year, last)
    } else if let last = scan.end(ofRangeAfter: first) {
      self = .range(first.year, last)
    } else if DateWords.isQualified(before) {
      self = .qualified(first.year)
    } else if DateWords.decades.contains(where: after.hasPrefix),
      first.year.isMultiple(of: 10)
    {
      self = .decade(first.year)
    } else if DateWords.isCirca(before) || after.hasPrefix(" (approx") || after.hasPrefix(" approx")
    {
      self = .circa(first.year)
    } else if after.hasPrefix("?") || after.hasPrefix(" (?)") || after.hasPrefix(" ?")
      || after.hasPrefix("[?]") || after.hasPrefix("(?)")
      || (before.last == "?" && before.count == 1)
    {
      self = .uncertain(first.year)
    } else if before.trimmedEnd.last == "[", after.first == "]", scan.years.count == 1 {
      self = .supplied(first.year)
    } else {
      self = .exact(first.year)
    }
  }
}

/// The years in a date.
struct YearScan {
  struct Year {
    var year: Int
    var range: Range<String.Index>
  }

  let line: String
  private(set) var years: [Year] = []

  init(_ line: String) {
    self.line = line
    var index = line.startIndex
    while index < line.endIndex {
      guard line[index].isNumber else {
        index = line.index(after: index)
        continue
      }
      let end = line[index...].firstIndex { !$0.isNumber } ?? line.endIndex
      if let year = Int(line[index..<end]), line[index..<end].utf8.count == 4,
        PrintedDate.years.contains(year)
      {
        years.append(Year(year: year, range: index..<end))
      }
      index = end
    }
  }

  /// The last year of a range: `1917–21`, `1917-1921`, `1917/18`, `1917 to 1921`.
  ///
  /// After a hyphen, two digits up to 12 are the month (ISO 8601): `1921-05`.
  func end(ofRangeAfter first: Year) -> Int? {
    let rest = line[first.range.upperBound...]
    for sign in ["–", "-", "/", " – ", " - ", " to ", " bis ", " à ", " a ", " until ", " and "]
    where rest.hasPrefix(sign) {
      let tail = rest.dropFirst(sign.count)
      let digits = tail.prefix { $0.isNumber }
      guard let number = Int(digits) else { continue }
      let next = tail.dropFirst(digits.count).first
      if digits.count == 4, number > first.year, PrintedDate.years.contains(number),
        next?.isLetter != true
      {
        return number
      }
      if sign == " and " || sign == " a " { continue }
      let century = first.year / 100 * 100
      guard digits.count == 2, century + number > first.year, next != "-", next != "/", next != "."
      else {
        continue
      }
      if sign.contains("–") || number > 12 { return century + number }
    }
    return nil
  }

  /// The last year of `between 1905 and 1907`.
  func between(_ first: Year, _ before: Substring) -> Int? {
    guard years.count >= 2, years[1].year > first.year,
      let word = before.split(whereSeparator: { !$0.isLetter }).last,
      DateWords.between.contains(String(word))
    else { return nil }
    return years[1].year
  }

  /// A year in Roman numerals as printers set it: `MDCCCXCIX`, `M.DCCC.XCIX`.
  static func roman(_ printed: some StringProtocol) -> Int? {
    let bare = String(printed).filter { !". \n".contains($0) }
    guard bare.utf8.count <= 20, bare.utf8.count >= 4,
      ["md", "mcm", "mcd", "mm"].contains(where: bare.lowercased().hasPrefix),
      bare.allSatisfy({ "MDCLXVIJmdclxvij".contains($0) }),
      bare.allSatisfy(\.isUppercase) || bare.allSatisfy(\.isLowercase)
    else { return nil }
    let values: [Character: Int] = [
      "m": 1_000, "d": 500, "c": 100, "l": 50, "x": 10, "v": 5, "i": 1, "j": 1,
    ]
    var total = 0
    var greatest = 0
    for character in bare.lowercased().reversed() {
      let value = values[character] ?? 0
      total += value < greatest ? -value : value
      greatest = max(greatest, value)
    }
    return PrintedDate.years.contains(total) ? total : nil
  }
}

extension Substring {
  fileprivate var trimmedEnd: Substring { dropTrailing(" ") }
}
