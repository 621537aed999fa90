// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

extension Format {
  /// The text of a scan as the Internet Archive has it: `NAME_djvu.xml`.
  package static let djvuXML = Format(
    "djvu-xml", title: "text of scans in DjVu's XML", suffixes: ["xml"],
    signature: .root(["djvuxml"]), version: 1,
    alsoRead: "pages, and all that is read of plain text",
    reader: .text(encoding: DeclaredEncoding.inHTML) { text, file, _ in
      DjVuXMLText.extract(text, file: file)
    })
}
