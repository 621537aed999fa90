// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

extension Format {
  /// TEI, the markup of scholarly editions: P5 and P4.
  package static let tei = Format(
    "tei", title: "TEI", suffixes: ["xml", "tei"], mediaTypes: ["application/tei+xml": "tei"],
    signature: .root(["tei", "tei.2", "teicorpus", "teicorpus.2"]), version: 1,
    alsoRead: """
      the header's facts about the work and its printed source, pages, speakers, notes and their \
      marks, printed and corrected readings
      """,
    reader: .text(encoding: DeclaredEncoding.inHTML) { text, file, _ in
      TEIText.extract(text, file: file)
    })
}
