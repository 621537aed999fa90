// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Evaluation
import IndexSchema
import PassageSearch
import TestSupport
import Testing

struct CollectionTests {
  private func collection() throws -> (folder: TemporaryFolder, collection: Collection) {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      {"_id": "a/1", "title": "On roses", "text": "They bloom in June.", "metadata": {"author": "Bee, B."}}
      {"_id": "b", "title": "", "text": "Bread is baked early, and roses are not."}
      {"_id": "c", "title": "Coal", "text": ""}
      """, to: "corpus.jsonl")
    try folder.write(
      """
      {"_id": "1", "text": "roses in bloom"}
      {"_id": "2", "text": "never judged"}
      {"_id": "3", "text": "coal"}
      """, to: "queries.jsonl")
    try folder.write(
      "query-id\tcorpus-id\tscore\n1\ta/1\t1\n3\tc\t2\n3\tb\t0\n", to: "qrels.tsv")
    return (folder, try Collection(folder: folder.path))
  }

  @Test func `a collection in BEIR's layout is indexed and searched`() throws {
    let (folder, collection) = try collection()
    #expect(collection.topics.map(\.id) == ["1", "3"])
    #expect(collection.qrels["3"] == ["c": 2, "b": 0])
    let index = try CollectionIndex(collection, at: folder("index"), vocabulary: Vocabulary())
    let run = try Run(
      collection.topics, on: index.searcher, depth: 10, document: index.document)
    #expect(run.ranking(of: "1") == ["a/1", "b"])
    #expect(run.ranking(of: "3") == ["c"])
    let figures = run.figures(collection.topics, collection.qrels)
    #expect(Figures(meanOf: figures.map(\.figures)).ndcg10 == 1)
  }

  @Test func `a run is written in TREC's format, its scores falling strictly`() {
    var run = Run()
    run.answers["1"] = [
      Run.Answer(document: "a", score: 2), Run.Answer(document: "b", score: 2),
    ]
    let lines = run.trec(topics: [Topic(id: "1", query: "x")], name: "test").split(separator: "\n")
    #expect(lines[0] == "1 Q0 a 1 2.0 test")
    #expect(lines[1].hasPrefix("1 Q0 b 2 1.99"))
  }

  @Test func `a damaged collection is a fault that names the file`() throws {
    let folder = try TemporaryFolder()
    let fault = try #require(throws: CollectionFault.self) {
      try Collection(folder: folder.path)
    }
    #expect(fault.description.contains("qrels.tsv"))
  }

  @Test func `judgements are read in BEIR's and in TREC's form`() {
    #expect(Qrels("1\ta\t2\n")["1"] == ["a": 2])
    #expect(Qrels("1 0 a 1\n1 0 a 3\n")["1"] == ["a": 3])
  }
}
