// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import FoundationEssentials
import Glibc

/// The file in which a user's edits are kept, apart from any index.
///
/// Changes are made one after the other, however many processes make them, and each is written to a
/// file beside it that then takes its place, so that readers find the old text or the new one.
package struct EditsFile: Sendable {
  /// How long to wait for another process that changes the file, in seconds.
  private static let patience = 10.0

  /// The path of the file, whether or not it exists.
  package let path: String

  /// Names a file; it need not exist.
  package init(path: String) { self.path = path }

  /// The edits, the latest last; none if there is no file.
  ///
  /// - Throws: `CatalogueFault`, which names the file, and the line if that is wrong.
  package func entries() throws(CatalogueFault) -> [CatalogueEntry] { try read().entries }

  /// Adds an edit at the end.
  package func add(_ entry: CatalogueEntry) throws(CatalogueFault) {
    try change { (text) throws(CatalogueFault) in try text.add(entry) }
  }

  /// Takes back edits, of those that there are when no other process changes the file.
  ///
  /// - Parameter choose: Chooses the edits to take back.
  /// - Returns: Those that were chosen.
  package func remove(
    _ choose: ([CatalogueEntry]) -> [CatalogueEntry]
  ) throws(CatalogueFault) -> [CatalogueEntry] {
    var chosen: [CatalogueEntry] = []
    try change { (text) throws(CatalogueFault) in
      chosen = choose(text.entries)
      if !chosen.isEmpty { try text.remove(chosen) }
    }
    return chosen
  }

  private func read() throws(CatalogueFault) -> EditsText {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0, errno == ENOENT { return try EditsText("") }
    guard descriptor >= 0 else { throw failure("read") }
    close(descriptor)
    guard let data = FileManager.default.contents(atPath: path) else { throw failure("read") }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw CatalogueFault(description: "The file \(path) is not UTF-8.")
    }
    do throws(CatalogueFault) {
      return try EditsText(text)
    } catch {
      throw CatalogueFault(description: "The file \(path) is not valid. \(error.description)")
    }
  }

  private func change(
    _ change: (inout EditsText) throws(CatalogueFault) -> Void
  ) throws(CatalogueFault) {
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/")
    if !folder.isEmpty {
      try? FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    }
    let lock = try locked()
    defer {
      flock(lock, LOCK_UN)
      close(lock)
    }
    let before = try read()
    var after = before
    do throws(CatalogueFault) {
      try change(&after)
    } catch {
      throw CatalogueFault(description: "The file \(path) cannot be changed. \(error.description)")
    }
    if after.text != before.text { try write(Array(after.text.utf8)) }
  }

  /// Takes the lock; the system ends it with the process, and its file stays.
  private func locked() throws(CatalogueFault) -> Int32 {
    let descriptor = open("\(path).lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw failure("write") }
    var waited = 0.0
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR, waited < Self.patience else {
        close(descriptor)
        throw CatalogueFault(description: "Another process is changing \(path). Try again later.")
      }
      usleep(20_000)
      waited += 0.02
    }
    return descriptor
  }

  private func write(_ bytes: [UInt8]) throws(CatalogueFault) {
    // A link is followed: the file may be kept elsewhere, with others of the user's.
    var place = path
    if let resolved = realpath(path, nil) {
      place = String(cString: resolved)
      free(resolved)
    }
    var status = stat()
    let mode = stat(place, &status) == 0 ? status.st_mode & 0o777 : 0o644
    let temporary = "\(place).new"
    unlink(temporary)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
    guard descriptor >= 0 else { throw failure("write") }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      rest = rest.dropFirst(count)
    }
    let isWritten = rest.isEmpty && fsync(descriptor) == 0
    let fault = failure("write")
    close(descriptor)
    guard isWritten, rename(temporary, place) == 0 else {
      unlink(temporary)
      throw fault
    }
  }

  private func failure(_ what: String) -> CatalogueFault {
    CatalogueFault(
      description: "Cannot \(what) the file \(path): \(String(cString: strerror(errno))).")
  }
}
