// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

extension Format {
  /// Markdown as GitHub reads it, with notes.
  package static let markdown = Format(
    "markdown", title: "Markdown", suffixes: ["md", "markdown", "mkd", "mdown"],
    mediaTypes: ["text/markdown": "md"], version: 6,
    alsoRead: "YAML or TOML header, `[^n]` notes",
    reader: .text(encoding: DeclaredEncoding.inText) { text, file, _ in
      MarkdownText.extract(text, file: file)
    })
}
