// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Counts omitted text by rule.
struct Omissions {
  private var byRule: [String: Ledger.Omission] = [:]

  /// Records text that a rule leaves out; white space alone is none.
  ///
  /// - Parameter sample: The beginning of the text to show, asked for once for each rule.
  mutating func add(_ text: String, rule: String, sample: (String) -> String = { $0 }) {
    let count = Ledger.count(text)
    guard count > 0 else { return }
    // Taken out of the dictionary, so that its text is extended where it is.
    var omission =
      byRule.removeValue(forKey: rule) ?? Ledger.Omission(rule: rule, count: 0, sample: "")
    if omission.sample.isEmpty { omission.sample = String(sample(text).prefix(80)) }
    omission.extend(by: text, count: count)
    byRule[rule] = omission
  }

  /// All omissions, sorted by rule.
  var all: [Ledger.Omission] { byRule.values.sorted { $0.rule < $1.rule } }
}

extension Ledger.Omission {
  /// Adds text that the same rule leaves out.
  fileprivate mutating func extend(by text: String, count: Int) {
    self.count += count
    self.text += text + "\n"
  }
}

extension Ledger {
  /// Records text that a rule leaves out; its characters are no longer counted elsewhere.
  mutating func omit(_ text: String, rule: String) {
    let count = Ledger.count(text)
    if let known = omissions.firstIndex(where: { $0.rule == rule }) {
      omissions[known].extend(by: text, count: count)
    } else {
      omissions.append(
        Omission(rule: rule, count: count, sample: String(text.prefix(80)), text: text + "\n"))
    }
  }
}
