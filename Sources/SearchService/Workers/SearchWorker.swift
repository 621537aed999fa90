// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CLinux
import Glibc
import Processes

/// The process that answers the questions of the daemon from the index.
///
/// What a damaged index or a hostile query may do, crash, hang or take memory, it does to this process
/// only, and the daemon starts another.
package enum SearchWorker {
  /// The memory, in bytes, above which a worker is replaced.
  private static let memoryLimit = 768 << 20
  /// Every so many questions it looks at its memory.
  private static let memoryInterval = 32
  /// How much lower the priority of the slow lane is.
  private static let niceness: Int32 = 10

  /// Answers questions from the index in a folder until the daemon is gone.
  ///
  /// - Parameter isSlow: Whether it stands back behind other work.
  package static func run(index: String, isSlow: Bool) {
    // The daemon ends its workers; what is sent to all its processes is for the daemon.
    signal(SIGTERM, SIG_IGN)
    signal(SIGINT, SIG_IGN)
    // A crash is to be seen as one: the daemon says what there is to say.
    signal(SIGSEGV, SIG_DFL)
    signal(SIGBUS, SIG_DFL)
    if isSlow { _ = nice(niceness) }
    giveWayWhenMemoryRunsOut()
    let endpoints = Endpoints(path: index)
    var count = 0
    Worker.serve { bytes in
      // A message while a search runs ends it, and is answered by nothing.
      guard let question = Question(message: bytes) else { return [] }
      var reply = endpoints.reply(to: question, stopDescriptor: STDIN_FILENO)
      count += 1
      if count % memoryInterval == 0 || (reply.answer?.body.count ?? 0) > 1 << 20 {
        reply.isSpent = residentMemory() > memoryLimit
      }
      return reply.message
    }
  }

  /// Tells the system to end this process before the daemon when memory runs out.
  private static func giveWayWhenMemoryRunsOut() {
    let descriptor = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = write(descriptor, "500", 3)
    close(descriptor)
  }

  /// The memory of this process, in bytes; 0 where `/proc` is not mounted.
  private static func residentMemory() -> Int {
    let descriptor = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return 0 }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 128)
    let count = read(descriptor, &buffer, buffer.count)
    let numbers = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self).split(
      separator: " ")
    return (numbers.count > 1 ? Int(numbers[1]) ?? 0 : 0) * Int(getpagesize())
  }
}
