// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Answers
package import Corpus
package import PassageIndex

extension IndexStatistics: APIObject {
  package static let schemaName = "Statistics"
  package static let about = "What the index holds, in numbers."

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.member("works", \.works, "How many works are held.")
    visitor.member("passages", \.passages, "How many passages they have.")
    visitor.derived("kinds", "The passages of each kind.") { statistics in
      Keyed(Passage.Kind.allCases.map { ($0.rawValue, statistics.kinds[$0] ?? 0) })
    }
    visitor.derived("languages", "The works in each language; `unknown` where none is known.") {
      Keyed(
        $0.languages.sorted { $0.key < $1.key }.map { ($0.isEmpty ? "unknown" : $0, $1) })
    }
    visitor.member("words", \.words, "How many words they have.")
    visitor.member("pages", \.pages, "How many pages, of works that have pages.")
    visitor.member("bytes", \.bytes, "The size of the index on disk, in bytes.")
    visitor.member("revision", \.revision, "The revision of the index.")
  }
}

extension Diagnostic: APIObject {
  package static let schemaName = "Diagnostic"
  package static let about = "Something about an input that a person should know."

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.member("severity", \.severity, "How bad it is: of an error, the text was not indexed.")
    visitor.member("code", \.code, "A stable name for programs.")
    visitor.member("message", \.message, "A sentence for a person: what happened and what to do.")
    visitor.member("file", \.file, "The file, as given.")
    visitor.member("line", \.line, "The line of the decoded text, counted from 1.")
    visitor.member("offset", \.offset, "The offset in the file, in bytes.")
  }
}

extension Diagnostic.Severity: APIValue {}
