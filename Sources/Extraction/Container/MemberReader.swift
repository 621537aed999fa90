// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Reads the members of a container: a compressed file, an archive or JSON lines.
package final class MemberReader {
  /// Maximum size of a member in bytes.
  private static let largest = 256 << 20

  private let name: String
  private let archive: ArchiveReader?
  private var lines: JSONLinesReader?
  private var hasEnded = false
  private var passedOver = PassedOver()

  /// Opens a file; `nil` if neither its name nor its contents indicate a container.
  package init?(name: String, bytes: [UInt8]) {
    self.name = name
    if Self.isJSONLines(name), !ArchiveReader.isPacked(bytes) {
      archive = nil
      lines = JSONLinesReader(name: name, bytes)
    } else if Self.mayHoldMembers(name), let reader = ArchiveReader(bytes) {
      archive = reader
    } else {
      return nil
    }
  }

  /// Whether the file name indicates a container.
  package static func mayHoldMembers(_ name: String) -> Bool {
    isJSONLines(name) || has(name, Packing.suffixes)
  }

  /// Whether the bytes are those of a compressed file or archive.
  package static func isPacked(_ bytes: [UInt8]) -> Bool { ArchiveReader.isPacked(bytes) }

  private static func isJSONLines(_ name: String) -> Bool {
    has(name, Format.passages.suffixes)
  }

  private static func has(_ name: String, _ suffixes: [String]) -> Bool {
    let name = name.lowercased()
    return suffixes.contains { name.hasSuffix(".\($0)") }
  }

  /// The next member; `nil` after the last.
  package func next() -> Member? {
    while !hasEnded {
      if let member = lines?.next(from: archive) { return member }
      lines = nil
      guard let archive else {
        hasEnded = true
        break
      }
      guard let entry = archive.nextEntry() else {
        hasEnded = true
        if let cause = archive.failure { return failure(cause) }
        break
      }
      let inner = entry.name.map { "\(name)/\($0)" } ?? Self.unpackedName(of: name)
      if entry.isEncrypted {
        return failure("“\(inner)” is encrypted", name: inner)
      }
      guard Self.isVisible(entry.name ?? "") else {
        passedOver.add(inner, .hidden)
        continue
      }
      if Self.isJSONLines(inner) {
        lines = JSONLinesReader(name: inner, [], prefix: entry.name.map { "\($0):" } ?? "")
        continue
      }
      // Nested archives are not opened, since nesting could continue without end.
      guard entry.name == nil || !Self.mayHoldMembers(inner) else {
        passedOver.add(inner, .archive)
        continue
      }
      return read(archive, name: entry.name == nil ? name : inner, key: entry.name)
    }
    return passedOver.next(in: name).map {
      Member(name: name, key: nil, content: .failure($0))
    }
  }

  private func read(_ archive: ArchiveReader, name: String, key: String?) -> Member {
    var bytes: [UInt8] = []
    while archive.read(into: &bytes) {
      guard bytes.count <= Self.largest else {
        return failure("“\(name)” has more than \(Self.largest) bytes", name: name)
      }
    }
    if let cause = archive.failure {
      hasEnded = true
      return failure(cause, name: name)
    }
    return Member(name: name, key: key, content: .file(bytes))
  }

  private func failure(_ cause: String, name: String? = nil) -> Member {
    let name = name ?? self.name
    return Member(
      name: name, key: nil,
      content: .failure(
        Diagnostic(
          .error, code: "unreadable-archive",
          "Unpacking failed: \(cause). What had been read before was kept.", file: name)))
  }

  /// The name without its compression suffix.
  package static func unpackedName(of name: String) -> String {
    guard mayHoldMembers(name), let stop = name.lastIndex(of: ".") else { return name }
    return String(name[..<stop])
  }

  /// Whether an entry is a text, rather than a hidden file or one added by an operating system.
  private static func isVisible(_ path: String) -> Bool {
    !path.split(separator: "/").contains {
      $0.hasPrefix(".") && $0 != "." && $0 != ".." || $0 == "__MACOSX"
    }
  }
}
