// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CXXHash
import Corpus
import FoundationEssentials
import Glibc
import XapianStore

/// The error for a file whose contents cannot be read.
struct UnreadableFile: Error {
  var diagnostic: Diagnostic
}

/// Reads and hashes files.
enum FileBytes {
  /// Maximum size of a file, in bytes.
  static let limit = 512 << 20

  /// Reads a whole file, or its beginning.
  ///
  /// - Parameter head: Number of bytes to read from the beginning; `nil` for the whole file, which
  ///   must not exceed `limit`.
  static func read(_ file: FoundFile, head: Int? = nil) -> Result<[UInt8], UnreadableFile> {
    let descriptor = SystemPath.with(file.path) { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard descriptor >= 0 else { return .failure(failure(file, "cannot be opened")) }
    defer { close(descriptor) }
    if head == nil, file.size > limit {
      return .failure(
        UnreadableFile(
          diagnostic: Diagnostic(
            .error,
            code: "file-too-large",
            "The file has \(file.size) bytes; the limit is \(limit). Split it into smaller files.",
            file: file.name
          )
        )
      )
    }
    if head == nil { return readWhole(file, descriptor) }
    let wanted = head.map { min($0, file.size) } ?? file.size
    guard let bytes = readBytes(descriptor, wanted) else {
      return .failure(failure(file, "cannot be read"))
    }
    return .success(bytes)
  }

  /// How many times to read a file that keeps changing.
  private static let maximumTries = 3

  /// Reads a consistent version of the file, starting over if it changes meanwhile.
  private static func readWhole(
    _ file: FoundFile, _ descriptor: Int32
  ) -> Result<[UInt8], UnreadableFile> {
    for _ in 0..<maximumTries {
      var before = stat()
      var after = stat()
      guard fstat(descriptor, &before) == 0, lseek(descriptor, 0, SEEK_SET) == 0,
        Int(before.st_size) <= limit, let bytes = readBytes(descriptor, Int(before.st_size)),
        fstat(descriptor, &after) == 0
      else { return .failure(failure(file, "cannot be read")) }
      if bytes.count == Int(after.st_size), before.st_mtim.tv_sec == after.st_mtim.tv_sec,
        before.st_mtim.tv_nsec == after.st_mtim.tv_nsec
      {
        return .success(bytes)
      }
    }
    return .failure(
      UnreadableFile(
        diagnostic: Diagnostic(
          .error, code: "changing-file",
          "The file kept changing while it was read. Index it again once it is complete.",
          file: file.name)))
  }

  /// Reads `wanted` bytes, or fewer at the end of the file; `nil` if reading fails.
  private static func readBytes(_ descriptor: Int32, _ wanted: Int) -> [UInt8]? {
    var readCount = 0
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: max(wanted, 1)) { buffer, count in
      while readCount < wanted {
        let count = Glibc.read(
          descriptor,
          buffer.baseAddress?.advanced(by: readCount),
          wanted - readCount
        )
        if count < 0, errno == EINTR { continue }
        failed = count < 0
        if count <= 0 { break }
        readCount += count
      }
      count = readCount
    }
    return failed ? nil : bytes
  }

  /// Size of a file in bytes; `nil` if it does not exist.
  static func size(_ path: String) -> Int? {
    var status = stat()
    return SystemPath.with(path) { stat($0, &status) } == 0 ? Int(status.st_size) : nil
  }

  private static func failure(_ file: FoundFile, _ what: String) -> UnreadableFile {
    UnreadableFile(
      diagnostic: Diagnostic(
        .error,
        code: "unreadable-file",
        "The file \(what): \(String(cString: strerror(errno))). It was not indexed.",
        file: file.name
      )
    )
  }

  /// Hash that identifies the contents of a file (XXH3, 128 bits, hexadecimal).
  static func hash(_ bytes: [UInt8]) -> String {
    let hash = bytes.withUnsafeBytes { XXH3_128bits($0.baseAddress, $0.count) }
    return hash.high64.hexadecimal + hash.low64.hexadecimal
  }
}
