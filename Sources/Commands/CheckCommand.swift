// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import ArgumentParser
import FoundationEssentials
import Glibc
import IndexSchema
import Ingestion
import Processes
import Witness
import XapianStore

/// The command `pamphlet check`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Verifies the index, and that every character of each text is in some passage.",
    discussion: "Reads only. It names what is damaged; `pamphlet recover` replaces a damaged "
      + "generation by an undamaged one."
  )

  @OptionGroup var index: IndexOption
  @Flag(help: "Reads every file again, plainly, and compares its words with the passages.")
  var againstFiles = false
  @Flag(help: "With --against-files: prints the words left out, by work and rule.")
  var omitted = false
  @Flag(help: "With --against-files: prints for each work what became of its words.")
  var figures = false
  @Flag(help: "With --against-files: prints what the witness says as JSON, one work a line.")
  var json = false
  @Flag(help: .hidden) var examiner = false

  func validate() throws {
    guard againstFiles || !(omitted || figures || json) else {
      throw ValidationError("--omitted, --figures and --json need --against-files.")
    }
  }

  func run() throws {
    let path = try index.resolved()
    guard !examiner else {
      let examiner = Examiner(
        index: path, againstFiles: againstFiles, keepsOmissions: omitted)
      return Worker.serve { examiner.answer($0) }
    }
    let bar = ProgressBar(isShown: Terminal().isError)
    let process = try ExaminerProcess(index: path, options: options)
    let report = try check(
      index: path,
      by: { (step) throws(LostExaminer) in try process.examine(step) },
      batch: againstFiles ? 1 : CheckStep.read,
      onProgress: { bar.show($0) })
    bar.end()
    if json { return try printJSON(report) }
    for fault in report.faults { print(fault) }
    if omitted { for witness in report.witnesses { print(witness.omissionLines) } }
    if figures { print(WitnessFigures.table(report.witnesses)) }
    for witness in report.witnesses {
      guard let absence = witness.report.absence else { continue }
      Messages.write("Note: \(witness.work) has no witness. \(absence)")
    }
    for work in report.stale.prefix(20) {
      Messages.write("Note: the file of \(work) has changed or is missing.")
    }
    if report.stale.count > 20 {
      Messages.write("Note: so have the files of \(report.stale.count - 20) more works.")
    }
    print(
      "\(report.works) works, \(report.passages) passages, \(report.characters) characters: "
        + (report.faults.isEmpty ? "sound." : "\(report.faults.count) faults.")
    )
    if !report.faults.isEmpty { throw ExitCode(2) }
  }

  /// The arguments of the examiner's process.
  private var options: [String] {
    (againstFiles ? ["--against-files"] : []) + (omitted ? ["--omitted"] : [])
  }

  private func printJSON(_ report: CheckReport) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    for witness in report.witnesses {
      print(String(decoding: (try? encoder.encode(witness)) ?? Data(), as: UTF8.self))
    }
    for fault in report.faults { Messages.write(fault) }
    if !report.faults.isEmpty { throw ExitCode(2) }
  }
}

/// Runs the steps of a check in a separate process, which a damaged index may crash.
private final class ExaminerProcess {
  /// Time limit of a step that reads works.
  private static let timeLimit = Duration.seconds(120)
  /// Time limit of a step that reads a work and its file.
  private static let timeLimitForFile = Duration.seconds(900)
  /// Additional time for each gigabyte of tables.
  private static let timeForGigabyte = Duration.seconds(120)

  private let index: String
  private let options: [String]
  private let tablesLimit: Duration
  private var worker: WorkerProcess?

  init(index: String, options: [String]) throws(IndexError) {
    self.index = index
    self.options = options
    let gigabytes = Double(try IndexCheck.size(ofIndexAt: index)) / 1e9
    tablesLimit = Self.timeLimit + Self.timeForGigabyte * gigabytes
  }

  func examine(_ step: CheckStep) throws(LostExaminer) -> CheckFinding {
    let answer: [UInt8]
    do throws(WorkerFailure) {
      let worker = try running()
      let limit =
        step == .tables ? tablesLimit : options.isEmpty ? Self.timeLimit : Self.timeLimitForFile
      answer = try worker.ask(Self.encode(step), until: .now + limit)
    } catch {
      worker = nil
      throw LostExaminer(cause: Self.cause(error))
    }
    do {
      return try JSONDecoder().decode(CheckFinding.self, from: Data(answer))
    } catch {
      throw LostExaminer(cause: "gave an answer that cannot be read")
    }
  }

  private func running() throws(WorkerFailure) -> WorkerProcess {
    if let worker { return worker }
    guard let program = OwnProgram.path else { throw .notStarted("/proc is not mounted") }
    let started = try WorkerProcess(program, ["check", "--examiner", "--index", index] + options)
    worker = started
    return started
  }

  private static func encode(_ step: CheckStep) -> [UInt8] {
    (try? JSONEncoder().encode(step)).map(Array.init) ?? []
  }

  private static func cause(_ failure: WorkerFailure) -> String {
    switch failure {
    case .notStarted(let cause): "not started (\(cause))"
    case .timedOut: "stopped because it exceeded its time limit"
    case .killed(let signal): "ended by signal \(signal) (\(String(cString: strsignal(signal))))"
    case .exited(let status): "ended with status \(status)"
    case .tooLarge: "stopped because its answer was too large"
    }
  }
}
