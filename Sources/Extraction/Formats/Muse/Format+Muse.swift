// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

extension Format {
  /// Text::Amuse, the markup of the Anarchist Library.
  package static let muse = Format(
    "muse", title: "Muse, of the Anarchist Library", suffixes: ["muse"], version: 5,
    alsoRead: "the `#` header, headings, notes of both kinds, quotations, verse, marks of pages",
    reader: .text(encoding: DeclaredEncoding.inText) { text, file, _ in
      MuseText.extract(text, file: file)
    })
}
