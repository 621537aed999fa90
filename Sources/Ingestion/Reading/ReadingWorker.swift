// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import BinaryCoding
import Extraction
import Glibc
import Processes

/// The process that reads texts, which keeps untrusted input away from the rest of the system.
package enum ReadingWorker {
  /// Peak memory, in bytes, above which the process is replaced before the next text.
  ///
  /// Memory used for one text should not be missing for the next.
  private static let maximumKept = 1 << 30
  /// Approximate number of bytes of members sent in one answer.
  private static let answerSize = 1 << 20

  /// Answers the messages of a `ReadingProcess` until the parent is gone.
  ///
  /// - Parameter memory: Memory limit in bytes.
  package static func serve(memory: Int) {
    let isConfined = Worker.confine(memory: memory)
    let reader = InProcessReader()
    var members: MemberReader?
    Worker.serve { bytes in
      // The parent runs the same program; a message it cannot have written ends the process.
      guard let message = try? ReadingMessage(bytes) else { exit(EXIT_FAILURE) }
      switch message {
      case .hello: return encoded { $0.write(isConfined) }
      case .read(let request):
        if peakMemory() > maximumKept { exit(EXIT_SUCCESS) }
        let answer = reader.read(request)
        return encoded { $0.write(answer) }
      case .divide(let request):
        guard let text = try? reader.divide(request) else { exit(EXIT_FAILURE) }
        return encoded { $0.write(text) }
      case .open(let name, let bytes):
        members = nil
        if peakMemory() > maximumKept { exit(EXIT_SUCCESS) }
        members = MemberReader(name: name, bytes: bytes)
        return encoded { $0.write(members != nil) }
      case .next:
        let found = next(members)
        return encoded { $0.write(found) { $0.write($1) } }
      }
    }
  }

  private static func next(_ reader: MemberReader?) -> [Member] {
    var members: [Member] = []
    var count = 0
    while count < answerSize, let member = reader?.next() {
      count += member.bytes.count + member.name.utf8.count
      members.append(member)
    }
    return members
  }

  /// Peak resident memory of this process, in bytes.
  private static func peakMemory() -> Int {
    var usage = rusage()
    getrusage(RUSAGE_SELF.rawValue, &usage)
    return usage.ru_maxrss << 10
  }
}
