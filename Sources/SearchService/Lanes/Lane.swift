// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema
import Synchronization

/// A queue of questions and the threads that answer them.
final class Lane: Sendable {
  /// The outcome of submitting a question.
  enum Outcome: Sendable {
    case reply(Reply)
    /// The question turned out to belong in another lane while it waited.
    case moved
    /// The client stopped waiting.
    case gone
    /// Too many questions are waiting, or this one waited too long.
    case refused(afterSeconds: Int)
  }

  /// A thread and its answerer.
  ///
  /// Sendable because the answerer is only used on that thread.
  private final class Station: @unchecked Sendable {
    let thread: WorkThread
    let answerer: any Answerer

    init(_ answerer: any Answerer) throws(IndexError) {
      thread = try WorkThread()
      self.answerer = answerer
    }
  }

  private enum Grant {
    case station(Station)
    case moved, gone, refused
  }

  private struct Ticket {
    var number: UInt64
    var isMisplaced: @Sendable () -> Bool
    var continuation: CheckedContinuation<Grant, Never>
  }

  private struct State {
    var idle: [Station]
    var queue = FairQueue<Client, Ticket>()
    var lastNumber: UInt64 = 0
  }

  /// Name of the lane in metrics.
  let name: String
  /// Number of questions answered at once.
  let width: Int
  private let bound: Int
  private let patience: Duration
  private let metrics: Metrics
  private let state: Mutex<State>

  /// Creates a lane with a thread for each answerer.
  ///
  /// - Parameters:
  ///   - bound: Maximum number of waiting questions.
  ///   - patience: Maximum waiting time of a question.
  init(
    _ name: String, _ answerers: [any Answerer], bound: Int, patience: Duration, metrics: Metrics
  ) throws(IndexError) {
    self.name = name
    self.bound = bound
    self.patience = patience
    self.metrics = metrics
    width = answerers.count
    var stations: [Station] = []
    for answerer in answerers { stations.append(try Station(answerer)) }
    state = Mutex(State(idle: stations))
  }

  /// Number of waiting questions.
  var queueLength: Int { state.withLock { $0.queue.count } }

  /// Answers a question when its client's turn comes.
  ///
  /// - Parameters:
  ///   - connection: Connection that the answer goes to; if it is lost, the question is dropped.
  ///   - isMisplaced: Whether the question belongs in another lane; evaluated when its turn
  ///     comes.
  func answer(
    _ question: Question, of client: Client, to connection: Connection?,
    isMisplaced: @Sendable @escaping () -> Bool = { false }
  ) async -> Outcome {
    let start = ContinuousClock.now
    let grant = await grant(client, connection, isMisplaced)
    metrics.waited(in: name, seconds: (ContinuousClock.now - start) / .seconds(1))
    switch grant {
    case .moved: return .moved
    case .gone: return .gone
    case .refused: return .refused(afterSeconds: retryAfter)
    case .station(let station):
      let reply = await station.thread.run {
        station.answerer.reply(to: question) { connection?.isLost ?? false }
      }
      if reply.isSpent {
        Task {
          await station.thread.run { station.answerer.replace() }
          release(station)
        }
      } else {
        release(station)
      }
      return .reply(reply)
    }
  }

  /// Estimated time until there is room again, in seconds.
  private var retryAfter: Int { min(30, 1 + queueLength / max(1, width)) }

  private func grant(
    _ client: Client, _ connection: Connection?, _ isMisplaced: @Sendable @escaping () -> Bool
  ) async -> Grant {
    let (station, number) = state.withLock { state -> (Station?, UInt64) in
      state.lastNumber += 1
      return (state.queue.count == 0 ? state.idle.popLast() : nil, state.lastNumber)
    }
    if let station { return .station(station) }
    let timer = Task {
      try await Task.sleep(for: patience)
      leave(number, client, .refused)
    }
    defer { timer.cancel() }
    connection?.whenLost { [weak self] in self?.leave(number, client, .gone) }
    return await withCheckedContinuation { continuation in
      let ticket = Ticket(
        number: number, isMisplaced: isMisplaced, continuation: continuation)
      enqueue(ticket, client, connection)
    }
  }

  private func enqueue(_ ticket: Ticket, _ client: Client, _ connection: Connection?) {
    let resumed = state.withLock { state -> (Ticket, Grant)? in
      // Checked under the lock: a client that is lost later will find its ticket in the queue.
      if connection?.isLost == true { return (ticket, .gone) }
      if state.queue.count == 0, let station = state.idle.popLast() {
        return (ticket, .station(station))
      }
      guard state.queue.count >= bound else {
        state.queue.append(ticket, of: client)
        return nil
      }
      guard let other = state.queue.makeRoom(for: client) else { return (ticket, .refused) }
      state.queue.append(ticket, of: client)
      return (other, .refused)
    }
    resumed?.0.continuation.resume(returning: resumed?.1 ?? .refused)
  }

  /// Removes a question from the queue if it is still waiting.
  private func leave(_ number: UInt64, _ client: Client, _ grant: Grant) {
    let ticket = state.withLock { state in
      state.queue.remove(of: client) { $0.number == number }
    }
    ticket?.continuation.resume(returning: grant)
  }

  /// Gives a free station to the next question that still belongs in this lane.
  private func release(_ station: Station) {
    while true {
      let ticket = state.withLock { state -> Ticket? in
        let ticket = state.queue.popFirst()
        if ticket == nil { state.idle.append(station) }
        return ticket
      }
      guard let ticket else { return }
      guard ticket.isMisplaced() else {
        return ticket.continuation.resume(returning: .station(station))
      }
      ticket.continuation.resume(returning: .moved)
    }
  }
}
