// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import FoundationEssentials
import Glibc

/// The folder of an index, and the names in it.
///
/// ```
/// XAPIANDB            stub file: says which generation is the index (any Xapian tool opens the folder)
/// generation-000012/  the database
/// building/           parts of the next generation; swept away by the next writer
/// lock                held by the one writer
/// ```
///
/// A new generation is published by renaming a new stub over the old one, which the file system does
/// as a whole or not at all; that, and Xapian's own transactions, are why a reader sees all of a
/// change or nothing, and why a process killed at any moment leaves the old index or the new.
struct IndexFolder: Sendable {
  /// The path of the folder.
  let path: String

  /// The stub file.
  var stub: String { path + "/XAPIANDB" }
  /// The lock file.
  var lock: String { path + "/lock" }
  /// The folder of unfinished work.
  var building: String { path + "/building" }

  /// The folder of a generation.
  func generation(_ number: Int) -> String {
    let digits = String(number)
    let zeros = String(repeating: "0", count: max(0, 6 - digits.count))
    return "\(path)/generation-\(zeros)\(digits)"
  }

  /// The number of the published generation; `nil` if the folder holds no index.
  func publishedGeneration() throws(IndexError) -> Int? {
    guard let text = read(stub) else { return nil }
    guard let name = text.split(whereSeparator: { $0 == " " || $0 == "\n" }).last,
      name.hasPrefix("generation-"), let number = Int(name.dropFirst("generation-".count))
    else {
      throw IndexError(
        .corrupt,
        "The file \(stub) does not name a generation of an index.",
        hint: "Remove it and build the index again with `pamphlet index PATH...`."
      )
    }
    return number
  }

  /// Makes a generation the index.
  ///
  /// The file is synced before and the folder after the rename, so that it survives a power cut.
  func publish(_ number: Int) throws(IndexError) {
    let name = generation(number).split(separator: "/").last ?? ""
    let temporary = stub + ".new"
    try write("auto \(name)\n", to: temporary)
    guard rename(temporary, stub) == 0 else { throw systemError("rename \(temporary)") }
    sync(folder: path)
  }

  /// Removes what no index and no writer needs: unfinished work and generations of the past.
  func sweep(keeping number: Int?) {
    let kept = number.map { generation($0) }
    try? FileManager.default.removeItem(atPath: building)
    for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    where name.hasPrefix("generation-") && "\(path)/\(name)" != kept {
      try? FileManager.default.removeItem(atPath: "\(path)/\(name)")
    }
  }

  /// Makes a folder and those above it.
  func make(_ folder: String) throws(IndexError) {
    do {
      try FileManager.default.createDirectory(
        atPath: folder,
        withIntermediateDirectories: true
      )
    } catch {
      throw IndexError(
        .storage,
        "The folder \(folder) cannot be made.",
        hint: "Choose another with `--index`, or change its permissions.",
        underlying: "\(error)"
      )
    }
  }

  /// The bytes that a generation takes on disk.
  func byteCount(ofGeneration number: Int) -> Int {
    let folder = generation(number)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.reduce(0) { total, name in
      var status = stat()
      return stat("\(folder)/\(name)", &status) == 0 ? total + Int(status.st_size) : total
    }
  }

  /// The text of a small file; `nil` if it is not there.
  func read(_ file: String) -> String? {
    let descriptor = open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 256)
    let count = Glibc.read(descriptor, &buffer, buffer.count)
    return count < 0 ? nil : String(decoding: buffer.prefix(count), as: UTF8.self)
  }

  private func write(_ text: String, to file: String) throws(IndexError) {
    let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw systemError("create \(file)") }
    defer { close(descriptor) }
    let bytes = Array(text.utf8)
    guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0
    else { throw systemError("write \(file)") }
  }

  private func sync(folder: String) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// The error of the system call that just failed.
  func systemError(_ action: String) -> IndexError {
    IndexError(
      .storage,
      "Could not \(action): \(String(cString: strerror(errno))).",
      hint: "Look at the disk: is it full, may you write there?"
    )
  }
}
