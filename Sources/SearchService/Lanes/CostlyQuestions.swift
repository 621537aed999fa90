// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import SearchAPI
import Synchronization

/// What is known beforehand of the cost of questions: which took long lately, and who waits for the
/// answers to such.
final class CostlyQuestions: Sendable {
  /// How long it is remembered that a question took long.
  private static let memory = Duration.seconds(60)
  /// How many are remembered at most.
  private static let most = 4_096
  /// The most words of a query that is likely cheap.
  private static let fewWords = 12

  private struct State {
    var until: [String: ContinuousClock.Instant] = [:]
    var pending: [Client: Int] = [:]
  }

  private let state = Mutex(State())

  /// Whether a question is taken for costly: by its form; because it was lately; or because its
  /// client waits for a costly one already and it does not look cheap.
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
      if state.until.count >= Self.most { state.until = [:] }
      state.until[target.raw] = .now + Self.memory
    }
  }

  /// A client waits for the answer to a costly question.
  func began(_ client: Client) { state.withLock { $0.pending[client, default: 0] += 1 } }

  /// It has the answer.
  func finished(_ client: Client) {
    state.withLock { state in
      let count = state.pending[client, default: 0] - 1
      state.pending[client] = count > 0 ? count : nil
    }
  }

  private static func isCostlyByForm(_ target: RequestTarget, _ route: Route) -> Bool {
    route.operation == .concordance
      || route.endpoint.isSearch && target.value("explain") == "true"
  }

  /// Whether a question is a few plain words, or no search at all.
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
