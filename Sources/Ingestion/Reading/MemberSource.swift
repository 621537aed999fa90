// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import BinaryCoding
import Corpus
import Extraction

/// Takes files that hold texts apart, one file after another: packed ones in a process of its own.
final class MemberSource {
  private let process: ReadingProcess?
  /// The file at hand, read here.
  private var reader: MemberReader?
  /// The texts that the process has sent and that have not been given out.
  private var waiting: ArraySlice<Member> = []
  private var isOpen = false
  /// Whether the file that was opened last has been read to its end: what has not come may still come.
  private(set) var isComplete = false
  private var name = ""
  private var seconds = 0.0

  /// - Parameter process: What reads packed files; `nil` if they are read here.
  init(process: ReadingProcess?) { self.process = process }

  /// Opens a file; `false` if its name and its bytes do not say that it holds texts.
  func open(name: String, bytes: [UInt8]) throws(ReadingFailure) -> Bool {
    close()
    // Lines are read by nothing foreign.
    if let process, MemberReader.isPacked(bytes) {
      self.name = name
      seconds = Double(process.limits.seconds(bytes: bytes.count, isScan: false))
      do throws(ReadingProcess.Failure) {
        isOpen = try process.ask(
          .open(name: name, bytes: bytes), seconds: seconds, isFirst: true
        ) { (reader) throws(DamagedBytes) in try reader.readBool() }
        return isOpen
      } catch {
        switch error {
        case .cancelled: throw .cancelled
        case .failed(let diagnostic): throw .failed(diagnostic)
        case .notStarted: break
        }
      }
    }
    reader = MemberReader(name: name, bytes: bytes)
    return reader != nil
  }

  /// The next text of the file that was opened last; `nil` behind the last.
  func next() -> Member? {
    if let reader {
      let member = reader.next()
      isComplete = member == nil
      return member
    }
    if waiting.isEmpty { receive() }
    return waiting.popFirst()
  }

  /// Lets go of the file.
  func close() {
    reader = nil
    waiting = []
    isOpen = false
    isComplete = false
  }

  private func receive() {
    guard isOpen, let process else { return }
    do throws(ReadingProcess.Failure) {
      waiting =
        try process.ask(.next, seconds: seconds, isFirst: false) { (reader) throws(DamagedBytes) in
          try reader.readArray { (reader) throws(DamagedBytes) in try Member(from: &reader) }
        }[...]
      isOpen = !waiting.isEmpty
      isComplete = waiting.isEmpty
    } catch {
      isOpen = false
      guard case .failed(let diagnostic) = error else { return }
      waiting = [Member(name: name, key: nil, content: .failure(diagnostic))]
    }
  }
}
