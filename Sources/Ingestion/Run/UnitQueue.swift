// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Extraction

/// A unit of work: a file, or one member of a file.
struct IngestionUnit {
  /// The file on disk.
  var file: FoundFile
  /// The member to read; `nil` to read the file itself as a text.
  var member: Member?

  /// The absolute path, with the name of the member behind that of its container.
  var path: String {
    guard let member, member.line == nil, member.name.hasPrefix(file.name + "/") else {
      return file.path
    }
    return file.path + member.name.dropFirst(file.name.count)
  }
}

/// Supplies files in order, and containers member by member.
///
/// Sendable because the turnstile calls it from one thread at a time.
final class UnitQueue: @unchecked Sendable {
  private var files: ArraySlice<FoundFile>
  private let tally: Tally
  private let isStopped: @Sendable () -> Bool
  private let members: MemberSource
  private let report: (Diagnostic, FoundFile) -> Void
  private var open: (file: FoundFile, hasFailed: Bool)?
  /// Files all of whose members have been supplied.
  private(set) var finished: [FoundFile] = []

  init(
    _ files: [FoundFile], members: MemberSource, tally: Tally,
    isStopped: @escaping @Sendable () -> Bool,
    report: @escaping (Diagnostic, FoundFile) -> Void
  ) {
    self.files = files[...]
    self.members = members
    self.report = report
    self.tally = tally
    self.isStopped = isStopped
  }

  /// The next unit and its size in bytes.
  func next() -> (unit: IngestionUnit, size: Int)? {
    while !isStopped() {
      if let (file, _) = open {
        if let member = members.next() {
          if case .failure(let diagnostic) = member.content, diagnostic.severity == .error {
            open?.hasFailed = true
          }
          return (IngestionUnit(file: file, member: member), member.bytes.count)
        }
        tally.finished(file)
        // Unreadable members may still be indexed from an earlier run, and are kept.
        if open?.hasFailed == false, members.isComplete { finished.append(file) }
        open = nil
      }
      guard let file = files.popFirst() else { return nil }
      guard MemberReader.mayHoldMembers(file.name) else {
        return (IngestionUnit(file: file, member: nil), file.size)
      }
      tally.began(file)
      // Unreadable files are treated like any other, and reported there.
      guard case .success(let bytes) = FileBytes.read(file) else {
        return (IngestionUnit(file: file, member: nil), file.size)
      }
      do throws(ReadingFailure) {
        guard try members.open(name: file.name, bytes: bytes) else {
          return (IngestionUnit(file: file, member: nil), file.size)
        }
        open = (file, false)
      } catch {
        tally.finished(file)
        if case .failed(let diagnostic) = error { report(diagnostic, file) }
      }
    }
    return nil
  }
}
