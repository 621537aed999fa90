// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CLinux
import CSandbox
import Glibc
import Synchronization

/// The child's side of a `WorkerProcess`: answers messages until the parent is gone.
package enum Worker {
  /// Socket connected to the parent.
  private static let socket = STDIN_FILENO

  /// Whether this process is a worker.
  ///
  /// Programs started by a worker stay in its process group and end with it.
  static let isServing = Atomic(false)

  /// Answers messages in order; returns when the parent closes the connection.
  package static func serve(_ answer: ([UInt8]) -> [UInt8]) {
    isServing.store(true, ordering: .relaxed)
    removeCrashHandlers()
    endWithParent()
    while true {
      let head = Frame.receive(Frame.headSize, from: socket)
      guard head.count == Frame.headSize else { return }
      let message = Frame.receive(Frame.count(head), from: socket)
      guard message.count == Frame.count(head), Frame.send(answer(message), to: socket) else {
        return
      }
    }
  }

  /// Restores the default action for fatal signals, so that a crash ends the process immediately.
  ///
  /// Swift's own handlers would start a backtracer first, which a confined process would wait for
  /// forever. The parent reports the crash.
  private static func removeCrashHandlers() {
    for number in [SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV] {
      signal(number, SIG_DFL)
    }
  }

  /// Drops the privileges that reading untrusted input does not need.
  ///
  /// Limits memory and denies the network and writing to files; programs that this process starts
  /// are restricted as well.
  ///
  /// - Parameter memory: Limit on address space, in bytes.
  /// - Returns: Whether a system call filter is active.
  @discardableResult
  package static func confine(memory: Int) -> Bool {
    for (resource, most) in [(RLIMIT_AS.rawValue, memory), (RLIMIT_CORE.rawValue, 0)] {
      var limit = rlimit()
      getrlimit(__rlimit_resource_t(resource), &limit)
      limit.rlim_max = min(limit.rlim_max, rlim_t(most))
      limit.rlim_cur = limit.rlim_max
      setrlimit(__rlimit_resource_t(resource), &limit)
    }
    // Libraries may print excerpts of untrusted text to standard error.
    let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
    if nowhere >= 0 {
      dup2(nowhere, STDERR_FILENO)
      close(nowhere)
    }
    preferForOOMKiller()
    return cs_confine_worker() & Int32(CS_SECCOMP.rawValue) != 0
  }

  /// Makes the OOM killer choose this process rather than its parent, which is writing an index.
  private static func preferForOOMKiller() {
    let file = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { return }
    _ = "500".withCString { write(file, $0, 3) }
    close(file)
  }

  /// Ends this process as soon as the parent is gone, even in the middle of an answer.
  private static func endWithParent() {
    var thread = pthread_t()
    // If no thread can be created, the closed connection is noticed after the current answer.
    pthread_create(
      &thread, nil,
      { _ in
        var waiting = pollfd(fd: STDIN_FILENO, events: 0, revents: 0)
        while poll(&waiting, 1, -1) <= 0 {}
        _exit(1)
      }, nil)
  }
}
