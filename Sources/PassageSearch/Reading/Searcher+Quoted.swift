// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import CitedWorks
package import Corpus
package import IndexSchema
package import People
import QueryLanguage
package import XapianStore

/// A quotation with the passage that has it.
package struct FoundQuotation: Sendable {
  /// The passage.
  package var passage: Passage
  /// Its work.
  package var work: Work
  /// The number of the quotation in the passage, counted from 1.
  package var number: Int
  /// The quotation.
  package var quotation: Quotation { passage.quotations[number - 1] }
}

/// The quotations of a person, a part of them.
package struct QuotationsOfPerson: Sendable {
  /// The quotations, by work in reading order.
  package var quotations: [FoundQuotation]
  /// The number of passages that quote the person.
  package var passages: Int
  /// The works that quote the person, with the number of passages, the most frequent first.
  package var works: [FacetCount]
}

extension Searcher {
  /// The person with a name, in any of its forms; `nil` if nobody or several people have it.
  package func person(named name: String) throws(IndexError) -> LibraryPerson? {
    try answer { (context) throws(IndexError) in
      try context.person(named: name)
    }
  }

  /// The preferred form of the name of a speaker; `nil` if no person of the library has it.
  package func preferredName(of speaker: String) throws(IndexError) -> String? {
    try person(named: speaker)?.name
  }

  /// The quotations of a person, by work in reading order.
  ///
  /// - Parameters:
  ///   - work: The id of the work that quotes the person; `nil` for all.
  ///   - offset: The number of passages to skip.
  package func quotations(
    of person: LibraryPerson, inWork work: String? = nil, offset: Int, limit: Int,
    until deadline: Deadline = .none
  ) throws(IndexError) -> QuotationsOfPerson {
    var request = SearchRequest(
      "", filters: [Filter(field: Schema.speaker.name, value: person.name)], offset: offset,
      limit: limit, facets: [Schema.work.name], snippetLength: 40)
    if let work { request.filters.append(Filter(field: Schema.work.name, value: work)) }
    request.order = .place
    let results = try search(request, until: deadline)
    let forms = Set(person.forms.map(\.text))
    let quotations = results.hits.flatMap { hit in
      hit.passage.quotations.enumerated().compactMap { index, quotation -> FoundQuotation? in
        guard let speaker = quotation.speaker, forms.contains(speaker) else { return nil }
        return FoundQuotation(passage: hit.passage, work: hit.work, number: index + 1)
      }
    }
    return QuotationsOfPerson(
      quotations: quotations, passages: results.total,
      works: results.facets[Schema.work.name] ?? [])
  }

  /// The works cited by the texts of the index, the most cited first.
  ///
  /// - Complexity: O(*m* log *m*) in the forms of reference at first, then the list is cached until
  ///   the index changes.
  package func citedWorks() throws(IndexError) -> (works: [CitedWork], withoutTitle: Int) {
    try answer { (context) throws(IndexError) in
      if let known = context.citedWorks { return known }
      var held = try context.snapshot.heldWorks()
      var gatherer = CitedWorkGatherer()
      var last: String?
      while true {
        let page = try context.snapshot.works(after: last, limit: 500)
        for work in page {
          guard let details = try context.snapshot.details(ofWork: work.id) else { continue }
          gatherer.add(details.cited) { held.work(of: $0) }
        }
        guard let final = page.last else { break }
        last = final.id
      }
      let cited = (gatherer.works(), gatherer.withoutTitle)
      context.citedWorks = cited
      return cited
    }
  }
}

extension SearchContext {
  fileprivate func person(named name: String) throws(IndexError) -> LibraryPerson? {
    if peopleByForm == nil {
      var forms: [String: Int?] = [:]
      let people = try snapshot.people().people
      for (index, person) in people.enumerated() {
        for form in person.forms {
          forms[form.text] = forms[form.text] == nil ? .some(index) : .some(nil)
        }
      }
      // The preferred form of a name belongs to one person only.
      for (index, person) in people.enumerated() { forms[person.name] = .some(index) }
      peopleByForm = forms.compactMapValues(\.self)
    }
    guard let index = peopleByForm?[name] else { return nil }
    return try snapshot.people().people[index]
  }
}
