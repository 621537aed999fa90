// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

extension Format {
  /// Word documents since 2007.
  package static let docx = Format(
    "docx", title: "Word", suffixes: ["docx", "docm", "dotx", "dotm"],
    mediaTypes: [
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
      "application/vnd.ms-word.document.macroenabled.12": "docm",
      "application/vnd.openxmlformats-officedocument.wordprocessingml.template": "dotx",
      "application/vnd.ms-word.template.macroenabled.12": "dotm",
    ],
    signature: .archive(.word, or: { $0.starts(with: DOCXText.compoundFile) }), version: 1,
    alsoRead:
      "headings and quotations by style, footnotes and endnotes, tables, text boxes; not deleted or hidden text",
    reader: .bytes { DOCXText.extract($0) })
}
