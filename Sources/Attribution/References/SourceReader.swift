// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import TextFolding

/// Parses one source from the tokens of a reference: names, title, container, location.
///
/// Expects the order of the Chicago Manual of Style (18th edition, 14.1–14.64) and related styles:
/// authors, title, containing work, publication, location. Each part is optional.
struct SourceReader {
  let text: [Unicode.Scalar]

  let names: NameReader

  /// Folded family names of the people known in the text.
  let people: Set<String>

  /// Whether trailing numbers are pages even without an abbreviation, as in notes.
  let takesBarePages: Bool

  var source = ParsedSource()

  var texts: [ArraySlice<Token>] = []

  init(text: [Unicode.Scalar], names: NameReader, people: Set<String>, takesBarePages: Bool) {
    self.text = text
    self.names = names
    self.people = people
    self.takesBarePages = takesBarePages
  }

  /// Parses a source.
  static func read(
    _ tokens: ArraySlice<Token>, text: [Unicode.Scalar], names: NameReader, people: Set<String>,
    takesBarePages: Bool
  ) -> ParsedSource {
    var reader = SourceReader(
      text: text, names: names, people: people, takesBarePages: takesBarePages)
    reader.sliceStart = tokens.first?.range.lowerBound
    reader.divide(reader.takeLabel(tokens))
    reader.assign()
    if takesBarePages { reader.finish() }
    return reader.source
  }

  /// Where the reference begins, in code points.
  var sliceStart: Int?

  /// Number of segments before the year that ends a note; `nil` if no year stands alone.
  var textsBeforeYear: Int?

  /// Where the authors end that stand before everything else, in code points.
  var namesEnd: Int?

  /// Start and end of a year range that concludes a title, in code points.
  var titleYears: (Int, Int)?
}
