// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc
import IndexSchema

/// The exclusive right to write to an index, held by one process at a time.
///
/// The system ties the lock to the open file, so it ends with the process however that ends. The
/// file itself is never removed; otherwise two writers could each lock a file with that name. It
/// contains the process number of the holder.
final class WriterLock: Sendable {
  private let descriptor: Int32

  /// Acquires the lock.
  ///
  /// - Parameters:
  ///   - folder: The index.
  ///   - timeout: The maximum time to wait for another writer, in seconds; `nil` for no limit.
  init(_ folder: IndexFolder, timeout: Double?) throws(IndexError) {
    descriptor = open(
      folder.lock, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
    // `deinit` closes the descriptor even if this throws, since all properties are already
    // initialised.
    guard descriptor >= 0 else { throw FileCalls.failure("open the lock file \(folder.lock)") }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.isFile else {
      throw IndexError(
        .storage, "\(folder.lock) is not a file.", hint: "Move it away; it is not from Pamphlet.")
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
    // The holder is informational, so failing to write it is not an error.
    ftruncate(descriptor, 0)
    let holder = Array("\(getpid())\n".utf8)
    _ = pwrite(descriptor, holder, holder.count, 0)
  }

  deinit {
    guard descriptor >= 0 else { return }
    // Closing alone would leave the lock to a child process that was forked a moment ago and has not
    // replaced itself yet: it has the same open file.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}
