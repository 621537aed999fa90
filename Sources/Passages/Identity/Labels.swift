// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Assigns unique labels: `p31`, `p31.2`, `n6`, `h2`.
struct Labels {
  private var taken: Set<String> = []
  private var headings = 0
  private var notes = 0

  /// Label for a paragraph or a part of one, where parts are counted from 1.
  mutating func paragraph(_ number: Int, part: Int? = nil) -> String {
    guard let part, part > 1 else { return unique("p\(number)") }
    return unique("p\(number).\(part)")
  }

  /// Label for a note: from its number, or from a running count if it has no usable number.
  mutating func note(_ number: String?) -> String {
    notes += 1
    guard let number else { return unique("n-\(notes)") }
    let plain = number.lowercased().filter { $0.isLetter || $0.isNumber }
    guard !plain.isEmpty, plain.utf8.count <= 12 else { return unique("n-\(notes)") }
    return unique("n\(plain)")
  }

  /// Label for a second or later part of a labelled note.
  mutating func part(of label: String, _ part: Int) -> String { unique("\(label).\(part)") }

  /// Label for a heading with no text below it.
  mutating func heading() -> String {
    headings += 1
    return unique("h\(headings)")
  }

  private mutating func unique(_ label: String) -> String {
    if taken.insert(label).inserted { return label }
    var number = 2
    while !taken.insert("\(label)-\(number)").inserted { number += 1 }
    return "\(label)-\(number)"
  }
}
