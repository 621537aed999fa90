// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

extension Work: APIObject {
  package static let schemaName = "Work"
  package static let about =
    "A text in the library: a file, or a member of a file that contains several."

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.member("id", \.id, "The readable id of the work, unique in the library.")
    visitor.makers()
    visitor.fact("language", \.language, "The language, as a BCP 47 tag.")
    visitor.imprint()
    visitor.fact("url", \.url, "The address of the text.")
    visitor.fact("rights", \.rights, "The terms under which the text may be used.")
    visitor.member(
      "file", \.file, "The file that was read, relative to the folder that was indexed.")
    visitor.member("format", \.format, "The format in which the file was read: `text`, `html`.")
    visitor.member("passages", \.passageCount, "Number of passages.")
    visitor.member("words", \.wordCount, "Number of words, as the index counts them.")
    visitor.member("pages", \.pageCount, "Number of pages; 0 if the file has no page numbers.")
  }
}

/// The table of everything known about a work, so that an export can be restored completely.
package enum WorkRecord: ReadableTable {
  package typealias Object = Work

  package static let schemaName = "WorkRecord"
  package static let about =
    "Everything known about a work: its facts, what they rest on, and the account of its characters."

  package static var empty: Work { PassageAnswer.empty.work }

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Work {
    Work.members(&visitor)
    visitor.group("facts", "What each fact rests on.", WorkFacts.self)
    visitor.member(
      "others", \.metadata.others, "Other facts from the header of the file.")
    visitor.member("ledger", \.ledger, "The account of the source's characters.")
    visitor.member(
      "retired", \.retired, "Labels of passages that an earlier version of the text had.")
    visitor.optional(
      "former_ids",
      "Ids that the work had before its facts were corrected; they lead to it. Omitted if there are none.",
      least: nil, get: { $0.formerIDs.isEmpty ? nil : $0.formerIDs },
      set: { $0.formerIDs = $1 })
  }
}

extension OtherFact: APIObject, ReadableTable {
  package static let schemaName = "OtherFact"
  package static let about = "A fact from a file's header, kept unchanged."

  package static var empty: OtherFact { OtherFact(name: "", value: "") }

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.member("name", \.name, "Its name in the file, in lower case.", isKey: true)
    visitor.member("value", \.value, "The value in the file.", isKey: true)
  }
}

extension RetiredPassage: APIObject, ReadableTable {
  package static let schemaName = "RetiredPassage"
  package static let about =
    "A passage that a work once had; its label is never reused for other words."

  package static var empty: RetiredPassage {
    RetiredPassage(label: "", fingerprint: 0, movedTo: nil)
  }

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.member("label", \.label, "The label it had.", isKey: true)
    visitor.member(
      "fingerprint", "The hash of its words, in hexadecimal.", isKey: true,
      get: { Hexadecimal(value: $0.fingerprint) }, set: { $0.fingerprint = $1.value })
    visitor.member(
      "moved_to", \.movedTo,
      "The label of the passage that now contains its words; null if they are gone.")
  }
}
