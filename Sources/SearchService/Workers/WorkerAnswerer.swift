// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc
import Logging
import IndexSchema
import XapianStore
import PassageSearch
import Processes

/// Answers by a worker process, which it starts when needed and replaces when it ends.
final class WorkerAnswerer: Answerer {
  /// How long after the deadline a worker is ended that has not answered.
  static let grace = Duration.milliseconds(150)
  /// How long a worker may take to open an index that it has not answered from.
  static let opening = Duration.seconds(30)
  /// How often it looks whether the client still waits.
  private static let tick = Duration.milliseconds(20)

  private let program: WorkerProgram
  private let index: String
  private let isFast: Bool
  private let deadline: Duration
  private let watch: IndexWatch?
  private let metrics: Metrics
  private let logger: Logger
  private var worker: WorkerProcess?
  private var generation: Int?
  private var changes = 0
  private var backoff = Backoff()

  init(
    _ program: WorkerProgram, index: String, isFast: Bool, deadline: Duration,
    watch: IndexWatch?, metrics: Metrics, logger: Logger
  ) {
    self.program = program
    self.index = index
    self.isFast = isFast
    self.deadline = deadline
    self.watch = watch
    self.metrics = metrics
    self.logger = logger
  }

  func reply(to question: Question, isCancelled: () -> Bool) -> Reply {
    if let damage = watch?.damage() {
      // It has been logged, once.
      return Reply(answer: .problem(damage, isLogged: false))
    }
    if let watch, watch.changes != changes {
      // The worker has the files open that were there before.
      changes = watch.changes
      lose(.replaced)
    }
    do throws(WorkerFailure) {
      let worker = try sent(question)
      return try received(from: worker, isCancelled)
    } catch {
      return Reply(answer: problem(error))
    }
  }

  func replace() {
    lose(.replaced)
    _ = try? started()
  }

  /// Sends a question, to a new worker if the one there is has ended since it last answered.
  private func sent(_ question: Question) throws(WorkerFailure) -> WorkerProcess {
    if let worker {
      do throws(WorkerFailure) {
        try worker.send(question.message)
        return worker
      } catch {
        log(error, "a worker ended while it had nothing to do")
        lose()
      }
    }
    let worker = try started()
    try worker.send(question.message)
    return worker
  }

  private func started() throws(WorkerFailure) -> WorkerProcess {
    guard backoff.allows else {
      throw .notStarted("the last ones ended at once; the next is started in a moment")
    }
    let worker = try WorkerProcess(
      program.path, program.arguments + [isFast ? "fast" : "slow", "--index", index])
    self.worker = worker
    metrics.count(.workerStarted)
    return worker
  }

  private func received(
    from worker: WorkerProcess, _ isCancelled: () -> Bool
  ) throws(WorkerFailure) -> Reply {
    let published = try? LocalStore.publishedGeneration(at: index)
    let isOpening = generation == nil || generation != published
    let end = ContinuousClock.now + (isOpening ? Self.opening : .zero) + deadline + Self.grace
    var isStopped = false
    while true {
      do throws(WorkerFailure) {
        let bytes = try worker.receive(until: min(end, .now + Self.tick))
        // The message that stopped the search is answered too, by nothing.
        if isStopped { _ = try worker.receive(until: end) }
        guard let reply = Reply(message: bytes) else { throw .exited(status: -1) }
        backoff.succeeded()
        generation = reply.generation
        return reply
      } catch .timedOut {
        if ContinuousClock.now >= end {
          worker.end()
          throw .timedOut
        }
        if !isStopped, isCancelled() {
          try worker.send([])
          isStopped = true
        }
      }
    }
  }

  private func problem(_ failure: WorkerFailure) -> Answer {
    switch failure {
    case .timedOut:
      lose(.killed)
      log(failure, "a worker was ended: it did not answer in time")
      return .problem(
        IndexError(
          .deadline, "The question took longer than \(deadline.seconds) s and was ended.",
          hint: "Ask for less: fewer patterns, a shorter phrase, or add words that are rarer."))
    case .notStarted(let reason):
      log(failure, "no worker can be started")
      return .problem(
        IndexError(
          .unavailable, "The question cannot be answered now.", hint: "Ask again.",
          underlying: "No worker: \(reason)"))
    case .killed, .exited, .tooLarge:
      lose()
      backoff.failed()
      log(failure, "a worker ended while it answered: the index may be damaged")
      return .problem(
        IndexError(
          .crashed, "The process that was to answer ended: \(failure.cause).",
          hint: "The index may be damaged: `pamphlet check` finds out."))
    }
  }

  /// Forgets the worker.
  private func lose(_ event: Metrics.Event? = nil) {
    guard worker != nil else { return }
    worker = nil
    generation = nil
    metrics.count(.workerEnded)
    if let event { metrics.count(event) }
  }

  private func log(_ failure: WorkerFailure, _ message: Logger.Message) {
    logger.error(
      message,
      metadata: [
        "cause": "\(failure.cause)", "index": "\(index)", "lane": "\(isFast ? "fast" : "slow")",
        "hint": "run `pamphlet check`",
      ])
  }
}

extension WorkerFailure {
  /// What happened, for the log.
  var cause: String {
    switch self {
    case .notStarted(let reason): reason
    case .timedOut: "no answer in time"
    case .killed(let signal): "signal \(signal) (\(String(cString: strsignal(signal))))"
    case .exited(let status): "exit status \(status)"
    case .tooLarge: "an answer that is too large"
    }
  }
}

extension Duration {
  /// Seconds, without decimals where there are none.
  var seconds: String {
    let value = self / .seconds(1)
    return value == value.rounded() ? String(Int(value)) : String(value)
  }
}
