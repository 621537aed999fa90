// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import ArgumentParser
import FoundationEssentials
import Glibc
import IndexSchema
import Ingestion
import Processes
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
  @Flag(help: .hidden) var examiner = false

  func run() throws {
    let path = try index.resolved()
    guard !examiner else {
      let examiner = Examiner(index: path)
      return Worker.serve { examiner.answer($0) }
    }
    let bar = ProgressBar(isShown: Terminal().isError)
    let process = try ExaminerProcess(index: path)
    let report = try check(
      index: path,
      by: { (step) throws(LostExaminer) in try process.examine(step) },
      onProgress: { bar.show($0) })
    bar.end()
    for fault in report.faults { print(fault) }
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
}

/// Runs the steps of a check in a separate process, which a damaged index may crash.
private final class ExaminerProcess {
  /// Time limit of a step that reads works.
  private static let timeLimit = Duration.seconds(120)
  /// Additional time for each gigabyte of tables.
  private static let timeForGigabyte = Duration.seconds(120)

  private let index: String
  private let tablesLimit: Duration
  private var worker: WorkerProcess?

  init(index: String) throws(IndexError) {
    self.index = index
    let gigabytes = Double(try IndexCheck.size(ofIndexAt: index)) / 1e9
    tablesLimit = Self.timeLimit + Self.timeForGigabyte * gigabytes
  }

  func examine(_ step: CheckStep) throws(LostExaminer) -> CheckFinding {
    let answer: [UInt8]
    do throws(WorkerFailure) {
      let worker = try running()
      let limit = step == .tables ? tablesLimit : Self.timeLimit
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
    let started = try WorkerProcess(program, ["check", "--examiner", "--index", index])
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
