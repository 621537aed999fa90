// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc

/// Dedicated threads for blocking work, which must not run on Swift's cooperative pool.
package enum Threads {
  /// Stack size in bytes: the usual size for a main thread, regardless of the user's limits.
  private static let stackSize = 8 << 20

  /// Runs `body` on up to `count` threads, including the calling one, and waits for all of them.
  ///
  /// If the system refuses to create threads there are fewer, in the worst case only the calling
  /// one. `body` must therefore take work from a shared source until none is left.
  package static func run(upTo count: Int, _ body: @escaping @Sendable () -> Void) {
    let threads = (1..<max(1, count)).compactMap { _ in start(body) }
    body()
    for thread in threads { pthread_join(thread, nil) }
  }

  /// Starts a thread; `nil` if the system refuses.
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
