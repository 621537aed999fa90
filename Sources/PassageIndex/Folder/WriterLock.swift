// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

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
    descriptor = open(folder.lock, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw folder.systemError("open the lock file \(folder.lock)") }
    var waited = 0.0
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else {
        // The descriptor is closed by `deinit`, which runs after this: an object whose every property
        // has its value is one, even if its initializer throws.
        throw folder.systemError("lock \(folder.lock)")
      }
      if let timeout, waited >= timeout {
        let holder = folder.read(folder.lock)?.filter { $0.isNumber } ?? ""
        throw IndexError(
          .locked,
          "Another process \(holder.isEmpty ? "" : "(\(holder)) ")is writing to \(folder.path).",
          hint: "Wait until it has finished, or use `--wait`."
        )
      }
      usleep(50_000)
      waited += 0.05
    }
    ftruncate(descriptor, 0)
    let holder = Array("\(getpid())\n".utf8)
    _ = pwrite(descriptor, holder, holder.count, 0)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }
}
