// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CUchardet

/// Detects the encoding of text that does not declare it (uchardet).
enum EncodingDetection {
  /// Number of bytes to examine.
  private static let sampleSize = 1 << 20

  /// The detected encoding; `nil` if the detector is unsure.
  static func encoding(of bytes: [UInt8]) -> String? {
    guard let detector = uchardet_new() else { return nil }
    defer { uchardet_delete(detector) }
    let isRead = bytes.withUnsafeBytes { bytes in
      uchardet_handle_data(
        detector,
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
        min(bytes.count, sampleSize)
      ) == 0
    }
    guard isRead else { return nil }
    uchardet_data_end(detector)
    let name = String(cString: uchardet_get_charset(detector))
    return name.isEmpty ? nil : name
  }
}
