// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import ArgumentParser
import Attribution
import Cataloguing
import Corpus
@preconcurrency import Dispatch
import FoundationEssentials
import Glibc
import Ingestion
import IndexSchema
import XapianStore
import Synchronization
import TextFolding

/// The command `pamphlet index`.
struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Indexes files and folders; reads only new and changed files.",
    discussion:
      "What the catalogue and your edits (`pamphlet edit`) state of a text goes before what "
      + "the file says. Where they have changed, the works concerned are corrected, and only they.\n\n"
      + "With --watch the command goes on until Ctrl-C or SIGTERM: it takes in new and changed files, "
      + "and edits, and prints each change. What cannot be read, and what is watched, is in "
      + "`report.json` beside the index, which the page /status of the daemon shows."
  )

  @OptionGroup var index: IndexOption
  @OptionGroup var catalogue: CatalogueOption
  @OptionGroup var edits: EditsOption
  @Argument(help: "Files and folders, including subfolders.", completion: .file())
  var paths: [String]
  @Flag(help: "Remove works under PATHS whose file no longer exists.") var prune = false
  @Flag(help: "Read all files again, changed or not.") var rebuild = false
  @Flag(help: "Recognise the text of scans with tesseract.") var ocr = false
  @Option(help: "Languages of scans as tesseract names them, such as eng+fra.")
  var ocrLanguage = "eng"
  @Option(
    name: .customLong("without"),
    help: "Rule of attribution to switch off (see pamphlet rules); repeatable.",
    completion: .list(AttributionRule.allCases.map(\.rawValue)))
  var withoutRules: [String] = []
  @OptionGroup var floor: FloorOption
  @Flag(help: "Go on, and take in what changes.") var watch = false
  @Option(
    help: """
      With --watch: seconds between looks at all files, whether or not the system says that they \
      changed. Default: 60.
      """)
  var watchInterval: Int?
  @Flag(help: "Wait while another process writes to the index.") var wait = false
  @Option(help: "Number of threads. Default: number of cores.") var jobs: Int?
  @Option(
    help: """
      Longest time to read one file, in seconds. Default: 20 plus 10 for each megabyte, at most 600.
      """)
  var timeLimit: Int?
  @Option(help: "File for problems with the texts, as JSON lines.", completion: .file())
  var diagnostics: String?
  @Option(help: "Group that may read the index, for a daemon of another user.")
  var group: String?
  @Flag(name: .shortAndLong, help: "Print errors only.") var quiet = false

  func validate() throws {
    if paths.isEmpty { throw ValidationError("Name a file or a folder.") }
    if !ocrLanguage.utf8.allSatisfy({ ($0 | 0x20) &- 0x61 < 26 || $0 == 0x2B || $0 == 0x5F }) {
      throw ValidationError("--ocr-language must be like eng or eng+fra.")
    }
    for name in withoutRules where AttributionRule(rawValue: name) == nil {
      let near = NearestName.find(name, among: AttributionRule.allCases.map(\.rawValue))
      throw ValidationError(
        "There is no rule “\(name)”" + (near.map { "; did you mean “\($0)”?" } ?? ".")
          + " `pamphlet rules` lists them.")
    }
    if let watchInterval {
      guard watch else { throw ValidationError("--watch-interval goes with --watch.") }
      guard (1...86_400).contains(watchInterval) else {
        throw ValidationError("--watch-interval must be from 1 to 86400 seconds.")
      }
    }
    if let jobs, !(1...64).contains(jobs) { throw ValidationError("--jobs must be from 1 to 64.") }
    if let timeLimit, !(1...1_000_000).contains(timeLimit) {
      throw ValidationError("--time-limit must be from 1 to 1000000 seconds.")
    }
  }

  func run() throws {
    let terminal = Terminal()
    let log = try diagnostics.map(DiagnosticsFile.init)
    let limits = ReadingLimits(seconds: timeLimit)
    let options = IngestionOptions(
      index: try index.resolved(),
      paths: paths,
      prune: prune,
      jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount,
      rebuild: rebuild,
      recognition: ocr ? ocrLanguage : nil,
      catalogue: try catalogue.catalogue().with(edits: try edits.entries()),
      disabledRules: Set(withoutRules.compactMap(AttributionRule.init)),
      floor: try floor.resolved(),
      vocabulary: try VocabularyFiles.vocabulary(),
      lockTimeout: wait ? nil : 0,
      access: try group.map { (name) throws(IndexError) in try IndexAccess(groupNamed: name) },
      reader: ReaderCommand.program(limits: limits),
      limits: limits
    )
    let bar = ProgressBar(isShown: terminal.isError && !quiet)
    Interruption.listen()
    let printsNotes = !quiet
    let onDiagnostic: @Sendable (Diagnostic) -> Void = { diagnostic in
      log?.write(diagnostic)
      if diagnostic.severity == .error || (printsNotes && diagnostic.severity == .warning) {
        bar.end()
        Messages.write(DiagnosticsFile.line(diagnostic))
      }
    }
    // This is the main thread, which may block.
    if watch { return try watch(options, bar, onDiagnostic) }
    let summary = try ingest(
      options,
      onProgress: { bar.show($0) },
      onDiagnostic: onDiagnostic,
      isCancelled: { Interruption.isRequested }
    )
    bar.end()
    if !quiet { Messages.write(Self.text(summary)) }
    if summary.interrupted { throw ExitCode(2) }
    if summary.failed > 0 {
      let nothing =
        summary.added + summary.replaced + summary.corrected + summary.unchanged == 0
      throw ExitCode(nothing ? 2 : 1)
    }
  }

  /// The summary of a run, for people.
  static func text(_ summary: IngestionSummary) -> String {
    var parts: [String] = []
    for (count, word) in [
      (summary.added, "added"), (summary.replaced, "replaced"),
      (summary.corrected, "corrected by catalogue or edits"), (summary.unchanged, "unchanged"),
      (summary.removed, "removed"), (summary.ignored, "ignored: not a text that is read"),
      (summary.failed, "could not be read"),
    ] where count > 0 {
      parts.append("\(count) \(word)")
    }
    let tenths = Int(summary.seconds * 10)
    var text = "Works: \(parts.isEmpty ? "none found" : parts.joined(separator: ", ")). "
    text += "\(summary.passages) passages indexed in \(tenths / 10).\(tenths % 10) s."
    if let notes = summary.diagnostics[.note], notes > 0 { text += " \(notes) notes" }
    if let warnings = summary.diagnostics[.warning], warnings > 0 {
      text += "\(summary.diagnostics[.note, default: 0] > 0 ? " and" : "") \(warnings) warnings"
    }
    if summary.diagnostics[.note, default: 0] + summary.diagnostics[.warning, default: 0] > 0 {
      text += " about the texts (--diagnostics FILE lists them)."
    }
    if summary.interrupted {
      text +=
        summary.revision == nil
        ? "\nInterrupted: the index has not changed."
        : "\nInterrupted: finished texts are in the index; run the command again to go on."
    }
    return text
  }
}

/// Runs blocking work outside the cooperative thread pool.
func offCooperativeThreads<Result: Sendable>(
  _ work: @escaping @Sendable () throws -> Result
) async throws -> Result {
  try await withCheckedThrowingContinuation { continuation in
    DispatchQueue.global().async { continuation.resume(with: Swift.Result { try work() }) }
  }
}
