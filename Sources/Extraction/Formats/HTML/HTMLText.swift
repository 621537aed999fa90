// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CGumbo
import Corpus

/// Reads HTML of any age: the visible text, without navigation.
enum HTMLText {
  /// Extracts a document.
  ///
  /// - Parameter metadata: Metadata from outside the document, which replaces the document's own.
  static func extract(
    _ text: String, file: SourceFile, stating metadata: Metadata? = nil
  ) -> ExtractedText {
    let utf8 = Array(text.utf8)
    let isXML =
      file.name.hasSuffix(".xhtml") || file.name.hasSuffix(".xht") || XHTMLMarkup.isDeclared(utf8)
    let soup = TagSoup(XHTMLMarkup(utf8, isXML: isXML).html)
    guard let tree = HTMLTree(soup.markup) else {
      return ExtractedText(
        diagnostics: [Diagnostic(.error, code: "unparsable", "The HTML cannot be parsed.")])
    }
    var reader = HTMLReader(root: tree.root)
    reader.read()
    var extracted = reader.extracted
    if soup.droppedTags > 0 {
      extracted.diagnostics.append(
        Diagnostic(
          .warning,
          code: "deep-nesting",
          "\(soup.droppedTags) tags were ignored because they are nested too deeply or too long; "
            + "their text was read."
        )
      )
    }
    if !reader.ambiguousNotes.isEmpty {
      extracted.diagnostics.append(
        Diagnostic(
          .warning, code: "ambiguous-note",
          "Several notes or marks have the same number where it should be unique "
            + "(\(reader.ambiguousNotes.prefix(8).joined(separator: ", "))); they are not tied."))
    }
    extracted.metadata = HTMLMetadata(tree.root, folder: file.folder).metadata
    if let metadata {
      extracted.metadata = metadata
    } else {
      HTMLHead.complete(&extracted, bylines: reader.bylines)
      for (line, _) in reader.bylines where !extracted.metadata.rests(on: line) {
        extracted.ledger.metadata -= Ledger.count(line)
        extracted.ledger.omit(line, rule: "byline")
      }
    }
    Gutenberg.strip(&extracted)
    TextHead.apply(to: &extracted)
    withExtendedLifetime(tree) {}
    return extracted
  }
}

extension Metadata {
  /// Whether a person or the year was read in a line.
  fileprivate func rests(on line: String) -> Bool {
    people.contains { $0.evidence == line } || year?.evidence == line
  }
}
