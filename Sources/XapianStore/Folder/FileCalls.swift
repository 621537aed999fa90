// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CLinux
import Glibc
import IndexSchema

/// The file system calls for index folders; every failure is thrown as an error.
enum FileCalls {
  /// The error for the call that has just failed.
  static func failure(_ action: String, _ code: Int32 = errno) -> IndexError {
    IndexError(
      .storage,
      "Could not \(action): \(String(cString: strerror(code))).",
      hint: hint(for: code)
    )
  }

  private static func hint(for code: Int32) -> String {
    switch code {
    case EACCES, EPERM, EROFS: "Change its permissions, or run as a user who has them."
    case ENOSPC, EDQUOT: "Free some disk space, then try again; the index is unchanged."
    case EMFILE, ENFILE: "Too many files are open: raise the limit (ulimit -n), then try again."
    case ELOOP: "Symbolic links are not followed here: use the folder itself."
    default: "Try again; if it fails again, check the disk."
    }
  }

  /// The text of a small file; `nil` only if the file does not exist.
  ///
  /// - Throws: `IndexError(.storage)` if it cannot be read, `.corrupt` if it is longer than
  ///   `limit`.
  static func read(_ file: String, limit: Int) throws(IndexError) -> String? {
    let descriptor = open(file, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw failure("open \(file)")
    }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: limit + 1)
    var count = 0
    while count < bytes.count {
      let got = bytes.withUnsafeMutableBytes {
        Glibc.read(descriptor, $0.baseAddress?.advanced(by: count), $0.count - count)
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw failure("read \(file)") }
      guard got > 0 else { return String(decoding: bytes[..<count], as: UTF8.self) }
      count += got
    }
    throw IndexError(.corrupt, "The file \(file) has more than \(limit) bytes.")
  }

  /// Creates a file with a text and syncs it.
  ///
  /// - Parameter access: The users who may read it.
  static func write(_ text: String, to file: String, _ access: IndexAccess) throws(IndexError) {
    let new = try NewFile(file)
    try new.append(Array(text.utf8))
    try new.finish(access)
  }

  /// Reads bytes of an open file; `path` is its name for errors.
  ///
  /// - Throws: `.storage` if they cannot be read, `.corrupt` if the file is too short.
  static func read(
    _ place: Range<Int>, of descriptor: Int32, _ path: String
  ) throws(IndexError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: place.count)
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeMutableBytes {
        pread(
          descriptor, $0.baseAddress?.advanced(by: done), $0.count - done,
          off_t(place.lowerBound + done))
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure("read \(path)") }
      guard count > 0 else { throw GenerationFolder.damaged("The file \(path) is too short.") }
      done += count
    }
    return bytes
  }

  /// Waits until a file or a folder is stored on disk.
  static func sync(_ path: String) throws(IndexError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { throw failure("open \(path) to sync it") }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failure("sync \(path)") }
  }

  /// Copies a file, sharing its blocks where the file system supports that.
  static func copy(_ from: String, to: String) throws(IndexError) {
    let source = open(from, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard source >= 0 else { throw failure("open \(from)") }
    defer { close(source) }
    let target = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard target >= 0 else { throw failure("create \(to)") }
    defer { close(target) }
    var canShare = true
    var block: [UInt8] = []
    while true {
      if canShare {
        let count = copy_file_range(source, nil, target, nil, 1 << 30, 0)
        if count == 0 { return }
        if count > 0 || errno == EINTR { continue }
        guard [EXDEV, EINVAL, ENOSYS, EOPNOTSUPP].contains(errno) else {
          throw failure("copy \(from) to \(to)")
        }
        // Neither offset has moved, so the copy can start with read and write.
        canShare = false
        block = [UInt8](repeating: 0, count: 1 << 20)
      }
      let count = Glibc.read(source, &block, block.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure("read \(from)") }
      if count == 0 { return }
      var done = 0
      while done < count {
        let written = block.withUnsafeBytes {
          Glibc.write(target, $0.baseAddress?.advanced(by: done), count - done)
        }
        if written < 0, errno == EINTR { continue }
        guard written > 0 else { throw failure("write \(to)") }
        done += written
      }
    }
  }

  /// The names in a folder, sorted; `nil` only if the folder does not exist.
  static func names(in folder: String) throws(IndexError) -> [String]? {
    guard let stream = opendir(folder) else {
      if errno == ENOENT { return nil }
      throw failure("read the folder \(folder)")
    }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        guard errno == 0 else { throw failure("read the folder \(folder)") }
        return names.sorted()
      }
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
  }

  /// The status of a path without following links; `nil` only if nothing exists there.
  static func status(_ path: String) throws(IndexError) -> stat? {
    var status = stat()
    if lstat(path, &status) == 0 { return status }
    if errno == ENOENT { return nil }
    throw failure("examine \(path)")
  }
}

extension stat {
  /// Whether it is a folder.
  var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
  /// Whether it is a regular file.
  var isFile: Bool { st_mode & S_IFMT == S_IFREG }
}
