// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

extension Format {
  /// PDF.
  package static let pdf = Format(
    "pdf", title: "PDF", suffixes: ["pdf"], mediaTypes: ["application/pdf": "pdf"],
    signature: .certain(Array("%PDF-".utf8)), version: 5,
    alsoRead: """
      page labels, columns, notes at the foot, headings by their type, marks in margins; scans with \
      `--ocr` (tesseract)
      """,
    reader: .bytes { PDFText.extract($0) })
}
