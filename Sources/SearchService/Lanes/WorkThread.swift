// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Dispatch
import Glibc
import IndexSchema
import Synchronization

/// A dedicated thread that runs jobs in order and may block.
///
/// A dispatch queue would not do: it creates threads on demand, and if the system has none it waits
/// indefinitely.
final class WorkThread: Sendable {
  private final class Inbox: Sendable {
    let jobs = Mutex<[(@Sendable () -> Void)?]>([])
    let count = DispatchSemaphore(value: 0)

    func append(_ job: (@Sendable () -> Void)?) {
      jobs.withLock { $0.append(job) }
      count.signal()
    }
  }

  private let inbox = Inbox()

  /// Starts the thread.
  ///
  /// - Throws: `IndexError(.unavailable)` if the system cannot create one.
  init() throws(IndexError) {
    var thread = pthread_t()
    let context = Unmanaged.passRetained(inbox)
    let failure = pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        let inbox = Unmanaged<Inbox>.fromOpaque(context).takeRetainedValue()
        while true {
          inbox.count.wait()
          guard let job = inbox.jobs.withLock({ $0.removeFirst() }) else { return nil }
          job()
        }
      }, context.toOpaque())
    guard failure == 0 else {
      context.release()
      throw IndexError(
        .unavailable, "A thread could not be started: \(String(cString: strerror(failure))).",
        hint: "Allow the daemon more threads, or start it with fewer `--readers`.")
    }
    pthread_detach(thread)
  }

  deinit { inbox.append(nil) }

  /// Runs a job on the thread and returns its result.
  func run<Result: Sendable>(_ job: @Sendable @escaping () -> Result) async -> Result {
    await withCheckedContinuation { continuation in
      inbox.append { continuation.resume(returning: job()) }
    }
  }
}
