// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus
import TextFolding

/// Collects references into one record for each cited work.
///
/// Each form of reference is stored once, however often texts use it. A form is compared only with
/// forms of the same title, of the same title without its subtitle, or of the same family name and
/// the same beginning or end of the title.
///
/// - Complexity: O(*n*) in the references, O(*m* log *m*) in the forms.
package struct CitedWorkGatherer: Sendable {
  private struct Form: Hashable {
    var authors: [String]
    var title: String
  }

  private var forms: [Form: CitedWork] = [:]
  /// The number of references to a source without a title; an author's name does not identify a
  /// work.
  package internal(set) var withoutTitle = 0

  /// Creates a gatherer.
  package init() {}

  /// Adds a reference made by a text, including the intermediate works it was cited through.
  package mutating func add(_ reference: Reference, citedBy work: String) {
    let nearest = reference.via.first
    add(
      reference.source, citedBy: work,
      through: nearest.map { ($0.authors + [$0.title].compactMap(\.self)).joined(separator: ", ") })
    for source in reference.via { add(source, citedBy: work) }
  }

  /// Adds a source named by a text.
  package mutating func add(
    _ source: NamedSource, citedBy work: String, through: String? = nil
  ) {
    guard let title = source.title, !TitleKey.key(title).isEmpty else {
      withoutTitle += 1
      return
    }
    let form = Form(authors: source.authors, title: title)
    var record =
      forms.removeValue(forKey: form)
      ?? CitedWork(
        authors: source.authors, title: title, container: nil,
        variants: [
          .init(authors: source.authors, title: title, references: 0, rule: .first)
        ],
        editions: [:], volumes: [:], citing: [:], through: [:], held: [])
    record.variants[0].references += 1
    record.citing[work, default: 0] += 1
    record.container = record.container ?? source.container
    if let year = source.year { record.editions[year, default: 0] += 1 }
    if let volume = source.volume { record.volumes[volume, default: 0] += 1 }
    if let through, !through.isEmpty { record.through[through, default: 0] += 1 }
    if let held = source.work { record.held.insert(held) }
    forms[form] = record
  }

  /// The forms of reference, in a fixed order.
  var records: [CitedWork] {
    forms.sorted {
      ($0.key.title, $0.key.authors.joined(separator: "\n")) < (
        $1.key.title, $1.key.authors.joined(separator: "\n")
      )
    }
    .map(\.value)
  }

  /// Sets what is known of the form of reference in which a work is named.
  mutating func set(_ work: CitedWork) {
    forms[Form(authors: work.authors, title: work.title)] = work
  }

  /// Adds what another gatherer has collected from other texts.
  ///
  /// - Parameter held: The library work that a source names.
  package mutating func add(
    _ other: CitedWorkGatherer, held: (NamedSource) -> String?
  ) {
    withoutTitle += other.withoutTitle
    for (form, record) in other.forms {
      var record = record
      if let id = held(NamedSource(authors: form.authors, title: form.title)) {
        record.held.insert(id)
      }
      forms[form, default: .unnamed(like: record)].add(record)
    }
  }

  /// The works, the most cited first.
  package func works() -> [CitedWork] {
    var merge = CitedWorkMerge()
    // The fullest names come first, so that shorter forms find the ones they abbreviate.
    let order = forms.values.sorted {
      ($1.authors.joined().count, $1.references, $0.variants[0].text)
        < ($0.authors.joined().count, $0.references, $1.variants[0].text)
    }
    for record in order { merge.add(record) }
    merge.joinSubtitles()
    merge.joinMisprints()
    return merge.works
  }
}
