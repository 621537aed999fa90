// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import ArgumentParser
import Attribution

/// The command `pamphlet rules`.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Lists the rules of attribution, each with an example."
  )

  @Flag(help: "Print the page Index/RULES.md.") var markdown = false

  func run() throws { print(markdown ? Self.page : Self.text) }

  private static var text: String {
    AttributionRule.allCases.map { rule in
      let example = rule.example.paragraphs.map { "    \($0)" }.joined(separator: "\n")
      return "\(rule.rawValue)\n  \(rule.summary)\n\(example)\n    → \(rule.example.finds)"
    }.joined(separator: "\n\n")
  }

  private static var page: String {
    let rows = AttributionRule.allCases.map { rule in
      let example = rule.example.paragraphs.joined(separator: "<br>")
        .replacing("|", with: "\\|").replacing("*", with: "\\*")
      return "| `\(rule.rawValue)` | \(rule.summary) | \(example) | \(rule.example.finds) |"
    }
    return """
      # Rules of attribution

      How Pamphlet finds whose words a passage quotes, from what, and through whom. The page is made by
      `pamphlet rules --markdown`; the tests read each example. In examples `> ` stands before a block that
      is set apart, `^1 ` before a note, `# ` before a heading or title. `pamphlet index --without RULE`
      leaves a rule out; `Scripts/evaluate attribution --without RULE` shows what that does.

      | rule | says | example | finds |
      | --- | --- | --- | --- |
      \(rows.joined(separator: "\n"))
      """
  }
}
