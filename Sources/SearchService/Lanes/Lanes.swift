// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema
import SearchAPI

/// Keeps cheap questions from waiting behind costly ones.
///
/// The cost of a question can hardly be predicted from its words, so it is measured. Each question
/// first runs briefly in the fast lane. If it is not finished in time, it moves to the slow lane,
/// which has its own low-priority workers. A cheap question therefore waits for only a few such
/// trials.
final class Lanes: Sendable {
  /// Time limit for a question in the fast lane.
  static let trial = Duration.milliseconds(40)

  /// Lane for cheap questions.
  let fast: Lane
  /// Lane for costly questions.
  let slow: Lane
  private let deadline: Duration
  private let costly = CostlyQuestions()
  private let metrics: Metrics

  /// Creates the lanes.
  ///
  /// - Parameters:
  ///   - readers: Number of workers in the fast lane.
  ///   - deadline: Time limit for a search.
  ///   - answerer: Creates an answerer for the fast or the slow lane.
  init(
    readers: Int, deadline: Duration, metrics: Metrics, answerer: (_ isFast: Bool) -> any Answerer
  ) throws(IndexError) {
    self.deadline = deadline
    self.metrics = metrics
    let readers = max(1, readers)
    fast = try Lane(
      "fast", (0..<readers).map { _ in answerer(true) }, bound: ServiceLimits.waiting,
      patience: ServiceLimits.patience, metrics: metrics)
    // Leaves one core to the fast lane.
    slow = try Lane(
      "slow", (0..<max(1, readers - 1)).map { _ in answerer(false) },
      bound: ServiceLimits.waitingCostly, patience: ServiceLimits.patience, metrics: metrics)
  }

  /// Answers a question, in the fast or the slow lane.
  func answer(
    _ target: RequestTarget, _ route: Route, ifNoneMatch: String?, asker: Asker = Asker(),
    of client: Client, to connection: Connection?
  ) async -> Answer {
    var question = Question(
      target: target.raw, ifNoneMatch: ifNoneMatch, microseconds: deadline.microseconds,
      asker: asker, isTrial: false)
    let isShort = deadline <= Self.trial
    if !costly.isCostly(target, route, of: client) {
      question.microseconds = (isShort ? deadline : Self.trial).microseconds
      question.isTrial = !isShort
      let start = ContinuousClock.now
      let outcome = await fast.answer(question, of: client, to: nil) { [costly] in
        costly.isCostly(target, route, of: client)
      }
      switch outcome {
      case .reply(let reply):
        // Next time it goes straight to the slow lane.
        if route.endpoint.isSearch, reply.answer == nil { costly.note(target) }
        if let answer = reply.answer { return noted(answer) }
        question.microseconds = (deadline - min(Self.trial, .now - start)).microseconds
      case .moved: question.microseconds = deadline.microseconds
      case .gone: return Self.lost
      case .refused(let seconds): return Self.overloaded(seconds)
      }
      question.isTrial = false
    }
    costly.began(client)
    defer { costly.finished(client) }
    switch await slow.answer(question, of: client, to: connection) {
    case .reply(let reply): return noted(reply.answer ?? Self.lost)
    case .gone, .moved: return Self.lost
    case .refused(let seconds): return Self.overloaded(seconds)
    }
  }

  private func noted(_ answer: Answer) -> Answer {
    if answer.isCut { metrics.count(.cut) }
    return answer
  }

  /// An answer that nobody will read, since the client is gone.
  private static let lost = Answer.problem(
    IndexError(.unavailable, "The connection was closed before the answer."), isLogged: false)

  private static func overloaded(_ seconds: Int) -> Answer {
    .problem(
      IndexError(
        .unavailable, "Too many requests are waiting.",
        hint: "Try again in \(seconds) s, or use a more specific query."),
      retryAfter: seconds, isLogged: false)
  }
}

extension Duration {
  /// Duration in whole microseconds.
  var microseconds: Int { Int(self / .microseconds(1)) }
}
