// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Gives labels, each once: `p31`, `p31.2`, `n6`, `h2`.
struct Labels {
  private var taken: Set<String> = []
  private var headings = 0
  private var notes = 0

  /// The label of a paragraph, or of a part of one.
  mutating func paragraph(_ number: Int, part: Int? = nil) -> String {
    guard let part, part > 1 else { return unique("p\(number)") }
    return unique("p\(number).\(part)")
  }

  /// The label of a note; one without a number, or with one that another has, is counted.
  mutating func note(_ number: String?) -> String {
    notes += 1
    guard let number else { return unique("n-\(notes)") }
    let plain = number.lowercased().filter { $0.isLetter || $0.isNumber }
    guard !plain.isEmpty, plain.utf8.count <= 12 else { return unique("n-\(notes)") }
    return unique("n\(plain)")
  }

  /// The label of a later part of what has a label.
  mutating func part(of label: String, _ part: Int) -> String { unique("\(label).\(part)") }

  /// The label of a heading under which nothing stands.
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
