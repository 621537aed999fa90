// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A format that texts come in and that is not read, with what to do about it.
package struct UnreadFormat: Sendable {
  /// What people call it.
  package let title: String
  /// The suffixes of its files in lower case, without dots.
  package let suffixes: [String]
  /// What its files begin with; empty if they share that with formats that are read.
  let signatures: [[UInt8]]
  /// What to do, in a sentence.
  package let hint: String

  private init(_ title: String, _ suffixes: [String], _ signatures: [[UInt8]] = [], hint: String) {
    self.title = title
    self.suffixes = suffixes
    self.signatures = signatures
    self.hint = hint
  }

  /// The format of a file by its name; `nil` if it is not one of these.
  package init?(ofFileNamed name: String) {
    let suffix = Format.suffix(of: name)
    guard let format = Self.all.first(where: { $0.suffixes.contains(suffix) }) else { return nil }
    self = format
  }

  /// All of them.
  package static let all: [UnreadFormat] = [
    UnreadFormat(
      "DjVu", ["djvu", "djv"], [Array("AT&TFORM".utf8)],
      hint: "Extract its text with `djvutxt FILE.djvu FILE.txt`, or convert it to PDF."),
    UnreadFormat(
      "Word 97", ["doc", "dot"], [[0xD0, 0xCF, 0x11, 0xE0]], hint: officeHint),
    UnreadFormat(
      "Mobipocket", ["mobi", "prc", "azw", "azw3", "kfx"], hint: bookHint),
    UnreadFormat("Microsoft Reader", ["lit"], hint: bookHint),
    UnreadFormat("compiled HTML", ["chm"], hint: bookHint),
    UnreadFormat(
      "PostScript", ["ps", "eps"], hint: "Convert it to PDF with `ps2pdf FILE.ps FILE.pdf`."),
    UnreadFormat(
      "LaTeX", ["tex", "latex"],
      hint: "Convert it to Markdown with `pandoc FILE.tex -o FILE.md`."),
    UnreadFormat(
      "image", ["png", "jpg", "jpeg", "tif", "tiff", "jp2"],
      [[0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], Array("II*\0".utf8), Array("MM\0*".utf8)],
      hint: "Put the pages into a PDF with `img2pdf`, and read it with `pamphlet index --ocr`."),
    UnreadFormat(
      "RAR archive", ["rar", "cbr"], [Array("Rar!".utf8)], hint: "Unpack it into a folder."),
    UnreadFormat(
      "uncompressed tar archive", ["tar"],
      hint: "Unpack it into a folder, or compress it with `gzip FILE.tar`."),
  ]

  private static let officeHint =
    "Save it as HTML, for example with `soffice --headless --convert-to html FILE`."
  private static let bookHint = "Convert it to EPUB with Calibre: `ebook-convert FILE FILE.epub`."
}
