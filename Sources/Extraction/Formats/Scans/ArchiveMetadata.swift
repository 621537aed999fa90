// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus
import TextFolding

/// What the Internet Archive states of a scan in a file beside its texts: `NAME_meta.xml`
/// (its “Metadata Schema”).
package enum ArchiveMetadata {
  /// How the names of such files end.
  package static let suffix = "_meta.xml"
  private static let rule = "archive-metadata"

  /// Whether a file belongs to the scan with a name: `NAME_djvu.txt`, `NAME.pdf`.
  package static func isFile(_ file: String, of item: String) -> Bool {
    file.hasPrefix(item) && ["_", "."].contains(file.dropFirst(item.count).first)
  }

  /// Reads such a file; `nil` if it is another.
  package static func metadata(_ bytes: [UInt8]) -> Metadata? {
    guard let root = XMLElement(parsing: bytes), root.name == "metadata",
      let identifier = text("identifier", in: root)
    else { return nil }
    var metadata = Metadata()
    func fact(_ value: String) -> Attributed<String> {
      Attributed(value, .stated, rule: rule, evidence: value)
    }
    metadata.url = fact("https://archive.org/details/\(identifier)")
    if let title = text("title", in: root), !JunkTitles.isJunk(title) {
      let parts = title.split(separator: " : ", maxSplits: 1).map(\.trimmed)
      metadata.title = fact(parts[0])
      if parts.count > 1 { metadata.subtitle = fact(parts[1]) }
    }
    for creator in root.children.filter({ $0.name == "creator" }).prefix(20) {
      metadata.people += Person.people(parsing: creator.text.trimmed).map {
        Attributed($0, .stated, rule: rule, evidence: creator.text.trimmed)
      }
    }
    if let publisher = text("publisher", in: root) {
      // Catalogues write `London : Marrable`.
      let parts = publisher.split(separator: " : ", maxSplits: 1).map(\.trimmed)
      metadata.publisher = parts.last.map(fact)
      if parts.count > 1 { metadata.place = fact(parts[0]) }
    }
    if let date = text("date", in: root) { metadata.setDate(date, rule: rule) }
    if let language = text("language", in: root), language.utf8.count <= 8 {
      metadata.language = fact(TEIHeader.language(language))
    }
    metadata.rights = (text("licenseurl", in: root) ?? text("rights", in: root)).map(fact)
    return metadata
  }

  private static func text(_ name: String, in root: XMLElement) -> String? {
    let words = root.children.first { $0.name == name }?.text
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.flatMap { $0.isEmpty || $0.utf8.count > 1_000 ? nil : $0 }
  }

  /// Completes a text by what is stated of its scan.
  ///
  /// The date is that of the scanned copy, so that a later one than the text has is its edition's.
  package static func complete(_ text: inout ExtractedText, by stated: Metadata) {
    var stated = stated
    if let copy = stated.year {
      (stated.year, stated.printedYear) = (nil, nil)
      if let year = text.metadata.year {
        if copy.value > year.value { stated.editionYear = copy }
      } else {
        var year = copy
        year.basis = .inferred
        stated.year = year
      }
    }
    text.metadata.state(stated)
  }
}
