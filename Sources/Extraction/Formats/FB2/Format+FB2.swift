// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

extension Format {
  /// FictionBook 2.
  package static let fb2 = Format(
    "fb2", title: "FictionBook 2", suffixes: ["fb2"],
    mediaTypes: ["application/x-fictionbook+xml": "fb2", "application/x-fictionbook": "fb2"],
    signature: .root(["fictionbook"]), version: 1,
    alsoRead: "the description of the work and of its edition, notes, verse, epigraphs",
    reader: .text(encoding: DeclaredEncoding.inHTML) { text, file, _ in
      FB2Text.extract(text, file: file)
    })
}
