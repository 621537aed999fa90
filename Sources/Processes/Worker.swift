// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CLinux
import CSandbox
import Glibc
import Synchronization

/// The side of the child: answers the messages of a `WorkerProcess` until its parent is gone.
package enum Worker {
  /// The connection to the parent.
  private static let socket = STDIN_FILENO

  /// Whether this process is a worker: the programs that it starts are then in its process group, and
  /// end with it.
  static let isServing = Atomic(false)

  /// Answers each message, one after another; returns when the parent has closed the connection.
  package static func serve(_ answer: ([UInt8]) -> [UInt8]) {
    isServing.store(true, ordering: .relaxed)
    crashAtOnce()
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

  /// Lets a crash end this process at once.
  ///
  /// Swift's own handlers would first have another program look at it, which a confined process waits
  /// for without end. The parent says what became of it.
  private static func crashAtOnce() {
    for number in [SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV] {
      signal(number, SIG_DFL)
    }
  }

  /// Takes from this process what reading foreign bytes does not need: memory beyond a limit, the
  /// network, files to be written; programs that it starts go without as well.
  ///
  /// - Parameter memory: The most memory, in bytes.
  /// - Returns: Whether the kernel filters system calls from now on.
  @discardableResult
  package static func confine(memory: Int) -> Bool {
    for (resource, most) in [(RLIMIT_AS.rawValue, memory), (RLIMIT_CORE.rawValue, 0)] {
      var limit = rlimit()
      getrlimit(__rlimit_resource_t(resource), &limit)
      limit.rlim_max = min(limit.rlim_max, rlim_t(most))
      limit.rlim_cur = limit.rlim_max
      setrlimit(__rlimit_resource_t(resource), &limit)
    }
    // Libraries write what they like to standard error, the words of foreign texts among it.
    let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
    if nowhere >= 0 {
      dup2(nowhere, STDERR_FILENO)
      close(nowhere)
    }
    preferAsVictim()
    return cs_confine_worker() & Int32(CS_SECCOMP.rawValue) != 0
  }

  /// Lets the kernel, when memory runs out, end this process before its parent, which writes an index.
  private static func preferAsVictim() {
    let file = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { return }
    _ = "500".withCString { write(file, $0, 3) }
    close(file)
  }

  /// Ends the process when its parent ends, even in the middle of an answer.
  private static func endWithParent() {
    var thread = pthread_t()
    // Without a thread to spare the end of the connection is still seen after the answer.
    pthread_create(
      &thread, nil,
      { _ in
        var waiting = pollfd(fd: STDIN_FILENO, events: 0, revents: 0)
        while poll(&waiting, 1, -1) <= 0 {}
        _exit(1)
      }, nil)
  }
}
