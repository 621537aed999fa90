// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import ArgumentParser
import Attribution
import Corpus
@preconcurrency import Dispatch
import FoundationEssentials
import Glibc
import Ingestion
import IndexSchema
import XapianStore
import Synchronization

/// The command `pamphlet index`.
struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Takes files and folders into the index; only what is new or has changed is read."
  )

  @OptionGroup var index: IndexOption
  @OptionGroup var catalogue: CatalogueOption
  @Argument(help: "Files and folders; folders are searched through.", completion: .file())
  var paths: [String]
  @Flag(help: "Take out works below PATHS whose file is gone.") var prune = false
  @Flag(help: "Read every file again.") var rebuild = false
  @Flag(help: "Read scans without text by tesseract.") var ocr = false
  @Option(help: "The languages of scans, as tesseract names them: eng+fra.")
  var ocrLanguage = "eng"
  @Option(
    name: .customLong("without"),
    help: "A rule of attribution that is not to be used (pamphlet rules).",
    completion: .list(AttributionRule.allCases.map(\.rawValue)))
  var withoutRules: [String] = []
  @Flag(help: "Wait for another writer.") var wait = false
  @Option(help: "How many threads read and index.") var jobs: Int?
  @Option(
    help: """
      How many seconds a file may take to be read (default: 20 and 10 for each megabyte, 600 at most).
      """)
  var timeLimit: Int?
  @Option(help: "A file for what is wrong with the texts, as JSON lines.", completion: .file())
  var diagnostics: String?
  @Option(help: "A group that may read the index, as a daemon of another user must.")
  var group: String?
  @Flag(name: .shortAndLong, help: "Say nothing but errors.") var quiet = false

  func validate() throws {
    if paths.isEmpty { throw ValidationError("Name a file or a folder.") }
    if !ocrLanguage.utf8.allSatisfy({ ($0 | 0x20) &- 0x61 < 26 || $0 == 0x2B || $0 == 0x5F }) {
      throw ValidationError("--ocr-language is like eng or eng+fra.")
    }
    for name in withoutRules where AttributionRule(rawValue: name) == nil {
      throw ValidationError("There is no rule “\(name)”; `pamphlet rules` lists them.")
    }
    if let jobs, !(1...64).contains(jobs) { throw ValidationError("--jobs is from 1 to 64.") }
    if let timeLimit, !(1...1_000_000).contains(timeLimit) {
      throw ValidationError("--time-limit is a number of seconds from 1.")
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
      catalogue: try catalogue.catalogue(),
      disabledRules: Set(withoutRules.compactMap(AttributionRule.init)),
      vocabulary: try VocabularyFiles.vocabulary(),
      lockTimeout: wait ? nil : 0,
      access: try group.map { (name) throws(IndexError) in try IndexAccess(groupNamed: name) },
      reader: ReaderCommand.program(limits: limits),
      limits: limits
    )
    let bar = ProgressBar(isShown: terminal.isError && !quiet)
    Interruption.listen()
    let printsNotes = !quiet
    // This is the main thread, which may be blocked.
    let summary = try ingest(
      options,
      onProgress: { bar.show($0) },
      onDiagnostic: { diagnostic in
        log?.write(diagnostic)
        if diagnostic.severity == .error || (printsNotes && diagnostic.severity == .warning) {
          bar.end()
          Messages.write(DiagnosticsFile.line(diagnostic))
        }
      },
      isCancelled: { Interruption.isRequested }
    )
    bar.end()
    if !quiet { Messages.write(Self.text(summary)) }
    if summary.interrupted { throw ExitCode(2) }
    if summary.failed > 0 {
      let nothing = summary.added + summary.replaced + summary.unchanged == 0
      throw ExitCode(nothing ? 2 : 1)
    }
  }

  /// What a run has done, for people.
  static func text(_ summary: IngestionSummary) -> String {
    var parts: [String] = []
    for (count, word) in [
      (summary.added, "added"), (summary.replaced, "replaced"), (summary.unchanged, "unchanged"),
      (summary.removed, "removed"), (summary.ignored, "ignored: no text that is read"),
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
        ? "\nInterrupted: the index is as it was."
        : "\nInterrupted: what was finished is in the index; the next run goes on."
    }
    return text
  }
}

/// Runs what blocks its thread off the cooperative ones, which must never be blocked.
func offCooperativeThreads<Result: Sendable>(
  _ work: @escaping @Sendable () throws -> Result
) async throws -> Result {
  try await withCheckedThrowingContinuation { continuation in
    DispatchQueue.global().async { continuation.resume(with: Swift.Result { try work() }) }
  }
}
