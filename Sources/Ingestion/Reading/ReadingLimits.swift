// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Extraction

/// How long reading one text may take, and how much memory its reader may hold.
package struct ReadingLimits: Sendable, Hashable {
  /// The time for any text, in seconds; `nil` for one that depends on its size.
  package var seconds: Int?
  /// The memory of a reader, in bytes.
  package var memory: Int

  /// Creates limits.
  package init(seconds: Int? = nil, memory: Int = 4 << 30) {
    self.seconds = seconds
    self.memory = memory
  }

  /// The longest and shortest of times that depend on the size, and what a megabyte adds, in seconds.
  private static let (base, aMegabyte, most) = (20, 10, 600)
  /// A scan is read page by page, each within a limit of its own (`Recognition`).
  private static let scan = 24 * 3_600

  /// The time for a text of so many bytes, in seconds.
  func seconds(bytes: Int, isScan: Bool) -> Int {
    if let seconds { return seconds }
    return isScan ? Self.scan : min(Self.most, Self.base + Self.aMegabyte * bytes / 1_000_000)
  }
}

extension ReadingRequest {
  /// The time that it may take, in seconds.
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
