// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

extension Format {
  /// OpenDocument texts, in archives and flat files.
  package static let odt = Format(
    "odt", title: "OpenDocument", suffixes: ["odt", "ott", "fodt"],
    mediaTypes: [
      "application/vnd.oasis.opendocument.text": "odt",
      "application/vnd.oasis.opendocument.text-template": "ott",
      "application/vnd.oasis.opendocument.text-flat-xml": "fodt",
    ],
    signature: .archive(.openDocument, or: ODTText.beginsFlat), version: 1,
    alsoRead:
      "headings and quotations by style, footnotes and endnotes, tables, frames; not deleted or hidden text",
    reader: .bytes { ODTText.extract($0) })
}
