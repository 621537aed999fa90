// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Extraction
import FoundationEssentials
import Passages
import Testing

@testable import Witness

/// A file of the formats' golden cases, extracted and divided as for an index.
struct WitnessCase: CustomTestStringConvertible {
  let format: String
  let suffix: String

  var testDescription: String { format }

  /// The formats whose plain reader is not a program of its own.
  static let all = [
    WitnessCase(format: "epub", suffix: "epub"), WitnessCase(format: "html", suffix: "html"),
    WitnessCase(format: "markdown", suffix: "md"), WitnessCase(format: "muse", suffix: "muse"),
    WitnessCase(format: "text", suffix: "txt"),
  ]

  func read() throws -> ReadText {
    let folder = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    let path = "/\(folder)/ExtractionTests/Formats/cases/\(format)/in.\(suffix)"
    let bytes = Array(try #require(FileManager.default.contents(atPath: path)))
    return try ReadText(bytes, named: "in.\(suffix)")
  }
}

/// A text as extracted, and the bytes that it was read from.
struct ReadText {
  let bytes: [UInt8]
  let format: Format
  let text: ExtractedText

  init(_ bytes: [UInt8], named name: String) throws {
    self.bytes = bytes
    format = try #require(Format.recognize(name: name, bytes: bytes))
    text = format.extract(SourceFile(name: name, bytes: bytes))
  }

  init(_ words: String, named name: String) throws {
    try self.init(Array(words.utf8), named: name)
  }

  /// The report on passages made of these blocks instead of those that were read.
  func report(
    on blocks: [Block]? = nil, omissions: [Ledger.Omission]? = nil
  ) -> WitnessReport {
    var text = text
    text.blocks = blocks ?? text.blocks
    return Witness.report(
      on: bytes, format: format.name,
      accounted: AccountedText(
        passages: Segmentation(text, work: "w", previous: [], retired: []).passages,
        metadata: text.metadata, omissions: omissions ?? text.ledger.omissions,
        pages: text.pages.count))
  }
}
