// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

extension Format {
  /// HTML of every version, XHTML too.
  package static let html = Format(
    "html", title: "HTML", suffixes: ["html", "htm", "xhtml", "xht"],
    mediaTypes: ["text/html": "html", "application/xhtml+xml": "xhtml"],
    signature: .markup(["<!doctype html", "<html"]), version: 5,
    alsoRead:
      "notes by their links, marks of pages, title, author and date; not the frame of the site",
    reader: .text(encoding: DeclaredEncoding.inHTML) { text, file, _ in
      if let page = ArchivePage(text) { return page.extract(file) }
      if HOCRText.isHOCR(text) { return HOCRText.extract(text, file: file) }
      return HTMLText.extract(text, file: file)
    })
}
