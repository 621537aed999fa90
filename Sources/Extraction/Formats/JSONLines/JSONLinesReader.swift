// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Reads members from JSON lines: each text is one line, each work a run of passages.
struct JSONLinesReader {
  /// Maximum length of a line in bytes.
  private static let longest = 64 << 20

  private let name: String
  private let prefix: String
  private var buffer: [UInt8]
  private var start = 0
  private var lineNumber = 0
  private var hasEnded = false
  private var keys: Set<String> = []
  /// Passages of the current work, collected until another work begins.
  private var work: (id: String, bytes: [UInt8], line: Int)?
  /// A member already read that must wait because another is returned first.
  private var waiting: Member?

  /// - Parameters:
  ///   - bytes: Contents of the file; empty if it is unpacked from an archive.
  ///   - prefix: Prefix for the keys of its members.
  init(name: String, _ bytes: [UInt8], prefix: String = "") {
    self.name = name
    self.prefix = prefix
    buffer = bytes
  }

  /// The next member; `nil` after the last.
  mutating func next(from archive: ArchiveReader?) -> Member? {
    if let member = waiting {
      waiting = nil
      return member
    }
    while let line = nextLine(archive) {
      guard line.count <= Self.longest else {
        return Member(
          name: "\(name):\(lineNumber)", key: nil,
          content: .failure(
            Diagnostic(
              .error, code: "line-too-long",
              "The line is longer than \(Self.longest) bytes; it was skipped.", file: name,
              line: lineNumber)))
      }
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      switch RecordKey(line) {
      case .passage(let id) where work?.id == id:
        work?.bytes.append(contentsOf: line)
        work?.bytes.append(0x0A)
      case .passage(let id):
        let finished = takeWork()
        work = (id, line + [0x0A], lineNumber)
        if let finished { return finished }
      case .text(let id):
        let member = Member(
          name: "\(name):\(lineNumber)", key: key(id ?? "line \(lineNumber)"),
          line: lineNumber, content: .text(line))
        guard let finished = takeWork() else { return member }
        waiting = member
        return finished
      }
    }
    if let cause = archive?.failure, !hasEnded {
      hasEnded = true
      waiting = Member(
        name: name, key: nil,
        content: .failure(
          Diagnostic(
            .error, code: "unreadable-archive",
            "Unpacking failed: \(cause). What had been read before was kept.",
            file: name)))
    }
    return takeWork()
      ?? {
        defer { waiting = nil }; return waiting
      }()
  }

  private mutating func takeWork() -> Member? {
    guard let finished = work else { return nil }
    work = nil
    return Member(
      name: "\(name):\(finished.line)", key: key(finished.id), line: finished.line,
      content: .passages(finished.bytes))
  }

  /// Makes a key unique among the members.
  private mutating func key(_ wanted: String) -> String {
    let key = prefix + wanted
    if keys.insert(key).inserted { return key }
    let own = "\(key)#\(lineNumber)"
    keys.insert(own)
    return own
  }

  private mutating func nextLine(_ archive: ArchiveReader?) -> [UInt8]? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        defer { start = end + 1 }
        lineNumber += 1
        return Array(buffer[start..<end])
      }
      searched = buffer.count
      // Frees memory occasionally rather than after every line.
      if start > 1 << 20 {
        buffer.removeFirst(start)
        searched -= start
        start = 0
      }
      if buffer.count - start > Self.longest + 1 {
        // The line is too long: keep only its beginning and skip to its end.
        buffer.removeLast(buffer.count - start - Self.longest - 1)
        searched = buffer.count
      }
      guard let archive, archive.read(into: &buffer) else { break }
    }
    guard start < buffer.count else { return nil }
    defer { start = buffer.count }
    lineNumber += 1
    return Array(buffer[start...])
  }
}
