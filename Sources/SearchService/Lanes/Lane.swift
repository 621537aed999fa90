// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema
import Synchronization

/// Some threads that answer questions, and the queue before them.
final class Lane: Sendable {
  /// What becomes of a question in a lane.
  enum Outcome: Sendable {
    case reply(Reply)
    /// It belongs in another lane, as turned out while it waited.
    case moved
    /// The client no longer waits.
    case gone
    /// Too many wait, or it has waited for too long.
    case refused(afterSeconds: Int)
  }

  /// A thread with who answers on it.
  ///
  /// Sendable because the answerer is touched on the thread only.
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

  /// Its name in metrics.
  let name: String
  /// How many questions it answers at once.
  let width: Int
  private let bound: Int
  private let patience: Duration
  private let metrics: Metrics
  private let state: Mutex<State>

  /// Makes a lane of some answerers.
  ///
  /// - Parameters:
  ///   - bound: How many questions may wait.
  ///   - patience: How long one may wait.
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

  /// How many questions wait.
  var queueLength: Int { state.withLock { $0.queue.count } }

  /// Answers a question when the turn of its client comes.
  ///
  /// - Parameters:
  ///   - connection: Where the answer goes; if it is lost, the question is given up.
  ///   - isMisplaced: Whether the question belongs in another lane, asked when its turn comes.
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

  /// A guess at when there is room again, in seconds.
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
      // Asked under the lock: whoever is lost after this is found in the queue.
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

  /// Takes a question out of the queue, if it still waits.
  private func leave(_ number: UInt64, _ client: Client, _ grant: Grant) {
    let ticket = state.withLock { state in
      state.queue.remove(of: client) { $0.number == number }
    }
    ticket?.continuation.resume(returning: grant)
  }

  /// Gives a free station to the next question that still belongs here.
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
