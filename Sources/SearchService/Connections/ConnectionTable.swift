// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import NIOCore
import Synchronization

/// The open connections, fewer than a bound: a new one closes the one that has been idle longest.
///
/// So clients that open connections and say nothing cannot shut others out, and handles are left for
/// the index and the workers.
final class ConnectionTable: Sendable {
  private struct Entry {
    var connection: Connection
    /// How many of its requests are being answered.
    var answering = 0
    /// When it became idle, as a count of such moments.
    var idleSince: UInt64 = 0
  }

  private struct State {
    var entries: [ObjectIdentifier: Entry] = [:]
    /// The idle connections in the order in which they became so, with some that no longer are.
    var idle: [(channel: ObjectIdentifier, since: UInt64)] = []
    var firstIdle = 0
    var moments: UInt64 = 0

    mutating func becameIdle(_ id: ObjectIdentifier) {
      moments += 1
      entries[id]?.idleSince = moments
      idle.append((id, moments))
      // Those that no longer are so are left behind in bulk.
      if idle.count > 64, idle.count > 4 * entries.count {
        idle = idle[firstIdle...].filter { entries[$0.channel]?.idleSince == $0.since }
        firstIdle = 0
      }
    }

    /// The connection that has been idle longest, which is then no longer counted among the idle.
    mutating func takeOldest(but newcomer: ObjectIdentifier) -> Connection? {
      while firstIdle < idle.count {
        let (id, since) = idle[firstIdle]
        firstIdle += 1
        if firstIdle > 1_024, firstIdle > idle.count / 2 {
          idle.removeFirst(firstIdle)
          firstIdle = 0
        }
        guard id != newcomer, let entry = entries[id], entry.idleSince == since,
          entry.answering == 0
        else { continue }
        return entry.connection
      }
      return nil
    }
  }

  /// How many connections may be open.
  let bound: Int
  private let metrics: Metrics
  private let state = Mutex(State())

  init(bound: Int, metrics: Metrics) {
    self.bound = bound
    self.metrics = metrics
  }

  /// How many connections are open.
  var count: Int { state.withLock { $0.entries.count } }

  /// The connection of a channel; `nil` if it is not of this table.
  func connection(of channel: any Channel) -> Connection? {
    state.withLock { $0.entries[ObjectIdentifier(channel)]?.connection }
  }

  /// Takes up a new connection, and closes another, or it, if there are too many.
  func opened(_ channel: any Channel) {
    let shed = state.withLock { state -> Connection? in
      let id = ObjectIdentifier(channel)
      let connection = Connection(state.moments, channel)
      state.entries[id] = Entry(connection: connection)
      // Chosen first: the newcomer is closed only if all others are being answered.
      let oldest = state.entries.count > bound ? state.takeOldest(but: id) : nil
      state.becameIdle(id)
      return state.entries.count > bound ? oldest ?? connection : nil
    }
    guard let shed else { return }
    metrics.count(.connectionClosed)
    shed.close()
  }

  /// Forgets a connection.
  func closed(_ channel: any Channel) {
    let entry = state.withLock { $0.entries.removeValue(forKey: ObjectIdentifier(channel)) }
    entry?.connection.lose()
  }

  /// A request of a connection begins to be answered: until the answer it is not closed for others.
  func began(_ channel: any Channel) {
    state.withLock { $0.entries[ObjectIdentifier(channel)]?.answering += 1 }
  }

  /// The answer is there.
  func finished(_ channel: any Channel) {
    state.withLock { state in
      let id = ObjectIdentifier(channel)
      guard let entry = state.entries[id] else { return }
      state.entries[id]?.answering = entry.answering - 1
      if entry.answering == 1 { state.becameIdle(id) }
    }
  }
}
