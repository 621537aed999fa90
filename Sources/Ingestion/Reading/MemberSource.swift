// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import BinaryCoding
import Corpus
import Extraction

/// Reads the members of containers, one container at a time: archives in a separate process.
final class MemberSource {
  private let process: ReadingProcess?
  /// Reader for the current file, if it is read in this process.
  private var reader: MemberReader?
  /// Members received from the process and not yet returned.
  private var waiting: ArraySlice<Member> = []
  private var isOpen = false
  /// Whether the current file was read to the end; until then more members may follow.
  private(set) var isComplete = false
  private var name = ""
  private var seconds = 0.0

  /// - Parameter process: Reads archives; `nil` to read them in this process.
  init(process: ReadingProcess?) { self.process = process }

  /// Opens a file; false if neither its name nor its contents indicate a container.
  func open(name: String, bytes: [UInt8]) throws(ReadingFailure) -> Bool {
    close()
    // Uncompressed JSON lines are parsed by our own code only, which needs no separate process.
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

  /// The next member of the current file; `nil` after the last.
  func next() -> Member? {
    if let reader {
      let member = reader.next()
      isComplete = member == nil
      return member
    }
    if waiting.isEmpty { receive() }
    return waiting.popFirst()
  }

  /// Closes the current file.
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
