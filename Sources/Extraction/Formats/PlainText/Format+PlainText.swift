// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

extension Format {
  /// Plain text, as people type it and OCR programs print it.
  package static let text = Format(
    "text", title: "plain text", suffixes: ["txt", "text", "asc"],
    mediaTypes: ["text/plain": "txt"], version: 6,
    alsoRead: """
      pages, running heads, notes at their feet and their garbled marks, words broken at line ends; \
      Project Gutenberg's header
      """,
    reader: .text(encoding: DeclaredEncoding.inText) { text, file, stated in
      PlainText.extract(text, file: file, stating: stated)
    })
}
