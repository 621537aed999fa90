// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CLinux
import Glibc

/// The side of the child: answers the messages of a `WorkerProcess` until its parent is gone.
package enum Worker {
  /// The connection to the parent.
  private static let socket = STDIN_FILENO

  /// Answers each message, one after another; returns when the parent has closed the connection.
  package static func serve(_ answer: ([UInt8]) -> [UInt8]) {
    endWithParent()
    while let head = read(Frame.headSize), let message = read(Frame.count(head)) {
      guard Frame.send(answer(message), to: socket) else { return }
    }
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

  private static func read(_ count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let got = bytes.withUnsafeMutableBytes {
        Glibc.read(socket, $0.baseAddress?.advanced(by: done), count - done)
      }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { return nil }
      done += got
    }
    return bytes
  }
}
