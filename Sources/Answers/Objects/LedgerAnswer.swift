// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

extension Ledger: APIObject, ReadableTable {
  package static let schemaName = "Ledger"
  package static let about =
    "The account of a source's characters other than white space, in code points."

  package static var empty: Ledger { Ledger() }

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.member("source", \.source, "Characters read from the file.", isKey: true)
    visitor.member("text", \.text, "Characters in passages and headings.", isKey: true)
    visitor.member("metadata", \.metadata, "Characters read as title, author or other facts.")
    visitor.member("omissions", \.omissions, "Text left out on purpose, by rule.")
    visitor.member("removed", \.removed, "Characters removed by repairs.")
    visitor.member("added", \.added, "Characters added by repairs.")
  }
}

extension Ledger.Omission: APIObject, ReadableTable {
  package static let schemaName = "Omission"
  package static let about = "What a rule left out of a text on purpose."

  package static var empty: Ledger.Omission { Ledger.Omission(rule: "", count: 0, sample: "") }

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.member("rule", \.rule, "The name of the rule that left it out.", isKey: true)
    visitor.member("count", \.count, "Number of code points left out.", isKey: true)
    visitor.member("sample", \.sample, "The first of the words left out, 80 code points at most.")
  }
}
