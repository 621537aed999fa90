// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema
import Glibc

/// The right to write to an index, for one process at a time.
///
/// The system holds it on the open file, so it ends with the process however that ends; the file
/// itself is never removed, or two writers could each lock one of that name. It says who holds it.
final class WriterLock: Sendable {
  private let descriptor: Int32

  /// Takes the lock.
  ///
  /// - Parameters:
  ///   - folder: The index.
  ///   - timeout: How long to wait for another writer, in seconds; `nil` for as long as it takes.
  init(_ folder: IndexFolder, timeout: Double?) throws(IndexError) {
    descriptor = open(
      folder.lock, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
    // The descriptor is closed by `deinit`, which runs also if this throws: an object whose every
    // property has its value is one.
    guard descriptor >= 0 else { throw FileCalls.failure("open the lock file \(folder.lock)") }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.isFile else {
      throw IndexError(
        .storage, "\(folder.lock) is not a file.", hint: "Move it away: it is not ours.")
    }
    var waited = 0.0
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else {
        throw FileCalls.failure("lock \(folder.lock)")
      }
      if let timeout, waited >= timeout {
        let holder = (try? FileCalls.read(folder.lock, limit: 32))?.filter(\.isNumber) ?? ""
        throw IndexError(
          .locked,
          "Another process \(holder.isEmpty ? "" : "(\(holder)) ")is writing to \(folder.path).",
          remedy: .waitForWriter
        )
      }
      usleep(50_000)
      waited += 0.05
    }
    // Who holds it is only said: not to be able to say so is no reason to stop.
    ftruncate(descriptor, 0)
    let holder = Array("\(getpid())\n".utf8)
    _ = pwrite(descriptor, holder, holder.count, 0)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }
}
