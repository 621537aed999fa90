// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

extension SampleText {
  /// The references as `authors|title|container|volume|pages|year`, in order.
  var forms: [String] { references.map { Self.form($0.source) } }

  /// What a note says of its sources; the text above it is always the same.
  static func note(_ note: String) -> [String] {
    SampleText(["The mills stood still that spring.^1", "^1 " + note]).forms
  }

  /// The entries of a bibliography.
  static func entries(_ paragraphs: String...) -> [String] {
    SampleText(["# On Work", "The mills stood still.", "# Bibliography"] + paragraphs).forms
  }

  private static func form(_ source: NamedSource) -> String {
    [
      source.authors.joined(separator: "+"), source.title ?? "", source.container ?? "",
      source.volume ?? "", source.pages ?? "", source.year.map(String.init) ?? "",
    ].joined(separator: "|")
  }
}
