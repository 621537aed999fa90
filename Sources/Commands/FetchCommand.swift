// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import ArgumentParser
import Cataloguing
import Corpus
import Extraction
import FetchedTexts
import Fetching
import FoundationEssentials
import Ingestion
import PassageSearch
import TextFolding

/// The command `pamphlet fetch`.
struct FetchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch",
    abstract: "Fetches texts from the web, stores them and indexes them.",
    discussion: """
      Without arguments it fetches every work of the catalogue that has an address and is not in the \
      index. If a work has several addresses, they are tried in order until one has a text. Requests \
      follow robots.txt and go to each host one at a time; a text that has not changed is not sent \
      again.
      """
  )

  @OptionGroup var index: IndexOption
  @OptionGroup var catalogue: CatalogueOption
  @OptionGroup var edits: EditsOption
  @Argument(help: "Titles of works in the catalogue, or URLs (http, https).")
  var works: [String] = []
  @Option(help: "Folder in which the texts are stored.", completion: .directory)
  var texts: String?
  @Option(help: "Largest text, in megabytes.") var sizeLimit = 64
  @Option(help: "Longest time for one address, in seconds.") var timeLimit = 300.0
  @Flag(help: "Allow addresses of this machine and of private networks.") var allowPrivate = false
  @Flag(help: "Store the texts without indexing them.") var noIndex = false

  func validate() throws {
    if !(1...1_024).contains(sizeLimit) {
      throw ValidationError("--size-limit must be from 1 to 1024.")
    }
    if !(1...86_400).contains(timeLimit) {
      throw ValidationError("--time-limit must be from 1 to 86400.")
    }
  }

  func run() async throws {
    let known = try catalogue.catalogue().with(edits: try edits.entries())
    let wanted = try addresses(in: known)
    guard !wanted.isEmpty else {
      Messages.write("Nothing to fetch: the index holds every work that has an address.")
      throw ExitCode(1)
    }
    let folder = texts ?? Self.defaultFolder
    var options = FetchOptions(
      folder: folder,
      types: TextTypes(suffixes: FormatTable.suffixes, mediaTypes: FormatTable.mediaTypes))
    options.sizeLimit = sizeLimit << 20
    options.secondsLimit = timeLimit
    options.allowsPrivate = allowPrivate
    let results = await fetch(alternatives: wanted, options) { url, outcome in
      Messages.write(
        ControlCharacters.shown("\(url): \(Self.text(outcome))", keepsLines: false))
    }
    let files = results.compactMap { result -> String? in
      switch result?.outcome {
      case .fetched(let record), .unchanged(let record): "\(folder)/\(record.file)"
      case .failed, nil: nil
      }
    }
    let failed = results.count - files.count
    Messages.write(
      "\(files.count) \(files.count == 1 ? "text is" : "texts are") in \(folder)"
        + (failed > 0 ? "; \(failed) could not be fetched." : "."))
    if !files.isEmpty, !noIndex {
      let index = try index.resolved()
      let limits = ReadingLimits()
      let options = IngestionOptions(
        index: index, paths: files, catalogue: known,
        floor: try FloorOption.resolve(option: nil, environment: Configuration.environment),
        vocabulary: try VocabularyFiles.vocabulary(),
        reader: ReaderCommand.program(limits: limits), limits: limits)
      let summary = try await offCooperativeThreads {
        try ingest(options, onDiagnostic: { Messages.write(DiagnosticsFile.line($0)) })
      }
      Messages.write(IndexCommand.text(summary))
    }
    if failed > 0 { throw ExitCode(files.isEmpty ? 2 : 1) }
  }

  /// The addresses of each text that is wanted.
  private func addresses(in catalogue: Catalogue) throws -> [[String]] {
    guard works.isEmpty else {
      return try works.map { work in
        if work.contains("://") { return [work] }
        guard let entry = catalogue.entry(titled: work) else {
          let near = NearestName.find(
            work, among: catalogue.entries.map(\.title).filter { !$0.isEmpty })
          throw CommandFailure(
            "The catalogue has no work “\(work)”" + (near.map { "; did you mean “\($0)”?" } ?? "."),
            hint: "`pamphlet works cited` lists the works.")
        }
        guard !entry.addresses.isEmpty else {
          throw CommandFailure(
            "The catalogue has no address for “\(entry.title)”.",
            hint: "Give one: `pamphlet fetch https://…`")
        }
        return entry.addresses
      }
    }
    var held: Set<Int> = []
    if let searcher = try? index.searcher() {
      // An index that cannot be read holds nothing.
      try? searcher.forEachWork { work in
        held.formUnion(catalogue.entries(describing: work).map(\.line))
      }
    }
    return catalogue.entries.filter { !held.contains($0.line) }.map(\.addresses)
      .filter { !$0.isEmpty }
  }

  /// `Index/texts` in the repository where the program was built, else `$XDG_DATA_HOME/pamphlet/texts`.
  static var defaultFolder: String {
    if let index = DataFolder.repositoryIndex { return "\(index)/texts" }
    return DataFolder.user(environment: Configuration.environment) + "/texts"
  }

  private static func text(_ outcome: FetchOutcome) -> String {
    switch outcome {
    case .fetched(let record): "fetched, \(record.size) bytes, \(record.file)"
    case .unchanged: "unchanged"
    case .failed(let cause): "not fetched: \(cause)"
    }
  }
}
