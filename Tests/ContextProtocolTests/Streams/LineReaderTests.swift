// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc
import TestSupport
import Testing

@testable import ContextProtocol

struct LineReaderTests {
  /// The lines that a reader finds in a file.
  private func lines(_ text: String, limit: Int = 10) throws -> [LineReader.Line] {
    let folder = try TemporaryFolder()
    let descriptor = open(try folder.write(text, to: "input"), O_RDONLY | O_CLOEXEC)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    var reader = LineReader(descriptor: descriptor, limit: limit)
    var lines: [LineReader.Line] = []
    while let line = reader.next() { lines.append(line) }
    #expect(reader.next() == nil)
    return lines
  }

  private func line(_ text: String) -> LineReader.Line { .line(Array(text.utf8)) }

  @Test func `the last line needs no line end`() throws {
    #expect(try lines("") == [])
    #expect(try lines("a") == [line("a")])
    #expect(try lines("a\n") == [line("a")])
    #expect(try lines("a\n\nb\nc") == [line("a"), line(""), line("b"), line("c")])
  }

  @Test func `a line beyond the limit is refused once and skipped`() throws {
    #expect(try lines("0123456789\nb\n") == [line("0123456789"), line("b")])
    #expect(try lines("0123456789x\nb\n") == [.tooLong, line("b")])
    #expect(try lines("0123456789x") == [.tooLong])
    let long = String(repeating: "x", count: 300_000)
    #expect(try lines("a\n\(long)\nb\n\(long)") == [line("a"), .tooLong, line("b"), .tooLong])
  }

  @Test func `lines longer than a read are put together`() throws {
    let long = String(repeating: "x", count: 200_000)
    #expect(try lines("\(long)\nb", limit: 1 << 20) == [line(long), line("b")])
  }
}
