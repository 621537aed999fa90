// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import BinaryCoding
import Extraction
import Glibc
import Processes

/// The process that reads texts: what foreign bytes may do to it, they do to nothing else.
package enum ReadingWorker {
  /// Beyond so much memory a process is replaced before the next text, in bytes: what one text has
  /// taken must not be missing for another.
  private static let mostKept = 1 << 30
  /// Members are sent together up to so many bytes.
  private static let shipment = 1 << 20

  /// Answers the messages of `ReadingProcess` until the parent is gone.
  ///
  /// - Parameter memory: The most memory to take, in bytes.
  package static func serve(memory: Int) {
    let isConfined = Worker.confine(memory: memory)
    let reader = InProcessReader()
    var members: MemberReader?
    Worker.serve { bytes in
      // The parent is this program; what it did not write is a fault that ends the process.
      guard let message = try? ReadingMessage(bytes) else { exit(EXIT_FAILURE) }
      switch message {
      case .hello: return encoded { $0.write(isConfined) }
      case .read(let request):
        if peakMemory() > mostKept { exit(EXIT_SUCCESS) }
        let answer = reader.read(request)
        return encoded { $0.write(answer) }
      case .divide(let request):
        guard let text = try? reader.divide(request) else { exit(EXIT_FAILURE) }
        return encoded { $0.write(text) }
      case .open(let name, let bytes):
        members = nil
        if peakMemory() > mostKept { exit(EXIT_SUCCESS) }
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
    while count < shipment, let member = reader?.next() {
      count += member.bytes.count + member.name.utf8.count
      members.append(member)
    }
    return members
  }

  /// The most memory that this process has held, in bytes.
  private static func peakMemory() -> Int {
    var usage = rusage()
    getrusage(RUSAGE_SELF.rawValue, &usage)
    return usage.ru_maxrss << 10
  }
}
