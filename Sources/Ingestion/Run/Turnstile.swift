// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc

/// Lets threads wait for each other in two ways: for their turn, and for memory.
///
/// The threads are our own, never Swift's cooperative ones, so waiting blocks nobody else.
///
/// Sendable because every stored property is read and written under `mutex`.
final class Turnstile<Unit>: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var nextTicket = 0
  private var turn = 0
  private var passed: Set<Int> = []
  private var bytesInUse = 0
  private let source: () -> (unit: Unit, size: Int)?
  private var pending: (unit: Unit, size: Int)?
  private var isExhausted = false
  private let byteLimit: Int

  /// Creates a turnstile that lends memory up to a limit.
  ///
  /// - Parameter source: Gives the next unit of work and the bytes that it needs, and `nil` behind
  ///   the last; called by one thread at a time.
  init(byteLimit: Int, source: @escaping () -> (unit: Unit, size: Int)?) {
    self.byteLimit = byteLimit
    self.source = source
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  /// Takes the next ticket, and with it a unit of work and the memory for it.
  ///
  /// Tickets are given out in order and each with its memory, so that nobody who holds one waits
  /// for memory: waiting for a turn can then not lock up. A unit beyond the limit gets its memory
  /// when nothing else is in use.
  ///
  /// - Returns: `nil` when all units are taken.
  func enter() -> (ticket: Int, unit: Unit, size: Int)? {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while true {
      if pending == nil, !isExhausted {
        pending = source()
        isExhausted = pending == nil
      }
      if let (unit, size) = pending, bytesInUse == 0 || bytesInUse + size <= byteLimit {
        pending = nil
        bytesInUse += size
        defer { nextTicket += 1 }
        return (nextTicket, unit, size)
      }
      if pending == nil { return nil }
      pthread_cond_wait(condition, mutex)
    }
  }

  /// Waits until all tickets below `ticket` have been passed.
  ///
  /// Whoever holds the lowest ticket never waits, so all get through as long as each ticket is
  /// passed in the end.
  func wait(for ticket: Int) {
    pthread_mutex_lock(mutex)
    while turn < ticket { pthread_cond_wait(condition, mutex) }
    pthread_mutex_unlock(mutex)
  }

  /// Passes a ticket, in its turn or before; to do so twice does nothing.
  func pass(_ ticket: Int) {
    pthread_mutex_lock(mutex)
    if ticket >= turn { passed.insert(ticket) }
    while passed.remove(turn) != nil { turn += 1 }
    pthread_cond_broadcast(condition)
    pthread_mutex_unlock(mutex)
  }

  /// Gives bytes back.
  func giveBack(bytes: Int) {
    pthread_mutex_lock(mutex)
    bytesInUse -= bytes
    pthread_cond_broadcast(condition)
    pthread_mutex_unlock(mutex)
  }
}
