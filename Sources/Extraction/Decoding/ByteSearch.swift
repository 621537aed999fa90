// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CLinux

/// Looks for short text in long text as bytes, without regard to letters made of several code points.
enum ByteSearch {
  /// Whether a text contains another, compared byte by byte in UTF-8.
  static func contains(_ text: some StringProtocol, _ part: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { contains(UnsafeRawBufferPointer($0), part) }
      ?? contains(Array(text.utf8), part)
  }

  static func contains(_ bytes: [UInt8], _ part: String) -> Bool {
    bytes.withUnsafeBytes { contains($0, part) }
  }

  private static func contains(_ bytes: UnsafeRawBufferPointer, _ part: String) -> Bool {
    guard let base = bytes.baseAddress else { return part.isEmpty }
    return memmem(base, bytes.count, part, part.utf8.count) != nil
  }
}
