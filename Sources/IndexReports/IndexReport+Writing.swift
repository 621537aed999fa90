// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import FoundationEssentials
import Glibc

extension IndexReport {
  /// Why a report could not be written.
  package struct WritingFailure: Error, Sendable, CustomStringConvertible {
    /// The file and the cause.
    package let description: String

    init(_ file: String) {
      description = "Could not write \(file): \(String(cString: strerror(errno)))."
    }
  }

  /// Changes the report of an index, or writes its first one.
  ///
  /// Processes that do so at the same time wait for each other; the folder itself is locked, so
  /// that no file is needed for that.
  ///
  /// - Throws: `WritingFailure`; there is then the former report, or none.
  package static func update(
    in index: String, _ change: (inout IndexReport) -> Void
  ) throws(WritingFailure) {
    let folder = open(index, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw WritingFailure(index) }
    defer { close(folder) }
    // Some network file systems cannot lock a folder; a change may then be lost to another.
    flock(folder, LOCK_EX)
    defer { flock(folder, LOCK_UN) }
    let before = read(in: index)
    var after = before ?? IndexReport()
    change(&after)
    if after != before { try after.write(in: index) }
  }

  /// Writes the report of an index, at once or not at all.
  ///
  /// Whoever may read the file that names the published generation may read the report.
  package func write(in index: String) throws(WritingFailure) {
    let file = "\(index)/\(Self.fileName)"
    let temporary = file + ".new"
    unlink(temporary)
    let descriptor = open(
      temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw WritingFailure(temporary) }
    var status = stat()
    if lstat("\(index)/XAPIANDB", &status) == 0 {
      let hasGroup = fchown(descriptor, uid_t.max, status.st_gid) == 0
      fchmod(descriptor, status.st_mode & (hasGroup ? 0o644 : 0o604))
    }
    var rest = encoded[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      rest = rest.dropFirst(count)
    }
    let isWritten = rest.isEmpty
    let failure = WritingFailure(temporary)
    close(descriptor)
    guard isWritten, rename(temporary, file) == 0 else {
      unlink(temporary)
      throw failure
    }
  }

  private var encoded: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array((try? encoder.encode(self)) ?? Data())
  }
}
