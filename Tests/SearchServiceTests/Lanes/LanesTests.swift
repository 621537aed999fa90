// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc
import Synchronization
import Testing

@testable import SearchService

struct LanesTests {
  /// Answers questions whose cost in milliseconds is their last part: `/v1/search?q=250`.
  private final class Sleeper: Answerer {
    let name: String

    init(_ name: String) { self.name = name }

    func reply(to question: Question, isCancelled: () -> Bool) -> Reply {
      let cost = question.target.split(separator: "=").last.flatMap { Int($0) } ?? 0
      let limit = question.microseconds / 1_000
      usleep(UInt32(min(cost, limit) * 1_000))
      if question.isTrial, cost > limit { return Reply() }
      var answer = Answer.text(name, "text/plain")
      answer.isCut = cost > limit
      return Reply(answer: answer)
    }

    func replace() {}
  }

  private func lanes(deadline: Duration = .seconds(2)) throws -> Lanes {
    try Lanes(readers: 2, deadline: deadline, metrics: Metrics()) {
      Sleeper($0 ? "fast" : "slow")
    }
  }

  private func ask(
    _ lanes: Lanes, _ target: String, _ client: String = "192.0.2.1",
    _ connection: Connection? = nil
  ) async throws -> Answer {
    let target = try #require(RequestTarget(target))
    let route = try #require(Route(target.path))
    return await lanes.answer(
      target, route, ifNoneMatch: nil, of: Client(IPAddress(client)), to: connection)
  }

  @Test func `what takes long is answered by the slow lane, the next time at once`() async throws {
    let lanes = try lanes()
    #expect(try await ask(lanes, "/v1/search?q=1").body == Array("fast".utf8))
    #expect(try await ask(lanes, "/v1/search?q=300").body == Array("slow".utf8))
    let waits = lanes.fast.queueLength
    #expect(try await ask(lanes, "/v1/search?q=300").body == Array("slow".utf8))
    #expect(waits == 0)
    #expect(try await ask(lanes, "/v1/concordance?q=1").body == Array("slow".utf8))
  }

  @Test func `an answer that the deadline cuts says so`() async throws {
    let lanes = try lanes(deadline: .milliseconds(100))
    #expect(try await ask(lanes, "/v1/search?q=5000").isCut)
    #expect(try await !ask(lanes, "/v1/search?q=60").isCut)
    #expect(try await ask(self.lanes(deadline: .milliseconds(20)), "/v1/search?q=500").isCut)
  }

  @Test(.timeLimit(.minutes(15)))
  func `a cheap question does not wait behind costly ones`() async throws {
    let lanes = try lanes(deadline: .milliseconds(700))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<8 {
        group.addTask { _ = try await self.ask(lanes, "/v1/search?q=\"\(number)\"&limit=700") }
      }
      try await Task.sleep(for: .milliseconds(100))
      let start = ContinuousClock.now
      let answer = try await ask(lanes, "/v1/search?q=1")
      #expect(answer.body == Array("fast".utf8))
      // Generous: the machine may be loaded. Behind the costly ones it would take 2,800.
      #expect(.now - start < .milliseconds(2_000))
      try await group.waitForAll()
    }
  }

  @Test(.timeLimit(.minutes(15)))
  func `too many questions of one client are refused, with a time to come again`() async throws {
    let lane = try Lane(
      "test", [Sleeper("one")], bound: 3, patience: .seconds(60), metrics: Metrics())
    let question = Question(target: "q=100", microseconds: 1_000_000, isTrial: false)
    let refused = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<10 {
        group.addTask {
          let outcome = await lane.answer(question, of: Client(IPAddress("192.0.2.1")), to: nil)
          if case .refused(let seconds) = outcome { return seconds > 0 }
          return false
        }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    // One is answered and three wait; more come in while those are answered.
    #expect((1...6).contains(refused))
  }

  @Test(.timeLimit(.minutes(15)))
  func `nobody waits for longer than is bearable`() async throws {
    let busy = Busy()
    let lane = try Lane(
      "test", [busy], bound: 100, patience: .milliseconds(50), metrics: Metrics())
    let question = Question(target: "q=1", microseconds: 1_000_000, isTrial: false)
    // Whichever comes second waits for the other, which goes on until the second was refused:
    // nothing depends on how fast this machine is.
    let refused = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<2 {
        group.addTask {
          guard case .refused = await lane.answer(question, of: Client(nil), to: nil) else {
            return false
          }
          busy.finish()
          return true
        }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(refused == 1)
  }

  /// Goes on with its first question until it is told to finish.
  private final class Busy: Answerer, Sendable {
    private let isFinished = Mutex(false)

    func finish() { isFinished.withLock { $0 = true } }

    func reply(to question: Question, isCancelled: () -> Bool) -> Reply {
      while !isFinished.withLock({ $0 }) { usleep(1_000) }
      return Reply(answer: Answer.text("done", "text/plain"))
    }

    func replace() {}
  }
}
