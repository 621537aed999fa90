// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import FoundationEssentials
import TextFolding

/// The error for a test collection that is incomplete or damaged.
package struct CollectionFault: Error, Sendable, CustomStringConvertible {
  /// What is wrong, and in which file.
  package var description: String
}

/// A test collection in BEIR's layout: `corpus.jsonl`, `queries.jsonl`, `qrels.tsv`.
package struct Collection: Sendable {
  private struct Document: Decodable {
    struct Metadata: Decodable { var author: String? }
    var _id: String
    var title: String?
    var text: String?
    var metadata: Metadata?
  }

  private struct Query: Decodable {
    var _id: String
    var text: String
  }

  private let folder: String
  /// Topics that have judgements, in file order.
  package let topics: [Topic]
  /// Judgements from `qrels.tsv`, or else `qrels/test.tsv`.
  package let qrels: Qrels

  /// Opens the collection in a folder.
  ///
  /// - Throws: `CollectionFault`, naming the missing file or the damaged line.
  package init(folder: String) throws(CollectionFault) {
    self.folder = folder
    let judged = ["qrels.tsv", "qrels/test.tsv"].map { "\(folder)/\($0)" }
      .first { FileManager.default.fileExists(atPath: $0) }
    qrels = Qrels(String(decoding: try Self.bytes(judged ?? "\(folder)/qrels.tsv"), as: UTF8.self))
    var topics: [Topic] = []
    for line in Self.lines(try Self.bytes("\(folder)/queries.jsonl")) {
      let query = try Self.decode(Query.self, line, of: "queries.jsonl")
      if !qrels[query._id].isEmpty { topics.append(Topic(id: query._id, query: query.text)) }
    }
    self.topics = topics
  }

  /// The documents, as JSON lines.
  func documentLines() throws(CollectionFault) -> [Data] {
    Self.lines(try Self.bytes("\(folder)/corpus.jsonl"))
  }

  /// Reads a document as a work with a single passage and the document's id.
  ///
  /// - Throws: `CollectionFault` if the line is not a document.
  func work(_ line: Data) throws(CollectionFault) -> (Work, Passage) {
    Self.work(try Self.decode(Document.self, line, of: "corpus.jsonl"))
  }

  private static func work(_ document: Document) -> (Work, Passage) {
    var metadata = Metadata()
    if let title = document.title, !title.isEmpty {
      metadata.title = Attributed(title, .stated, rule: "collection")
    }
    metadata.language = Attributed("en", .stated, rule: "collection")
    if let author = document.metadata?.author, !author.isEmpty {
      metadata.people = Person.people(parsing: author).map {
        Attributed($0, .stated, rule: "collection")
      }
    }
    let work = Work(
      id: document._id,
      metadata: metadata,
      file: document._id,
      path: document._id,
      format: "text",
      contentHash: "",
      extractorVersion: 0,
      passageCount: 1
    )
    let passage = Passage(
      work: document._id,
      label: "p1",
      kind: .body,
      text: document.text ?? "",
      ordinal: 0,
      paragraph: 1
    )
    return (work, passage)
  }

  private static func bytes(_ path: String) throws(CollectionFault) -> Data {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CollectionFault(description: "Cannot read \(path).")
    }
    return data
  }

  private static func lines(_ data: Data) -> [Data] {
    data.split(separator: 0x0A).filter { !$0.isEmpty }
  }

  private static func decode<Value: Decodable>(
    _ type: Value.Type, _ line: Data, of file: String
  ) throws(CollectionFault) -> Value {
    do {
      return try JSONDecoder().decode(type, from: line)
    } catch {
      let beginning = String(decoding: line.prefix(60), as: UTF8.self)
      throw CollectionFault(description: "\(file) has an unreadable line: \(beginning)…")
    }
  }
}
