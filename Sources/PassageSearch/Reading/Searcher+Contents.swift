// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus
package import IndexSchema
import XapianStore

/// A work with its headings and the parts in which it is read.
package struct DividedWork: Sendable {
  /// The work.
  package let work: Work
  /// Its headings.
  package let contents: WorkContents
  /// When it was first indexed, in seconds since 1970.
  package let added: Int
  /// The parts in which it is read.
  package let chapters: [Chapter]

  /// The index of the chapter that contains a passage.
  package func chapter(at ordinal: Int) -> Int? {
    chapters.firstIndex { $0.ordinals.contains(ordinal) }
  }

  /// The label of the chapter that contains a passage; that of the first chapter if there is none.
  package func chapterLabel(at ordinal: Int) -> String {
    chapter(at: ordinal).map { chapters[$0].label } ?? chapters.first?.label ?? ""
  }
}

extension Searcher {
  /// A work with its contents; `nil` if there is none with this id, or had it before.
  package func dividedWork(_ id: String) throws(IndexError) -> DividedWork? {
    try answer { (context) throws(IndexError) in
      guard let work = try context.work(id) else { return nil }
      return try context.divided(work)
    }
  }
}

extension SearchContext {
  /// A work with its contents, which are cached.
  func divided(_ work: Work) throws(IndexError) -> DividedWork {
    if let known = dividedWorks[work.id] { return known }
    let details = try snapshot.details(ofWork: work.id)
    let contents = details?.contents ?? WorkContents()
    let divided = DividedWork(
      work: work, contents: contents, added: details?.added ?? 0,
      chapters: Chapter.chapters(of: contents, passages: work.passageCount))
    if dividedWorks.count >= Self.dividedWorksSize { dividedWorks = [:] }
    dividedWorks[work.id] = divided
    return divided
  }
}
