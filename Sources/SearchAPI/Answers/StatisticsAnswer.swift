// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Answers
package import Corpus
package import PassageSearch

extension IndexStatistics: APIObject {
  package static let schemaName = "Statistics"
  package static let about = "The size of the index."

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.member("works", \.works, "Number of works.")
    visitor.member("passages", \.passages, "Number of passages.")
    visitor.derived("kinds", "Number of passages of each kind.") { statistics in
      Keyed(Passage.Kind.allCases.map { ($0.rawValue, statistics.kinds[$0] ?? 0) })
    }
    visitor.derived(
      "languages", "Number of works in each language; `unknown` counts those without one."
    ) {
      Keyed(
        $0.languages.sorted { $0.key < $1.key }.map { ($0.isEmpty ? "unknown" : $0, $1) })
    }
    visitor.member("words", \.words, "Number of words.")
    visitor.member("pages", \.pages, "Number of pages, of works with page numbers.")
    visitor.member("bytes", \.bytes, "The size of the index on disk, in bytes.")
    visitor.member("revision", \.revision, "The revision of the index.")
  }
}

extension Diagnostic: APIObject {
  package static let schemaName = "Diagnostic"
  package static let about = "A message about an input file."

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.member(
      "severity", \.severity, "How serious it is; with an `error` the text is not indexed.")
    visitor.member("code", \.code, "A stable name for programs.")
    visitor.member("message", \.message, "A sentence for a person: what happened and what to do.")
    visitor.member("file", \.file, "The path of the file, as given.")
    visitor.member("line", \.line, "The line of the decoded text, counted from 1.")
    visitor.member("offset", \.offset, "The offset in the file, in bytes.")
  }
}

extension Diagnostic.Severity: APIValue {}
