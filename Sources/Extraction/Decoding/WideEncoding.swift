// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Recognises UTF-16 and UTF-32 without a byte order mark.
///
/// Neither is declared in a file of plain text (RFC 2781, 3.3), but both show: one byte of each
/// unit is zero or the number of a script's block, which 8-bit text has only as control characters.
enum WideEncoding {
  /// Number of bytes to examine.
  private static let sampleSize = 8_192
  /// Minimum number of units for a result.
  private static let minimumUnits = 4

  /// The encoding of bytes; `nil` if they are not in a wide encoding.
  static func of(_ bytes: some Collection<UInt8>) -> String? {
    let sample = Array(bytes.prefix(sampleSize))
    guard sample.contains(where: { $0 < 0x20 && !isTextControl($0) }) else { return nil }
    let zeros = (0..<4).map { place in
      stride(from: place, to: sample.count, by: 4).count { sample[$0] == 0 }
    }
    let quarter = sample.count / 4
    if quarter >= minimumUnits {
      // Every fourth byte of UTF-32 is zero, and the one beside it is hardly ever more than 1.
      if zeros[3] == quarter, zeros[2] * 10 >= quarter * 9, isText(scalars32(sample, [3, 2, 1, 0]))
      {
        return "UTF-32LE"
      }
      if zeros[0] >= quarter, zeros[1] * 10 >= quarter * 9, isText(scalars32(sample, [0, 1, 2, 3]))
      {
        return "UTF-32BE"
      }
    }
    guard sample.count / 2 >= minimumUnits else { return nil }
    let controls = (0..<2).map { parity in
      stride(from: parity, to: sample.count, by: 2).count {
        sample[$0] < 0x20 && !isTextControl(sample[$0])
      }
    }
    // The high bytes of a text in any script are spaced by those of its spaces, U+0020.
    let units = sample.count / 2
    for (high, name) in [(1, "UTF-16LE"), (0, "UTF-16BE")] where controls[high] > 0 {
      let scalars = scalars16(sample, high: high)
      let isAlphabetic = controls[high] * 20 > units && controls[high] > controls[1 - high]
      if isText(scalars), isAlphabetic || isEastAsian(scalars ?? []) { return name }
    }
    return nil
  }

  /// Whether ideographs, kana or Hangul are as in a text and not as chance would have them.
  private static func isEastAsian(_ scalars: [UInt32]) -> Bool {
    let common = scalars.count { commonScalars.contains($0) }
    return common * 25 >= scalars.count
  }

  /// The most common characters of Chinese, Japanese and Korean.
  private static let commonScalars = Set(
    "的一是不了在人有我他這这个們们中来上大為和国國。、，のにはをたがでとしれさ이다는을의에가고하지"
      .unicodeScalars.map(\.value))

  /// Whether a control character is one that texts have: tab to carriage return, or escape.
  private static func isTextControl(_ byte: UInt8) -> Bool {
    (0x07...0x0D).contains(byte) || byte == 0x1A || byte == 0x1B
  }

  private static func scalars16(_ bytes: [UInt8], high: Int) -> [UInt32]? {
    var scalars: [UInt32] = []
    var lead: UInt32?
    for index in stride(from: 0, to: bytes.count - 1, by: 2) {
      let unit = UInt32(bytes[index + high]) << 8 | UInt32(bytes[index + 1 - high])
      switch (lead, unit) {
      case (let first?, 0xDC00...0xDFFF):
        scalars.append(0x10000 + (first - 0xD800) << 10 + (unit - 0xDC00))
        lead = nil
      case (nil, 0xD800...0xDBFF): lead = unit
      case (nil, 0xDC00...0xDFFF), (.some, _): return nil
      default: scalars.append(unit)
      }
    }
    return scalars
  }

  private static func scalars32(_ bytes: [UInt8], _ order: [Int]) -> [UInt32]? {
    stride(from: 0, to: bytes.count - 3, by: 4).map { index in
      order.reduce(UInt32(0)) { $0 << 8 | UInt32(bytes[index + $1]) }
    }
  }

  /// Whether code points are those of a text: nearly all letters, marks, figures, spaces and
  /// punctuation of few scripts, and none that Unicode does not assign.
  private static func isText(_ scalars: [UInt32]?) -> Bool {
    guard let scalars, !scalars.isEmpty else { return false }
    var good = 0
    var blocks: [UInt32: Int] = [:]
    for value in scalars {
      guard let scalar = Unicode.Scalar(value) else { return false }
      switch scalar.properties.generalCategory {
      case .unassigned, .privateUse, .surrogate: continue
      case .control where value > 0x0D || value < 0x07: continue
      default: good += 1
      }
      // Ideographs and Hangul are one script over many blocks of 256.
      let isWideScript = (0x3000...0xD7FF).contains(value)
      blocks[isWideScript ? 0x30 : value >> 8, default: 0] += 1
    }
    let main = blocks.values.sorted(by: >).prefix(3).reduce(0, +)
    return good * 100 >= scalars.count * 97 && main * 10 >= scalars.count * 9
  }
}
