// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Citation
package import Corpus

/// The table of a passage's origin.
package enum PassageSource: MemberTable {
  package typealias Object = PassageAnswer

  package static let schemaName = "Source"
  package static let about = "Where a passage comes from: its work, and its place in it."

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == PassageAnswer {
    visitor.member(
      "work", "The id of the work.", isKey: true, get: { $0.work.id },
      set: {
        $0.work.id = $1
        $0.passage.work = $1
      })
    visitor.makers()
    visitor.member(
      "language", "The language of the passage, as a BCP 47 tag.",
      get: { $0.passage.language ?? $0.work.metadata.language?.value },
      set: { $0.passage.language = $1 })
    visitor.imprint()
    visitor.member("section", \.passage.section, "The headings above it, the highest first.")
    visitor.member(
      "pages", \.passage.pages, "The pages it is on; null if the file has no page numbers.")
    visitor.optional(
      "page_breaks",
      "The places where a page begins within the passage; omitted if there are none.",
      least: nil,
      get: { $0.passage.pageBreaks.isEmpty ? nil : $0.passage.pageBreaks },
      set: { $0.passage.pageBreaks = $1 })
    visitor.member(
      "paragraph", \.passage.paragraph,
      "The number of its paragraph in the work, counted from 1; null for a note.")
    visitor.member("note", \.passage.note, "The number of the note that it is, as printed.")
    visitor.member(
      "belongs_to", "The id of the passage that a quotation or a note belongs to.",
      get: { answer in answer.passage.belongsTo.map { "\(answer.work.id)/\($0)" } },
      set: { $0.passage.belongsTo = $1.map(Passage.label(ofID:)) })
    visitor.member(
      "file", \.work.file, "The file that was read, relative to the folder that was indexed.")
    visitor.member(
      "url", "The address of the text, with an anchor at the passage if possible.",
      get: { $0.work.address(of: $0.passage) }, set: { $0.read(address: $1) })
    visitor.fact("rights", \.rights, "The terms under which the text may be used.")
    visitor.optional(
      "anchor", \.passage.anchor,
      "The fragment identifier in the file at or before the passage.")
    visitor.member(
      "line", \.passage.line, "The line of the file where the passage begins.", least: 1)
    visitor.member(
      "opened", \.passage.openedHeadings,
      "Number of headings, from the end of `section`, directly before it.", least: 0)
  }
}

extension PassageAnswer {
  /// Splits an address into that of the work and the anchor after `#`.
  fileprivate mutating func read(address: String?) {
    guard let address else { return }
    work.metadata.url = .read(String(address.prefix { $0 != "#" }))
    if let hash = address.firstIndex(of: "#") {
      passage.anchor = String(address[address.index(after: hash)...])
    }
  }
}

extension PageRange: APIObject, ReadableTable {
  package static let schemaName = "Pages"
  package static let about = "The pages that a passage is on."

  package static var empty: PageRange { PageRange(first: "", last: "", isInferred: false) }

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.member("first", \.first, "The label of the first page, as printed.", isKey: true)
    visitor.member(
      "last", \.last, "The label of the last page; the same as `first` if it is on one page.",
      isKey: true)
    visitor.member(
      "inferred", \.isInferred,
      "Whether the labels were inferred from a sequence rather than printed.")
  }
}

extension PassagePageBreak: APIObject, ReadableTable {
  package static let schemaName = "PageBreak"
  package static let about = "The place in a passage where a page begins."

  package static var empty: PassagePageBreak { PassagePageBreak(offset: 0, page: "") }

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.member("offset", \.offset, "Code points before it.", isKey: true)
    visitor.member("page", \.page, "The label of the page that begins there.", isKey: true)
  }
}

extension Passage.Kind: APIValue {}
