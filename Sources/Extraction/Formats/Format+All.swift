// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

extension Format {
  /// All formats, in the order in which they are tried.
  package static let all: [Format] = [
    .epub, .docx, .odt, .pdf, .rtf, .tei, .fb2, .djvuXML, .html, .muse, .markdown, .passages, .text,
  ]

  /// The format that works store under a name.
  package init?(named name: String) {
    guard let format = Format.all.first(where: { $0.name == name }) else { return nil }
    self = format
  }
}
