// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc
import IndexSchema

/// A new file written sequentially.
final class NewFile {
  /// The size of the write buffer, in bytes.
  private static let capacity = 1 << 20

  private let path: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  /// The size of the file, in bytes.
  private(set) var size = 0

  /// Creates a file, unlinking any existing one first: if that is a link, its target would be
  /// written otherwise.
  init(_ path: String) throws(IndexError) {
    self.path = path
    guard unlink(path) == 0 || errno == ENOENT else { throw FileCalls.failure("replace \(path)") }
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw FileCalls.failure("create \(path)") }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Appends bytes.
  func append(_ bytes: [UInt8]) throws(IndexError) {
    size += bytes.count
    buffer += bytes
    if buffer.count >= Self.capacity { try flush() }
  }

  /// Flushes the buffer, sets the permissions, and waits until the file is stored on disk.
  func finish(_ access: IndexAccess = .owner) throws(IndexError) {
    try flush()
    try access.give(to: descriptor, path, isFolder: false)
    guard fsync(descriptor) == 0 else { throw FileCalls.failure("sync \(path)") }
  }

  private func flush() throws(IndexError) {
    var done = 0
    while done < buffer.count {
      let count = buffer.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress?.advanced(by: done), $0.count - done)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw FileCalls.failure("write \(path)") }
      done += count
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
