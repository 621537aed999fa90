// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc

/// Threads of our own: they may wait, which Swift's cooperative threads must not.
package enum Threads {
  /// The stack of a thread, in bytes: that of a main thread, whatever the limits of the user say.
  private static let stackSize = 8 << 20

  /// Runs `body` on up to `count` threads, and waits for all of them.
  ///
  /// The calling thread is one of them. Where the system gives no more threads there are fewer, and
  /// at worst the calling one alone: `body` must do the work of those that are missing.
  package static func run(upTo count: Int, _ body: @escaping @Sendable () -> Void) {
    let threads = (1..<max(1, count)).compactMap { _ in start(body) }
    body()
    for thread in threads { pthread_join(thread, nil) }
  }

  /// Starts a thread; `nil` if the system gives none.
  private static func start(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, stackSize)
    let work = Unmanaged.passRetained(Work(body: body))
    var thread = pthread_t()
    let failure = pthread_create(
      &thread, &attributes,
      { argument in
        if let argument { Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body() }
        return nil
      }, work.toOpaque())
    guard failure == 0 else {
      work.release()
      return nil
    }
    return thread
  }

  private final class Work: Sendable {
    let body: @Sendable () -> Void

    init(body: @escaping @Sendable () -> Void) { self.body = body }
  }
}
