// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TextFolding

/// A date that is not just a year, as the styles print it.
struct CitedDate: Hashable {
  private let date: PrintedDate
  private let printed: String

  /// The date of a work, if it says more or less than its year.
  init?(_ metadata: Metadata) {
    guard let printed = metadata.printedYear?.value, let date = PrintedDate(parsing: printed),
      !date.isExact
    else { return nil }
    self.date = date
    self.printed = printed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// `ca. 1920`, `[1899?]`, `1917–21` (Chicago Manual of Style, 18th edition, 9.66 and 14.44).
  var chicago: String {
    if case .range(let first, let last) = date, first / 100 == last / 100,
      !first.isMultiple(of: 100)
    {
      let end = last % 100
      return "\(first)–\(end < 10 ? "0" : "")\(end)"
    }
    return text(circa: "ca.", range: "–")
  }

  /// `circa 1920` (MLA Handbook, 9th edition, 5.82).
  var mla: String { text(circa: "circa", range: "–") }

  /// `ca. 1920`, `1917–1921` (Publication Manual of the APA, 7th edition, 9.14).
  var apa: String { text(circa: "ca.", range: "–") }

  /// The date in a field that takes text.
  var field: String? { date == .undated ? nil : text(circa: "ca.", range: "--") }

  private func text(circa: String, range: String) -> String {
    switch date {
    case .exact(let year): String(year)
    case .circa(let year): "\(circa) \(year)"
    case .uncertain(let year): "[\(year)?]"
    case .supplied(let year): "[\(year)]"
    case .decade(let year): "\(year)s"
    case .range(let first, let last): "\(first)\(range)\(last)"
    case .between(let first, let last): "between \(first) and \(last)"
    case .qualified: printed
    case .undated: "n.d."
    }
  }

  /// Members of a CSL date variable (csl-data.json 1.0); `nil` without a date.
  var csl: String? {
    switch date {
    case .exact(let year), .supplied(let year): "\"date-parts\": [[\(year)]]"
    case .circa(let year), .uncertain(let year): "\"date-parts\": [[\(year)]], \"circa\": true"
    case .range(let first, let last): "\"date-parts\": [[\(first)], [\(last)]]"
    case .between(let first, let last):
      "\"date-parts\": [[\(first)], [\(last)]], \"circa\": true"
    case .decade(let year): "\"date-parts\": [[\(year)], [\(year + 9)]], \"circa\": true"
    case .qualified(let year): "\"date-parts\": [[\(year)]], \"circa\": true"
    case .undated: nil
    }
  }

  /// `PY` of RIS: year, month, day and other information, divided by slashes.
  var ris: String? {
    date.year.map { "\($0)///\(text(circa: "ca.", range: "-"))" }
  }
}
