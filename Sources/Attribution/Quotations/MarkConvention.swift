// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Which way the guillemets of a text point.
///
/// German and Danish printers set »so«, French, Italian, Spanish and Russian ones «so», Swedish and
/// Finnish ones »so». With spaces inside, as in « so », only the shape tells an opening mark from a
/// closing one.
enum MarkConvention {
  /// «…»
  case outward
  /// »…«
  case inward
  /// Neither prevails: the neighbours of each mark decide.
  case mixed

  /// Reads the convention from all passages.
  init(_ passages: [ReadPassage]) {
    var inward = 0
    var outward = 0
    for passage in passages {
      let text = passage.text
      for index in text.indices where text[index] == "«" || text[index] == "»" {
        let before = index > 0 ? text[index - 1] : " "
        let after = index + 1 < text.count ? text[index + 1] : " "
        let opens = QuotationMark.isBefore(before) && !after.isSpace
        let closes = !before.isSpace && QuotationMark.isAfter(after)
        // « so » with spaces: German, Danish and Swedish printers set none.
        let isSpaced = before.isSpace && after.isSpace
        if opens == closes {
          outward += isSpaced ? 1 : 0
        } else if opens == (text[index] == "«") {
          outward += 1
        } else {
          inward += 1
        }
      }
    }
    self =
      outward > 4 * inward ? .outward : inward > 4 * outward ? .inward : .mixed
  }
}
