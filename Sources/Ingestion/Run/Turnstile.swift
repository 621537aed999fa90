// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc

/// Lets threads wait for each other in two ways: for their turn, and for memory.
///
/// The threads are our own, never Swift's cooperative ones, so waiting blocks nobody else.
///
/// Sendable because every stored property is read and written under `mutex`.
final class Turnstile: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var nextTicket = 0
  private var turn = 0
  private var passed: Set<Int> = []
  private var bytesInUse = 0
  private let byteLimit: Int

  /// Creates a turnstile that lends memory up to a limit.
  init(byteLimit: Int) {
    self.byteLimit = byteLimit
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  /// Takes the next ticket, and with it the memory for its file.
  ///
  /// Tickets are given out in order and each with its memory, so that nobody who holds one waits
  /// for memory: waiting for a turn can then not lock up. A file beyond the limit gets its memory
  /// when nothing else is in use.
  ///
  /// - Parameter sizes: The bytes that each file needs, by ticket.
  /// - Returns: `nil` when all tickets are taken.
  func enter(sizes: [Int]) -> Int? {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while nextTicket < sizes.count, bytesInUse > 0, bytesInUse + sizes[nextTicket] > byteLimit {
      pthread_cond_wait(condition, mutex)
    }
    guard nextTicket < sizes.count else { return nil }
    defer { nextTicket += 1 }
    bytesInUse += sizes[nextTicket]
    return nextTicket
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
