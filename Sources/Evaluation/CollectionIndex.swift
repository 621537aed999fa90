// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus
package import IndexSchema
import XapianStore
import Indexing
package import PassageSearch

/// An index of a test collection.
package struct CollectionIndex {
  /// The searcher on it.
  package let searcher: Searcher
  /// The ids of the documents by those of the works: an id with a slash is no work's.
  private let documents: [String: String]

  /// Indexes the documents of a collection, each as a work of one passage.
  ///
  /// - Parameters:
  ///   - collection: The collection.
  ///   - path: A folder, empty or not yet there.
  ///   - vocabulary: The vocabulary of the index.
  package init(_ collection: Collection, at path: String, vocabulary: Vocabulary) throws {
    let writer = try IndexWriter(path: path, vocabulary: vocabulary)
    var documents: [String: String] = [:]
    var batch = PassageBatch(vocabulary: vocabulary)
    for line in try collection.documentLines() {
      var (work, passage) = try collection.work(line)
      let document = work.id
      work.id = "d\(documents.count + 1)"
      passage.work = work.id
      documents[work.id] = document
      batch.add(passage, of: work)
      batch.add(work)
      if batch.isFull {
        try writer.write(batch)
        batch = PassageBatch(vocabulary: vocabulary)
      }
    }
    try writer.write(batch)
    _ = try writer.publish(removing: [])
    searcher = try Searcher(path: path)
    self.documents = documents
  }

  /// The id by which the judgements name a passage.
  package func document(_ passage: Passage) -> String { documents[passage.work] ?? passage.work }
}

extension Run {
  /// Searches for each topic, by the search that users get.
  ///
  /// - Parameters:
  ///   - topics: The topics.
  ///   - searcher: The searcher.
  ///   - depth: How many answers to keep of each.
  ///   - document: The id by which the judgements name a passage.
  package init(
    _ topics: [Topic], on searcher: Searcher, depth: Int, document: (Passage) -> String
  ) throws {
    self.init()
    for topic in topics {
      answers[topic.id] = try Self.answers(topic.query, searcher, depth).map {
        Answer(document: document($0.passage), score: $0.score)
      }
    }
  }

  /// What a query finds; nothing, which is counted so, if it cannot be searched.
  private static func answers(
    _ query: String, _ searcher: Searcher, _ depth: Int
  ) throws(IndexError) -> [(passage: Passage, score: Double)] {
    do throws(IndexError) {
      return try searcher.ranked(SearchRequest(query), depth: depth)
    } catch {
      guard error.code == .invalidQuery else { throw error }
      return []
    }
  }
}
