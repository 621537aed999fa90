// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Emphasis by signs: `*words*`, `**words**` or `=code=`.
struct MuseEmphasis {
  /// Greatest number of code points that can be emphasised.
  private static let reach = 1_500

  /// Number of signs at each end.
  let length: Int
  /// Index of the first closing sign.
  let end: Int

  /// Reads emphasis, which must adjoin words and close in the same paragraph.
  init?(_ source: [Unicode.Scalar], at index: Int, _ sign: Unicode.Scalar) {
    var length = 1
    while length < 3, sign == "*", index + length < source.count, source[index + length] == sign {
      length += 1
    }
    let before = index > 0 ? source[index - 1] : " "
    let next = index + length
    guard !before.properties.isAlphabetic, before.properties.numericType == nil,
      next < source.count, !source[next].properties.isWhitespace, source[next] != sign
    else { return nil }
    var end = next
    while end + length <= source.count, end - next < Self.reach {
      let isClosing =
        source[end..<(end + length)].allSatisfy { $0 == sign }
        && !source[end - 1].properties.isWhitespace && end > next
      let after = end + length < source.count ? source[end + length] : " "
      if isClosing, !after.properties.isAlphabetic, after != sign {
        self.length = length
        self.end = end
        return
      }
      end += 1
    }
    return nil
  }
}
