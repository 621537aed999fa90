// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import TextFolding

/// Collects the names in all works of a library, and finds out which of them name one person.
///
/// - Complexity: O(*n*) in the names, and memory for at most `most` forms.
package struct PeopleGatherer: Sendable {
  /// The occurrences of a form of a name.
  struct Occurrences: Sendable {
    var counts = NameCounts()
    /// Indices of works in which it occurs, the first few.
    var works: [Int] = []
    var workCount = 0
  }

  /// The number of works of a form that are compared with those of other forms.
  private static let mostWorks = 16

  /// The number of forms kept; beyond twice as many, the rarest are forgotten.
  private let most: Int
  private var forms: [String: Occurrences] = [:]
  private var works: [String] = []
  private var realNames: [String: String] = [:]

  /// Creates a gatherer.
  package init(most: Int = 200_000) { self.most = most }

  /// Adds the names in a work.
  package mutating func add(_ names: WorkNames, of work: String) {
    for (name, counts) in names.counts {
      var form = forms[name] ?? Occurrences()
      form.counts += counts
      form.workCount += 1
      if form.works.count < Self.mostWorks { form.works.append(works.count) }
      forms[name] = form
    }
    works.append(work)
    for (name, realName) in names.realNames { realNames[name] = realName }
    if forms.count > 2 * most { forgetRarest() }
  }

  /// Forgets the forms that occur least; names of those who made a work are the last to go.
  private mutating func forgetRarest() {
    let order = forms.sorted { one, other in
      let made = { (counts: NameCounts) in counts.author + counts.editor + counts.translator }
      return (made(one.value.counts), one.value.counts.total, one.key)
        > (made(other.value.counts), other.value.counts.total, other.key)
    }
    forms = Dictionary(uniqueKeysWithValues: order.prefix(most).map { ($0.key, $0.value) })
  }

  /// The people, the most frequently named first.
  ///
  /// - Parameter catalogued: Names that the catalogue says are of one person, the preferred first.
  package func people(catalogued: [[String]] = []) -> [LibraryPerson] {
    let groups = catalogued + realNames.sorted { $0.key < $1.key }.map { [$0.key, $0.value] }
    var merge = PersonMerge(forms)
    merge.joinSameNames()
    merge.join(catalogued: groups)
    merge.joinByFamily()
    return merge.people(works: works).sorted {
      ($1.counts.total, $0.name) < ($0.counts.total, $1.name)
    }
  }
}
