// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

/// The table of what the facts of a work rest on.
package enum WorkFacts: MemberTable {
  package typealias Object = Work

  package static let schemaName = "Facts"
  package static let about = "What each fact of a work rests on, for known facts only."

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Work {
    visitor.ground("title", \.title, "What the title rests on.")
    visitor.ground("subtitle", \.subtitle, "What the subtitle rests on.")
    visitor.member(
      "people", "What is known about each person, in the order of `people`.",
      get: { $0.metadata.people.map(FactGround.init) },
      set: { work, grounds in
        guard grounds.count == work.metadata.people.count else { return }
        for (index, ground) in grounds.enumerated() {
          ground.support(&work.metadata.people[index])
        }
      })
    visitor.ground("year", \.year, "What the year rests on.")
    visitor.ground("printed_year", \.printedYear, "What the printed date rests on.")
    visitor.ground("edition_year", \.editionYear, "What the year of the edition rests on.")
    visitor.ground("form", \.form, "What the form rests on.")
    visitor.ground("language", \.language, "What the language rests on.")
    visitor.ground("collection", \.collection, "What the collection rests on.")
    visitor.ground("publisher", \.publisher, "What the publisher rests on.")
    visitor.ground("place", \.place, "What the place of publication rests on.")
    visitor.ground("url", \.url, "What the address rests on.")
    visitor.ground("rights", \.rights, "What the terms of use rest on.")
  }
}

extension MemberVisitor where Object == Work {
  /// What a fact rests on; omitted if the fact is unknown.
  @inline(__always)
  fileprivate mutating func ground<Value>(
    _ name: StaticString, _ path: WritableKeyPath<Metadata, Attributed<Value>?>,
    _ about: StaticString
  ) {
    optional(
      name, about, least: nil, get: { $0.metadata[keyPath: path].map(FactGround.init) },
      set: { work, ground in
        guard var fact = work.metadata[keyPath: path] else { return }
        ground.support(&fact)
        work.metadata[keyPath: path] = fact
      })
  }
}

/// What a fact rests on: the rule that found it and its evidence.
package struct FactGround: Sendable {
  var basis = Basis.stated
  var rule = ""
  var evidence: String?
  var line: Int?

  init() {}

  init<Value>(_ fact: Attributed<Value>) {
    basis = fact.basis
    rule = fact.rule
    evidence = fact.evidence
    line = fact.line
  }

  /// Sets what a fact rests on.
  func support<Value>(_ fact: inout Attributed<Value>) {
    fact.basis = basis
    fact.rule = rule
    fact.evidence = evidence
    fact.line = line
  }
}

extension FactGround: APIObject, ReadableTable {
  package static let schemaName = "FactGround"
  package static let about = "What a fact rests on."

  package static var empty: FactGround { FactGround() }

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.member("basis", \.basis, "Whether the fact is stated or inferred.", isKey: true)
    visitor.member("rule", \.rule, "The name of the rule that read it.", isKey: true)
    visitor.member(
      "evidence", \.evidence, "The words it was read from, as printed; null if there are none.")
    visitor.member("line", \.line, "The line of the file where the evidence begins.")
  }
}
