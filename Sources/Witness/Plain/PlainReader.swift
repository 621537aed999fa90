// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// How the files of a format are read plainly.
struct PlainReader: Sendable {
  /// The names of the formats that it reads.
  let formats: [String]
  /// Whether it starts a program.
  var isExternal = false
  /// Reads a file; the accounted text tells only in which encoding its words make sense.
  let read: @Sendable ([UInt8], AccountedText) -> PlainReading

  /// All readers; a new format is a line here.
  static let all = [
    PlainReader(formats: ["text"]) { PlainText.read(PlainDecoding.text($0, like: $1)) },
    PlainReader(formats: ["muse"]) {
      PlainMarks.read(PlainDecoding.text($0, like: $1), PlainMarks.muse)
    },
    PlainReader(formats: ["markdown"]) {
      PlainMarks.read(PlainDecoding.text($0, like: $1), PlainMarks.markdown)
    },
    PlainReader(formats: ["html"]) { PlainMarkup.read(html: $0, like: $1) },
    PlainReader(formats: ["epub"]) { PlainEPUB.read($0, like: $1) },
    PlainReader(formats: ["pdf"], isExternal: true) { bytes, _ in PlainPDF.read(bytes) },
    PlainReader(formats: ["rtf"]) { PlainRTF.read($0, like: $1) },
    PlainReader(formats: ["docx"]) { bytes, _ in
      PlainArchive.read(bytes) { name in
        name.hasPrefix("word/") && name.hasSuffix(".xml")
          && ["document", "footnotes", "endnotes"].contains { name.hasPrefix("word/\($0)") }
      }
    },
    PlainReader(formats: ["odt"]) { bytes, _ in
      bytes.starts(with: [0x50, 0x4B])
        ? PlainArchive.read(bytes) { $0 == "content.xml" }
        : PlainMarkup.read(xml: bytes, place: nil)
    },
    PlainReader(formats: ["tei", "fb2", "djvu-xml"]) { bytes, _ in
      PlainMarkup.read(xml: bytes, place: nil)
    },
  ]

  static func named(_ format: String) -> PlainReader? {
    all.first { $0.formats.contains(format) }
  }
}
