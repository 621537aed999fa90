// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import ArgumentParser
import Cataloguing
import Corpus
import Extraction
import FetchedTexts
import Fetching
import FoundationEssentials
import Glibc
import Ingestion
import PassageIndex
import TextFolding

/// The command `pamphlet fetch`.
struct FetchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch",
    abstract: "Fetches texts from the web, stores them and takes them into the index.",
    discussion: """
      Without arguments: every work of the catalogue whose text has an address and which the index \
      does not hold. Hosts are asked politely: their robots.txt is kept to, each gets one request at \
      a time, and a text that has not changed is not sent again.
      """
  )

  @OptionGroup var index: IndexOption
  @OptionGroup var catalogue: CatalogueOption
  @Argument(help: "Titles of works in the catalogue, or addresses (http, https).")
  var works: [String] = []
  @Option(help: "The folder for the texts.", completion: .directory) var texts: String?
  @Option(help: "The most megabytes of one text.") var sizeLimit = 64
  @Option(help: "The most seconds for one text.") var timeLimit = 300.0
  @Flag(help: "Fetch from this machine and from private networks too.") var allowPrivate = false
  @Flag(help: "Only store the texts; do not index them.") var noIndex = false

  func validate() throws {
    if !(1...1_024).contains(sizeLimit) { throw ValidationError("--size-limit is from 1 to 1024.") }
    if !(1...86_400).contains(timeLimit) {
      throw ValidationError("--time-limit is from 1 to 86400.")
    }
  }

  func run() async throws {
    let known = try catalogue.catalogue()
    let addresses = try addresses(in: known)
    guard !addresses.isEmpty else {
      Messages.write("Nothing to fetch: no work with an address is missing from the index.")
      throw ExitCode(1)
    }
    let folder = texts ?? Self.defaultFolder
    var options = FetchOptions(
      folder: folder,
      types: TextTypes(suffixes: FormatTable.suffixes, mediaTypes: FormatTable.mediaTypes))
    options.sizeLimit = sizeLimit << 20
    options.secondsLimit = timeLimit
    options.allowsPrivate = allowPrivate
    let outcomes = await fetch(addresses, options) { url, outcome in
      Messages.write(
        ControlCharacters.shown("\(url): \(Self.text(outcome))", keepsLines: false))
    }
    let files = outcomes.compactMap { result -> String? in
      switch result.outcome {
      case .fetched(let record), .unchanged(let record): "\(folder)/\(record.file)"
      case .failed: nil
      }
    }
    let failed = outcomes.count - files.count
    Messages.write(
      "\(files.count) texts are in \(folder)" + (failed > 0 ? "; \(failed) could not be had." : ".")
    )
    if !files.isEmpty, !noIndex {
      let index = try index.resolved()
      let limits = ReadingLimits()
      let options = IngestionOptions(
        index: index, paths: files, catalogue: known, reader: ReaderCommand.program(limits: limits),
        limits: limits)
      let summary = try await offCooperativeThreads {
        try ingest(options, onDiagnostic: { Messages.write(DiagnosticsFile.line($0)) })
      }
      Messages.write(IndexCommand.text(summary))
    }
    if failed > 0 { throw ExitCode(files.isEmpty ? 2 : 1) }
  }

  private func addresses(in catalogue: Catalogue) throws -> [String] {
    guard works.isEmpty else {
      return try works.map { work in
        if work.contains("://") { return work }
        guard let entry = catalogue.entry(titled: work) else {
          throw CommandFailure(
            "The catalogue has no work “\(work)”.", hint: "`pamphlet works cited` lists them.")
        }
        guard let url = entry.url else {
          throw CommandFailure(
            "The catalogue names no address for “\(entry.title)”.",
            hint: "Give one: `pamphlet fetch https://…`")
        }
        return url
      }
    }
    var held: Set<Int> = []
    if let searcher = try? index.searcher() {
      // An index that cannot be read holds nothing.
      try? searcher.forEachWork { work in
        if let entry = catalogue.entry(for: work.metadata) { held.insert(entry.line) }
      }
    }
    return catalogue.entries.filter { !held.contains($0.line) }.compactMap(\.url)
  }

  /// `Index/texts` where the program was built, else `$XDG_DATA_HOME/pamphlet/texts`.
  static var defaultFolder: String {
    if let index = DataFolder.repositoryIndex { return "\(index)/texts" }
    return DataFolder.user { name in getenv(name).map { String(cString: $0) } } + "/texts"
  }

  private static func text(_ outcome: FetchOutcome) -> String {
    switch outcome {
    case .fetched(let record): "fetched, \(record.size) bytes, \(record.file)"
    case .unchanged: "unchanged"
    case .failed(let cause): "not fetched. \(cause)"
    }
  }
}
