// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

extension Format {
  /// Rich Text, as word processors write it.
  package static let rtf = Format(
    "rtf", title: "Rich Text", suffixes: ["rtf"],
    mediaTypes: ["application/rtf": "rtf", "text/rtf": "rtf"],
    signature: .markup(["{\\rtf"]), version: 1,
    alsoRead:
      "headings by their styles, footnotes and endnotes; not deleted or hidden text, nor running heads",
    reader: .bytes { RTFText.extract($0) })
}
