// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import PassageIndex
import SearchAPI

/// Keeps cheap questions from waiting behind costly ones.
///
/// What a question costs is hardly to be told from its words, so it is tried: every question runs in
/// the fast lane for a short time, and what is not answered by then goes to the slow lane, which has
/// workers of its own at low priority. So a cheap question waits for a few such trials at most.
final class Lanes: Sendable {
  /// How long a question is tried in the fast lane.
  static let trial = Duration.milliseconds(40)

  /// The lane of cheap questions.
  let fast: Lane
  /// The lane of costly ones.
  let slow: Lane
  private let deadline: Duration
  private let costly = CostlyQuestions()
  private let metrics: Metrics

  /// Makes the lanes.
  ///
  /// - Parameters:
  ///   - deadline: How long a search may take.
  ///   - answerer: Makes those who answer, for the fast lane or the slow one.
  init(
    readers: Int, deadline: Duration, metrics: Metrics, answerer: (_ isFast: Bool) -> any Answerer
  ) throws(IndexError) {
    self.deadline = deadline
    self.metrics = metrics
    let readers = max(1, readers)
    fast = try Lane(
      "fast", (0..<readers).map { _ in answerer(true) }, bound: ServiceLimits.waiting,
      patience: ServiceLimits.patience, metrics: metrics)
    // One core's worth is left to the fast lane.
    slow = try Lane(
      "slow", (0..<max(1, readers - 1)).map { _ in answerer(false) },
      bound: ServiceLimits.waitingCostly, patience: ServiceLimits.patience, metrics: metrics)
  }

  /// Answers a question to the index.
  func answer(
    _ target: RequestTarget, _ route: Route, ifNoneMatch: String?, of client: Client,
    to connection: Connection?
  ) async -> Answer {
    var question = Question(
      target: target.raw, ifNoneMatch: ifNoneMatch, microseconds: deadline.microseconds,
      isTrial: false)
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
        // The next time it does not keep others waiting.
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

  /// What nobody reads: the client is gone.
  private static let lost = Answer.problem(
    IndexError(.unavailable, "The connection was closed before the answer."), isLogged: false)

  private static func overloaded(_ seconds: Int) -> Answer {
    .problem(
      IndexError(
        .unavailable, "Too many requests wait to be answered.",
        hint: "Ask again in \(seconds) s, or make the query narrower."),
      retryAfter: seconds, isLogged: false)
  }
}

extension Duration {
  /// Whole microseconds.
  var microseconds: Int { Int(self / .microseconds(1)) }
}
