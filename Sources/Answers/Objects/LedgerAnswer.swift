// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

extension Ledger: APIObject, ReadableTable {
  package static let schemaName = "Ledger"
  package static let about =
    "What became of the characters of a source other than white space, counted in code points."

  package static var empty: Ledger { Ledger() }

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.member("source", \.source, "Characters read from the file.", isKey: true)
    visitor.member("text", \.text, "Characters in passages and headings.", isKey: true)
    visitor.member("metadata", \.metadata, "Characters read as title, author or other facts.")
    visitor.member("omissions", \.omissions, "Text omitted on purpose, by rule.")
    visitor.member("removed", \.removed, "Characters removed by repairs.")
    visitor.member("added", \.added, "Characters added by repairs.")
  }
}

extension Ledger.Omission: APIObject, ReadableTable {
  package static let schemaName = "Omission"
  package static let about = "Text that a rule omitted on purpose."

  package static var empty: Ledger.Omission { Ledger.Omission(rule: "", count: 0, sample: "") }

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.member("rule", \.rule, "The name of the rule that omitted it.", isKey: true)
    visitor.member("count", \.count, "Number of code points omitted.", isKey: true)
    visitor.member("sample", \.sample, "The beginning of the omitted text, at most 80 code points.")
  }
}
