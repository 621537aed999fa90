// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Reads FictionBook 2 (FictionBook 2.1 XML schema).
enum FB2Text {
  /// Extracts a book.
  static func extract(_ text: String, file: SourceFile) -> ExtractedText {
    let text = withoutBinaries(text)
    let description = FB2Description(text)
    let survey = FB2Survey(text)
    var reader = FB2Reader(survey)
    let diagnostics = XMLEvents.read(text) { reader.read($0) }
    var extracted = reader.writer.finish()
    omitOrnaments(&extracted)
    extracted.metadata = description.metadata
    takeTitle(&extracted)
    extracted.diagnostics = diagnostics + NoteReport.untied(in: extracted.blocks)
    TextHead.apply(to: &extracted)
    return extracted
  }

  /// Leaves out subtitles that are only signs between parts: `* * *`.
  private static func omitOrnaments(_ text: inout ExtractedText) {
    var omissions = Omissions()
    text.blocks.removeAll { block in
      guard case .heading = block.kind, block.noteMarks.isEmpty,
        !block.text.contains(where: { $0.isLetter || $0.isNumber })
      else { return false }
      omissions.add(block.text, rule: "rule")
      return true
    }
    text.ledger.text -= omissions.all.reduce(0) { $0 + $1.count }
    text.ledger.omissions += omissions.all
  }

  /// Takes the title of the body that repeats author and title, often with fewer names.
  private static func takeTitle(_ text: inout ExtractedText) {
    let title = (text.metadata.title?.value ?? "").lettersAndDigits
    let names = text.metadata.people.map { Set(words($0.value.name)) }
    while let block = text.blocks.first, case .heading = block.kind, block.noteMarks.isEmpty {
      let isName = names.contains { Set(words(block.text)).isSubset(of: $0) }
      guard block.text.lettersAndDigits == title || isName else { break }
      let count = Ledger.count(block.text)
      text.ledger.text -= count
      text.ledger.metadata += count
      text.blocks.removeFirst()
    }
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter }.map(String.init)
  }

  /// The document without its pictures, whose place blank lines take.
  private static func withoutBinaries(_ text: String) -> String {
    let source = Array(text.utf8)
    let (opening, closing) = (Array("<binary".utf8), Array("</binary>".utf8))
    var result: [UInt8] = []
    result.reserveCapacity(source.count)
    var index = 0
    while index < source.count {
      guard source[index] == opening[0], source[index...].starts(with: opening) else {
        result.append(source[index])
        index += 1
        continue
      }
      var end = index
      while end < source.count, source[end] != 0x3C || !source[end...].starts(with: closing) {
        // An empty element has no end tag.
        if source[end] == 0x3E, source[end - 1] == 0x2F { break }
        if source[end] == 0x0A { result.append(0x0A) }
        end += 1
      }
      index = min(
        source.count, end + (end < source.count && source[end] == 0x3C ? closing.count : 1))
    }
    return String(decoding: result, as: UTF8.self)
  }
}
