// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc
import IndexSchema
import Logging
import PassageSearch
import Processes
import XapianStore

/// Answers through a worker process, which is started on demand and replaced when it ends.
final class WorkerAnswerer: Answerer {
  /// Time after the deadline at which a worker without an answer is killed.
  static let grace = Duration.milliseconds(150)
  /// Additional time for a worker's first answer from an index that it must open.
  static let opening = Duration.seconds(30)
  /// How often to check whether the client is still waiting.
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
      // Already logged, once.
      return Reply(answer: .problem(damage, isLogged: false))
    }
    if let watch, watch.changes != changes {
      // The worker still has the previous files open.
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

  /// Sends a question, starting a new worker if the current one has ended since its last answer.
  private func sent(_ question: Question) throws(WorkerFailure) -> WorkerProcess {
    if let worker {
      do throws(WorkerFailure) {
        try worker.send(question.message)
        return worker
      } catch {
        log(error, "a worker ended while idle")
        lose()
      }
    }
    let worker = try started()
    try worker.send(question.message)
    return worker
  }

  private func started() throws(WorkerFailure) -> WorkerProcess {
    guard backoff.allows else {
      throw .notStarted("recent workers failed immediately; the next is started after a pause")
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
        // The message that cancelled the search is answered too, with an empty message.
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
      log(failure, "a worker was killed because it did not answer in time")
      return .problem(
        IndexError(
          .deadline, "The request took longer than \(deadline.seconds) s and was stopped.",
          hint: "Simplify it: use fewer patterns, a shorter phrase, or add rarer words."))
    case .notStarted(let reason):
      log(failure, "no worker could be started")
      return .problem(
        IndexError(
          .unavailable, "The request cannot be answered now.", hint: "Try again.",
          underlying: "No worker: \(reason)"))
    case .killed, .exited, .tooLarge:
      lose()
      backoff.failed()
      log(failure, "a worker ended while answering; the index may be damaged")
      return .problem(
        IndexError(
          .crashed, "The process answering the request ended: \(failure.cause).",
          hint: "The index may be damaged; `pamphlet check` verifies it."))
    }
  }

  /// Discards the worker and counts its end.
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
  /// Description of the failure for logs.
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
  /// Seconds, without decimals if there are none.
  var seconds: String {
    let value = self / .seconds(1)
    return value == value.rounded() ? String(Int(value)) : String(value)
  }
}
