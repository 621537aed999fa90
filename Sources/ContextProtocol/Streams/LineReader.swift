// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc

/// Reads lines from a file descriptor; a line that is too long is skipped, not stored.
package struct LineReader {
  /// What was read.
  package enum Line: Sendable, Equatable {
    /// A line without its end.
    case line([UInt8])
    /// A line beyond the limit; the rest of it will be skipped.
    case tooLong
  }

  /// The maximum length of a line, in bytes.
  package static let usualLimit = 1 << 20
  private static let chunk = 1 << 16

  private let descriptor: Int32
  private let limit: Int
  /// The bytes that were read; those before `start` were returned.
  private var buffer: [UInt8] = []
  private var start = 0
  /// The place up to which there is no line end.
  private var searched = 0
  private var isSkipping = false
  private var hasEnded = false

  /// Creates a reader.
  ///
  /// - Parameter limit: The maximum length of a line, in bytes.
  package init(descriptor: Int32, limit: Int = usualLimit) {
    self.descriptor = descriptor
    self.limit = limit
  }

  /// The next line; `nil` at the end of the input, whose last line needs no line end.
  package mutating func next() -> Line? {
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        let line = Array(buffer[start..<end])
        start = end + 1
        searched = start
        if !isSkipping { return line.count > limit ? .tooLong : .line(line) }
        isSkipping = false
        continue
      }
      searched = buffer.count
      if isSkipping {
        drop()
      } else if buffer.count - start > limit {
        drop()
        isSkipping = true
        return .tooLong
      }
      if hasEnded {
        let rest = Array(buffer[start...])
        drop()
        return rest.isEmpty ? nil : .line(rest)
      }
      fill()
    }
  }

  private mutating func drop() {
    buffer = []
    start = 0
    searched = 0
  }

  /// Reads once; an error counts as the end.
  private mutating func fill() {
    buffer.removeFirst(start)
    searched -= start
    start = 0
    var count = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: Self.chunk) { space, initialized in
      repeat {
        count = read(descriptor, space.baseAddress, space.count)
      } while count < 0 && errno == EINTR
      initialized = max(0, count)
    }
    hasEnded = count <= 0
    buffer.append(contentsOf: bytes)
  }
}
