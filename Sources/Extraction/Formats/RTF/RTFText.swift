// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TextFolding

/// Reads the Rich Text Format (Microsoft, RTF Specification 1.9.1).
enum RTFText {
  /// Extracts a document.
  static func extract(_ file: SourceFile) -> ExtractedText {
    guard let start = start(of: file.bytes) else {
      var text = PlainText.extract(DecodedText(file.bytes).text, file: file)
      text.diagnostics.append(
        Diagnostic(
          .warning, code: "not-rich-text",
          "The file is named as Rich Text and is none; it was read as plain text."))
      return text
    }
    var reader = RTFReader(Array(file.bytes[start...]))
    reader.read()
    let story = reader.stories[0].story
    var text = ExtractedText(pages: story.builder.pages, blocks: story.blocks)
    RTFPages.complete(&text)
    raiseHeadings(&text.blocks, bold: story.bold)
    raiseTitle(&text.blocks, story)
    text.ledger = story.builder.ledger
    text.ledger.source = reader.source
    text.ledger.metadata = reader.metadata
    text.ledger.omissions = story.builder.allOmissions
    text.ledger.text = text.blocks.reduce(0) { $0 + Ledger.count($1.text) }
    text.diagnostics = diagnostics(reader, text.ledger) + NoteReport.untied(in: text.blocks)
    RTFInformation(reader.facts, file: file).apply(to: &text, names: names(text.blocks, story))
    return text
  }

  /// Where the document begins, after a byte order mark or blank lines; `nil` if it is none.
  private static func start(of bytes: [UInt8]) -> Int? {
    let head = bytes.prefix(64)
    guard let brace = head.firstIndex(of: 0x7B), head[brace...].starts(with: Array("{\\rt".utf8))
    else { return nil }
    return brace
  }

  /// Makes headings of short paragraphs in bold type, if the document has no others.
  private static func raiseHeadings(_ blocks: inout [Block], bold: [Int]) {
    let hasHeadings = blocks.contains { if case .heading = $0.kind { true } else { false } }
    guard !hasHeadings else { return }
    for index in bold where blocks.indices.contains(index) {
      let block = blocks[index]
      if block.kind == .paragraph, !block.isItem, BlockBuilder.isHeadingInBold(block.text) {
        blocks[index].kind = .heading(level: 4)
      }
    }
  }

  /// The names that stand alone and centred below the title.
  private static func names(_ blocks: [Block], _ story: RTFStory) -> [String] {
    guard case .heading = blocks.first?.kind else { return [] }
    return blocks.indices.prefix(4).dropFirst().prefix { story.centred.contains($0) }
      .map { blocks[$0].text }
      .filter(NameLine.isName)
  }

  /// Makes a heading of the title that stands above all headings, in bold type and centred.
  private static func raiseTitle(_ blocks: inout [Block], _ story: RTFStory) {
    guard blocks.first?.kind == .paragraph, story.bold.first == 0, story.centred.contains(0),
      BlockBuilder.isHeadingInBold(blocks[0].text)
    else { return }
    blocks[0].kind = .heading(level: 1)
  }

  private static func diagnostics(_ reader: RTFReader, _ ledger: Ledger) -> [Diagnostic] {
    var found: [Diagnostic] = []
    if reader.isCut {
      found.append(
        Diagnostic(
          .warning, code: "cut-document",
          "The document ends before it is complete; what there is was read.", line: reader.line))
    }
    if reader.isTooDeep {
      found.append(
        Diagnostic(
          .warning, code: "deep-nesting",
          "Some groups were ignored because they are nested too deeply; their text was read."))
    }
    if reader.decoder.invalidCount > 0 {
      found.append(
        Diagnostic(
          .warning, code: "invalid-bytes",
          "\(reader.decoder.invalidCount) bytes mean nothing in the code page of their font; they "
            + "were replaced by U+FFFD."))
    }
    for omission in ledger.omissions where ["hidden", "deleted"].contains(omission.rule) {
      found.append(
        Diagnostic(
          .note, code: "\(omission.rule)-text",
          "\(omission.count) characters of \(omission.rule) text were left out."))
    }
    return found
  }
}

/// The pages that page breaks divide a document into.
enum RTFPages {
  /// Most characters of a page; where there are more, page breaks stand only at some of the page
  /// ends, such as those of chapters.
  private static let longest = 6_000

  /// Removes the pages if they are not plausible.
  static func complete(_ text: inout ExtractedText) {
    guard !text.pages.isEmpty else { return }
    var lengths = [Int](repeating: 0, count: text.pages.count + 1)
    for block in text.blocks {
      var page = block.page.map { $0 + 1 } ?? 0
      var done = 0
      for next in block.pageBreaks {
        lengths[page] += next.offset - done
        (page, done) = (next.page + 1, next.offset)
      }
      lengths[page] += block.text.unicodeScalars.count - done
    }
    if lengths.count >= 3, lengths.allSatisfy({ $0 <= longest }) {
      text.pages.insert(
        Page(label: Attributed("1", .inferred, rule: "page-break", line: 1), line: 1), at: 0)
      for index in text.blocks.indices {
        text.blocks[index].page = text.blocks[index].page.map { $0 + 1 } ?? 0
        for place in text.blocks[index].pageBreaks.indices {
          text.blocks[index].pageBreaks[place].page += 1
        }
      }
    } else {
      text.pages = []
      for index in text.blocks.indices {
        text.blocks[index].page = nil
        text.blocks[index].pageBreaks = []
      }
    }
  }
}
