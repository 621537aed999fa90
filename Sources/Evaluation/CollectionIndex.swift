// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus
package import IndexSchema
import Indexing
package import PassageSearch
import XapianStore

/// An index of a test collection.
package struct CollectionIndex {
  package let searcher: Searcher
  /// Document ids by work id; works get new ids because those of documents may contain slashes.
  private let documents: [String: String]

  /// Indexes the documents of a collection, each as a work of one passage.
  ///
  /// - Parameters:
  ///   - collection: The collection to index.
  ///   - path: Folder for the index, empty or not yet existing.
  ///   - vocabulary: Vocabulary of the index.
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

  /// Id of a passage's document, as used in the judgements.
  package func document(_ passage: Passage) -> String { documents[passage.work] ?? passage.work }
}

extension Run {
  /// Searches for each topic exactly as users do.
  ///
  /// - Parameters:
  ///   - topics: Topics to search for.
  ///   - searcher: Searcher of the index.
  ///   - depth: Number of answers to keep for each topic.
  ///   - document: Maps a passage to its id in the judgements.
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

  /// The results of a query; empty, and counted as such, if the query is invalid.
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
