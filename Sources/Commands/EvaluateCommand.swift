// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import ArgumentParser
import Corpus
import Evaluation
import FoundationEssentials
import IndexSchema
import Ingestion
import PassageSearch

/// The command `pamphlet evaluate`.
struct EvaluateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Measures the ranking on a test collection or on labelled texts.",
    discussion: """
      A collection is a folder in the layout of BEIR: corpus.jsonl, queries.jsonl and qrels.tsv. Its \
      documents go into a temporary index, and its queries run as users' searches do. With --labels, \
      PATHS are texts, and the labels name their paragraphs by file and first words.
      """
  )

  @Argument(help: "Folder of a collection; with --labels, texts.", completion: .file())
  var paths: [String]
  @Option(help: "Relevance judgements of paragraphs, as JSON lines.", completion: .file())
  var labels: String?
  @Option(
    name: .customLong("run"),
    help: "File for the first 1,000 results of each query, in TREC format.",
    completion: .file())
  var runFile: String?
  @Flag(help: "Print a table from plain BM25 to the default ranking, one ingredient per line.")
  var table = false

  func validate() throws {
    if paths.isEmpty { throw ValidationError("Name a folder.") }
    if labels == nil, paths.count > 1 { throw ValidationError("Name one collection.") }
  }

  func run() async throws {
    try await offCooperativeThreads { try evaluate() }
  }

  private func evaluate() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/pamphlet-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let vocabulary = try VocabularyFiles.vocabulary()
    var subjects = [true: try subject(at: folder + "/standard", vocabulary)]
    guard table else {
      let subject = try subjects[true].unwrapped()
      let run = try subject.run(.standard)
      if let runFile { try write(run.trec(topics: subject.topics, name: "pamphlet"), to: runFile) }
      let figures = run.figures(subject.topics, subject.qrels)
      let mean = Figures(meanOf: figures.map(\.figures))
      print(Report.lines(mean, topics: figures.count) + Report.kinds(figures), terminator: "")
      return
    }
    subjects[false] = try subject(at: folder + "/plain", Vocabulary())
    var runs: [(String, [(topic: Topic, figures: Figures)])] = []
    for rung in Ladder.rungs {
      let subject = try subjects[rung.hasVocabulary].unwrapped()
      let figures = try subject.run(rung.ranking).figures(subject.topics, subject.qrels)
      runs.append((rung.name, figures))
      Messages.write(rung.name)
    }
    print(Report.table(runs) + Report.kinds(runs[runs.count - 1].1), terminator: "")
  }

  /// Indexes the collection or the texts.
  private func subject(at path: String, _ vocabulary: Vocabulary) throws -> EvaluationSubject {
    guard let labels else {
      let collection = try Collection(folder: paths[0])
      let index = try CollectionIndex(collection, at: path, vocabulary: vocabulary)
      return EvaluationSubject(
        topics: collection.topics, qrels: collection.qrels, searcher: index.searcher,
        document: index.document)
    }
    guard let text = FileManager.default.contents(atPath: labels) else {
      throw CommandFailure("The file of labels \(labels) cannot be read.")
    }
    let judged = try ParagraphLabels(String(decoding: text, as: UTF8.self))
    _ = try ingest(
      IngestionOptions(
        index: path, paths: paths, jobs: ProcessInfo.processInfo.activeProcessorCount,
        vocabulary: vocabulary))
    let searcher = try Searcher(path: path)
    var passages: [String: [Passage]] = [:]
    try searcher.forEachWork { (work) throws(IndexError) in
      try searcher.forEachPassage(of: work) { passages[work.file, default: []].append($0) }
    }
    return EvaluationSubject(
      topics: judged.topics, qrels: judged.qrels(passages), searcher: searcher, document: \.id)
  }

  private func write(_ text: String, to path: String) throws {
    do {
      try Data(text.utf8).write(to: URL(filePath: path))
    } catch {
      throw CommandFailure("The run cannot be written to \(path): \(error)")
    }
  }
}

/// An index, and the topics that are measured on it.
private struct EvaluationSubject {
  var topics: [Topic]
  var qrels: Qrels
  var searcher: Searcher
  var document: (Passage) -> String

  func run(_ ranking: Ranking) throws -> Run {
    searcher.ranking = ranking
    return try Run(topics, on: searcher, depth: 1_000, document: document)
  }
}

extension Optional {
  fileprivate func unwrapped() throws -> Wrapped {
    guard let self else { throw CommandFailure("There is nothing to evaluate.") }
    return self
  }
}
