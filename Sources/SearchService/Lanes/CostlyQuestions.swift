// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import SearchAPI
import Synchronization

/// Predicts which questions are costly.
///
/// It remembers which ones recently took long, and which clients are waiting for costly answers.
final class CostlyQuestions: Sendable {
  /// How long a costly question is remembered.
  private static let memory = Duration.seconds(60)
  /// Maximum number of questions remembered.
  private static let capacity = 4_096
  /// Maximum number of words in a query that is probably cheap.
  private static let fewWords = 12

  private struct State {
    var until: [String: ContinuousClock.Instant] = [:]
    var pending: [Client: Int] = [:]
  }

  private let state = Mutex(State())

  /// Whether a question is expected to be costly.
  ///
  /// It is if its form says so, if it recently took long, or if it does not look cheap and its
  /// client is already waiting for a costly answer.
  func isCostly(_ target: RequestTarget, _ route: Route, of client: Client) -> Bool {
    if Self.isCostlyByForm(target, route) { return true }
    let looksCheap = Self.looksCheap(target, route)
    return state.withLock { state in
      if !looksCheap, state.pending[client, default: 0] > 0 { return true }
      guard let until = state.until[target.raw] else { return false }
      if until > .now { return true }
      state.until[target.raw] = nil
      return false
    }
  }

  /// Remembers that a question took long.
  func note(_ target: RequestTarget) {
    state.withLock { state in
      if state.until.count >= Self.capacity { state.until = [:] }
      state.until[target.raw] = .now + Self.memory
    }
  }

  /// Records that a client is waiting for a costly answer.
  func began(_ client: Client) { state.withLock { $0.pending[client, default: 0] += 1 } }

  /// Records that the client has received it.
  func finished(_ client: Client) {
    state.withLock { state in
      let count = state.pending[client, default: 0] - 1
      state.pending[client] = count > 0 ? count : nil
    }
  }

  private static func isCostlyByForm(_ target: RequestTarget, _ route: Route) -> Bool {
    route.operation == .concordance
      || route.operation == .resultsPage && target.value("view") == "concordance"
      || route.endpoint.isSearch && target.value("explain") == "true"
  }

  /// Whether a question consists of a few plain words, or is not a search at all.
  static func looksCheap(_ target: RequestTarget, _ route: Route) -> Bool {
    guard route.endpoint.isSearch else { return true }
    let plain: Set = ["q", "limit", "snippet"]
    guard target.parameters.allSatisfy({ plain.contains($0.name) }) else { return false }
    let query = target.value("q") ?? ""
    let signs: Set<UInt8> = Set("*?~\"(:^".utf8)
    return !query.utf8.contains(where: signs.contains)
      && query.split(separator: " ").count <= fewWords
      && !query.contains("NEAR") && !query.contains("“")
  }
}
