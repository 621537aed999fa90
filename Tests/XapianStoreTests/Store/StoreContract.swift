// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import IndexSchema
import People
import TestSupport
import Testing
import XapianStore

/// What every store promises, whatever is behind it; `LocalStoreTests` holds the one on this machine
/// to it.
struct StoreContract {
  /// Makes an index of works and opens it.
  let open: ([Sample.Indexed]) throws -> any PassageStore

  static let works = [
    Sample.work(
      "bread", title: "Bread", author: "Ann Bee", year: 1892,
      texts: ["Bread and roses.", "Bread for all.", "Roses."]),
    Sample.work(
      "roses", title: "Roses", year: 1912, language: "fr", texts: ["Du pain, des roses."]),
  ]

  private func snapshot() throws -> any StoreSnapshot { try open(Self.works).newest() }

  private func ids(_ page: MatchPage, _ snapshot: any StoreSnapshot) throws -> [String] {
    try snapshot.passages(page.candidates.map(\.key), withSequences: false).map(\.passage.id)
  }

  /// Works are counted apart from passages, and listed in the order of their ids.
  func worksStandApart() throws {
    let snapshot = try snapshot()
    #expect(snapshot.passageCount == 4)
    #expect(snapshot.totals.works == 2)
    #expect(snapshot.totals.languages == ["en": 1, "fr": 1])
    #expect(
      try snapshot.works(["roses", "none", "bread"]).map { $0?.id } == ["roses", nil, "bread"])
    #expect(try snapshot.works(after: nil, limit: 9).map(\.id) == ["bread", "roses"])
    #expect(try snapshot.works(after: "bread", limit: 9).map(\.id) == ["roses"])
    #expect(try snapshot.works(after: "roses", limit: 9).isEmpty)
  }

  /// People are known by all forms of their names, and speakers are counted by person.
  func speakersAreCountedByPerson() throws {
    var works = Self.works
    for (index, names) in [["Carl Dee", "C. Dee"], ["C. Dee"]].enumerated() {
      works[0].passages[index].quotations = names.map {
        Quotation(range: 0..<5, text: "Bread", speaker: $0, basis: .stated)
      }
    }
    let snapshot = try open(works).newest()
    let dee = try #require(try snapshot.people().people(named: ["dee"]).first)
    #expect(dee.forms.map(\.text) == ["Carl Dee", "C. Dee"])
    var plan = MatchPlan(.everything(weight: 0))
    plan.facets = [Schema.speaker]
    plan.checkAtLeast = .max
    let counts = try snapshot.match(plan, until: .none).facets
    #expect(counts.map(\.value) == ["Carl Dee"])
    #expect(counts.map(\.passages) == [2])
  }

  /// Passages that weigh the same are in the order of their works and places.
  func tiesAreBrokenByPlace() throws {
    let snapshot = try snapshot()
    var plan = MatchPlan(.everything(weight: 0))
    #expect(try ids(snapshot.match(plan, until: .none), snapshot) == Self.inOrder)
    plan.sortKeys = [MatchPlan.SortKey(slot: Schema.Slot.year, isDescending: true)]
    #expect(
      try ids(snapshot.match(plan, until: .none), snapshot)
        == ["roses/p1"] + Self.inOrder.filter { $0 != "roses/p1" })
    plan.limit = 2
    #expect(try ids(snapshot.match(plan, until: .none), snapshot) == ["roses/p1", "bread/p1"])
  }

  private static let inOrder = ["bread/p1", "bread/p2", "bread/p3", "roses/p1"]

  /// Preferred passages are a tier above, and weigh what they weigh without that.
  func preferencesAreTiers() throws {
    let snapshot = try snapshot()
    let plain = QueryPlan.any([.term("bread"), .term("roses")])
    let without = try snapshot.match(MatchPlan(plain), until: .none)
    let with = try snapshot.match(
      MatchPlan(.preferring(plain, those: .term("roses"))), until: .none)
    #expect(with.candidates.map(\.tier) == [1, 1, 1, 0])
    for candidate in with.candidates {
      let same = try #require(without.candidates.first { $0.key == candidate.key })
      #expect(abs(same.weight - candidate.weight) < 1e-9)
    }
  }

  /// Questions are answered in their order, those about what is not there too.
  func questionsAreAnsweredInOrder() throws {
    let snapshot = try snapshot()
    let answers = try snapshot.answers(
      to: [
        .frequencies(["bread", "nothing"]), .passages(["bread/p2", "bread/p9"]),
        .firstFound([MatchPlan(.term("nothing")), MatchPlan(.term("pain"))]),
        .firstFound([MatchPlan(.term("nothing"))]),
        .spelling(of: "bred", letters: 1, unless: ["bread"], inMoreThan: 1),
      ], until: .none)
    guard case .frequencies(let counts) = answers[0], case .passages(let passages) = answers[1],
      case .firstFound(let found) = answers[2], case .firstFound(let none) = answers[3],
      case .spelling(let spelling) = answers[4]
    else {
      Issue.record("An answer is not of the kind of its question.")
      return
    }
    #expect(counts == [2, 0])
    #expect(passages.map { $0?.id } == ["bread/p2", nil])
    #expect(found?.plan == 1 && found?.passages.map(\.id) == ["roses/p1"])
    #expect(none == nil)
    #expect(spelling == nil)
  }

  /// A snapshot never changes; the store goes on to the newest.
  func snapshotsStay(_ change: () throws -> Void, _ store: any PassageStore) throws {
    let before = try store.newest()
    try change()
    let after = try store.newest()
    #expect(after !== before && after.revision != before.revision)
    #expect(before.passageCount == 4 && after.passageCount == 5)
    #expect(try before.works(["new"]) == [nil])
    #expect(try after.works(["new"]).count == 1)
  }
}
