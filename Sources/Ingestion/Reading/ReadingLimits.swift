// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Extraction

/// Limits on time and memory for reading one text.
package struct ReadingLimits: Sendable, Hashable {
  /// Time limit in seconds; `nil` to make it depend on the size of the text.
  package var seconds: Int?
  /// Memory limit of a reader, in bytes.
  package var memory: Int

  package init(seconds: Int? = nil, memory: Int = 4 << 30) {
    self.seconds = seconds
    self.memory = memory
  }

  /// Minimum time, additional time per megabyte, and maximum time, in seconds.
  private static let (base, perMegabyte, most) = (20, 10, 600)
  /// Limit for a whole scan; each page has its own limit (`Recognition`).
  private static let scan = 24 * 3_600

  /// Time limit for a text of this size, in seconds.
  func seconds(bytes: Int, isScan: Bool) -> Int {
    if let seconds { return seconds }
    return isScan ? Self.scan : min(Self.most, Self.base + Self.perMegabyte * bytes / 1_000_000)
  }
}

extension ReadingRequest {
  /// Time limit for this request, in seconds.
  func seconds(_ limits: ReadingLimits) -> Int {
    switch content {
    case .file(let bytes):
      let isScan = options.recognition != nil && bytes.starts(with: "%PDF-".utf8)
      return limits.seconds(bytes: bytes.count, isScan: isScan)
    case .text(let bytes), .passages(let bytes):
      return limits.seconds(bytes: bytes.count, isScan: false)
    case .failure: return limits.seconds(bytes: 0, isScan: false)
    }
  }
}
