// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc

/// Distributes work to threads, which can wait for their turn and for memory.
///
/// Waiting blocks a whole thread, so it is only for dedicated threads and not for Swift's
/// cooperative pool.
///
/// Sendable because all stored properties are accessed under `mutex`.
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

  /// Creates a turnstile with a memory limit in bytes.
  ///
  /// - Parameter source: Returns the next unit of work and the bytes it needs, or `nil` when there
  ///   are no more. Called by one thread at a time.
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

  /// Takes the next ticket, with a unit of work and the memory it needs.
  ///
  /// Tickets are issued in order and together with their memory, so that no holder of a ticket
  /// waits for memory; waiting for a turn therefore cannot deadlock. A unit larger than the limit
  /// gets its memory once no other is in use.
  ///
  /// - Returns: `nil` if no work is left.
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
  /// The holder of the lowest ticket never waits, so there is progress as long as every ticket is
  /// passed eventually.
  func wait(for ticket: Int) {
    pthread_mutex_lock(mutex)
    while turn < ticket { pthread_cond_wait(condition, mutex) }
    pthread_mutex_unlock(mutex)
  }

  /// Marks a ticket as done, in any order; repeating it has no effect.
  func pass(_ ticket: Int) {
    pthread_mutex_lock(mutex)
    if ticket >= turn { passed.insert(ticket) }
    while passed.remove(turn) != nil { turn += 1 }
    pthread_cond_broadcast(condition)
    pthread_mutex_unlock(mutex)
  }

  /// Releases memory reserved by `enter()`.
  func release(bytes: Int) {
    pthread_mutex_lock(mutex)
    bytesInUse -= bytes
    pthread_cond_broadcast(condition)
    pthread_mutex_unlock(mutex)
  }
}
