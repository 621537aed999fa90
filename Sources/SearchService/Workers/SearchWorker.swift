// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CLinux
import Glibc
import Processes

/// The process that answers the daemon's questions from the index.
///
/// If a damaged index or a hostile query makes it crash, hang or use too much memory, only this
/// process is affected, and the daemon starts another.
package enum SearchWorker {
  /// Resident memory, in bytes, above which a worker is replaced.
  private static let memoryLimit = 768 << 20
  /// Number of questions between checks of the memory.
  private static let memoryInterval = 32
  /// Niceness of workers in the slow lane.
  private static let niceness: Int32 = 10

  /// Answers questions from the index in a folder until the daemon is gone.
  ///
  /// - Parameter isSlow: Whether to run at low priority.
  package static func run(index: String, isSlow: Bool) {
    // The daemon stops its workers itself; signals to the process group are meant for the daemon.
    signal(SIGTERM, SIG_IGN)
    signal(SIGINT, SIG_IGN)
    // Crashes must be visible as such; the daemon reports them.
    signal(SIGSEGV, SIG_DFL)
    signal(SIGBUS, SIG_DFL)
    if isSlow { _ = nice(niceness) }
    preferForOOMKiller()
    let endpoints = Endpoints(path: index)
    var count = 0
    Worker.serve { bytes in
      // A message during a search cancels it; its own answer is empty.
      guard let question = Question(message: bytes) else { return [] }
      var reply = endpoints.reply(to: question, stopDescriptor: STDIN_FILENO)
      count += 1
      if count % memoryInterval == 0 || (reply.answer?.body.count ?? 0) > 1 << 20 {
        reply.isSpent = residentMemory() > memoryLimit
      }
      return reply.message
    }
  }

  /// Makes the OOM killer choose this process rather than the daemon.
  private static func preferForOOMKiller() {
    let descriptor = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = write(descriptor, "500", 3)
    close(descriptor)
  }

  /// Resident memory of this process in bytes; 0 if `/proc` is not mounted.
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
