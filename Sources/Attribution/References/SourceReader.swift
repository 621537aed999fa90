// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Reads one source from the tokens of a reference: names, title, container, place.
///
/// The order is that of the Chicago Manual of Style (18th edition, 14.1–14.64) and its
/// relatives: authors, title, the work it stands in, publication, place; each may be left out.
struct SourceReader {
  let text: [Unicode.Scalar]

  let names: NameReader

  /// Family names of those whom the text knows as persons.
  let people: Set<String>

  /// Whether numbers at the end are pages even without a sign, as in notes.
  let takesBarePages: Bool

  var source = ParsedSource()

  var texts: [ArraySlice<Token>] = []

  init(text: [Unicode.Scalar], names: NameReader, people: Set<String>, takesBarePages: Bool) {
    self.text = text
    self.names = names
    self.people = people
    self.takesBarePages = takesBarePages
  }

  /// Reads a source.
  static func read(
    _ tokens: ArraySlice<Token>, text: [Unicode.Scalar], names: NameReader, people: Set<String>,
    takesBarePages: Bool
  ) -> ParsedSource {
    var reader = SourceReader(
      text: text, names: names, people: people, takesBarePages: takesBarePages)
    reader.divide(tokens)
    reader.assign()
    return reader.source
  }

  /// The range of years that ends a title, with the comma before it.
  var titleYears: (Int, Int)?
}
