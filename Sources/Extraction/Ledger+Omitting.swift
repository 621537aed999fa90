// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

extension Ledger {
  /// Records text that a rule leaves out; its characters are no longer counted elsewhere.
  mutating func omit(_ text: String, rule: String) {
    let count = Ledger.count(text)
    if let known = omissions.firstIndex(where: { $0.rule == rule }) {
      omissions[known].count += count
      omissions[known].text += text + "\n"
    } else {
      omissions.append(
        Omission(rule: rule, count: count, sample: String(text.prefix(80)), text: text + "\n"))
    }
  }
}
