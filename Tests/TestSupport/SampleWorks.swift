// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus
package import IndexSchema
import Indexing
import XapianStore

/// Works and passages made for tests.
package enum Sample {
  /// A work and its passages.
  package typealias Indexed = (work: Work, passages: [Passage])

  /// A work with as many passages as there are texts.
  package static func work(
    _ id: String, title: String = "A Work", author: String? = "Ann Author", year: Int? = 1900,
    language: String? = "en", texts: [String]
  ) -> (work: Work, passages: [Passage]) {
    var metadata = Metadata()
    metadata.title = Attributed(title, .stated, rule: "test")
    metadata.year = year.map { Attributed($0, .stated, rule: "test") }
    metadata.language = language.map { Attributed($0, .stated, rule: "test") }
    if let author {
      let names = author.split(separator: " ").map(String.init)
      metadata.people = [
        Attributed(
          Person(name: author, family: names.last, given: names.dropLast().joined(separator: " ")),
          .stated, rule: "test")
      ]
    }
    let work = Work(
      id: id, metadata: metadata, file: "\(id).txt", path: "/nowhere/\(id).txt", format: "text",
      contentHash: "0", extractorVersion: 1, passageCount: texts.count)
    let passages = texts.enumerated().map { index, text in
      Passage(
        work: id, label: "p\(index + 1)", kind: .body, text: text, ordinal: index,
        pages: PageRange(first: "\(index + 1)", last: "\(index + 2)", isInferred: true),
        paragraph: index + 1, fingerprint: UInt64(index + 1))
    }
    return (work, passages)
  }

  /// Makes an index of works, or puts them into one that is there.
  @discardableResult
  package static func index(
    _ works: [(work: Work, passages: [Passage])], at path: String, removing: [String] = [],
    vocabulary: Vocabulary = Vocabulary()
  ) throws -> String? {
    let writer = try IndexWriter(path: path, vocabulary: vocabulary)
    for (work, passages) in works {
      var batch = PassageBatch(vocabulary: writer.vocabulary)
      var details = WorkDetails(of: work)
      for passage in passages {
        details.add(passage)
        batch.add(passage, of: work)
        if batch.isFull {
          try writer.write(batch)
          batch = PassageBatch(vocabulary: writer.vocabulary)
        }
      }
      batch.add(work, details: details)
      try writer.write(batch)
    }
    return try writer.publish(removing: removing)
  }
}

/// An index that holds one passage.
package func indexOfOnePassage(
  _ text: String = "All power to the soviets."
) throws -> TemporaryFolder {
  let folder = try TemporaryFolder()
  try Sample.index([Sample.work("one", texts: [text])], at: folder.path)
  return folder
}
