// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import NIOCore
import Synchronization

/// The open connections, up to a limit; beyond it, the longest idle one is closed.
///
/// Clients that open connections without sending anything therefore cannot lock out others, and
/// file handles remain available for the index and the workers.
final class ConnectionTable: Sendable {
  private struct Entry {
    var connection: Connection
    /// Number of its requests currently being answered.
    var answering = 0
    /// Logical time when it became idle.
    var idleSince: UInt64 = 0
  }

  private struct State {
    var entries: [ObjectIdentifier: Entry] = [:]
    /// Connections in the order in which they became idle; may include some that are busy again.
    var idle: [(channel: ObjectIdentifier, since: UInt64)] = []
    var firstIdle = 0
    var moments: UInt64 = 0

    mutating func becameIdle(_ id: ObjectIdentifier) {
      moments += 1
      entries[id]?.idleSince = moments
      idle.append((id, moments))
      // Outdated entries are removed in bulk.
      if idle.count > 64, idle.count > 4 * entries.count {
        idle = idle[firstIdle...].filter { entries[$0.channel]?.idleSince == $0.since }
        firstIdle = 0
      }
    }

    /// Removes and returns the connection that has been idle longest; `nil` if there is none.
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

  /// Maximum number of open connections.
  let bound: Int
  private let metrics: Metrics
  private let state = Mutex(State())

  init(bound: Int, metrics: Metrics) {
    self.bound = bound
    self.metrics = metrics
  }

  /// Number of open connections.
  var count: Int { state.withLock { $0.entries.count } }

  /// The connection for a channel; `nil` if it is not in the table.
  func connection(of channel: any Channel) -> Connection? {
    state.withLock { $0.entries[ObjectIdentifier(channel)]?.connection }
  }

  /// Adds a connection; if that exceeds the limit, closes the longest idle one, or else this one.
  func opened(_ channel: any Channel) {
    let shed = state.withLock { state -> Connection? in
      let id = ObjectIdentifier(channel)
      let connection = Connection(state.moments, channel)
      state.entries[id] = Entry(connection: connection)
      // Chosen first, so that the new connection is closed only if all others are busy.
      let oldest = state.entries.count > bound ? state.takeOldest(but: id) : nil
      state.becameIdle(id)
      return state.entries.count > bound ? oldest ?? connection : nil
    }
    guard let shed else { return }
    metrics.count(.connectionClosed)
    shed.close()
  }

  /// Removes a connection that was closed.
  func closed(_ channel: any Channel) {
    let entry = state.withLock { $0.entries.removeValue(forKey: ObjectIdentifier(channel)) }
    entry?.connection.lose()
  }

  /// Records that a request is being answered; until it is, the connection is not closed for
  /// others.
  func began(_ channel: any Channel) {
    state.withLock { $0.entries[ObjectIdentifier(channel)]?.answering += 1 }
  }

  /// Records that a request has been answered.
  func finished(_ channel: any Channel) {
    state.withLock { state in
      let id = ObjectIdentifier(channel)
      guard let entry = state.entries[id] else { return }
      state.entries[id]?.answering = entry.answering - 1
      if entry.answering == 1 { state.becameIdle(id) }
    }
  }
}
