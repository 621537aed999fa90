// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Extraction
import FoundationEssentials
import Witness

/// Compares a text with a plain reading of the bytes that it came from.
enum TextWitness {
  /// The text of a JSON line, read without the extractor's table of its members.
  private struct Record: Decodable {
    var text: String?
    var body: String?
    var content: String?
    var contents: String?
  }

  /// Number of findings about one text that are reported one by one.
  static let most = 20

  /// The report on a text; `nil` if it was imported as passages, which are their own witness.
  ///
  /// - Parameters:
  ///   - passages: Passages of the text as they are stored.
  ///   - mayStartPrograms: Whether the plain reader may be a program of its own.
  static func report(
    on content: Member.Content, _ reading: Reading, passages: [Passage], pages: Int,
    mayStartPrograms: Bool
  ) -> WitnessReport? {
    let bytes: [UInt8]
    switch content {
    case .file(let file): bytes = file
    case .text(let line):
      guard let record = try? JSONDecoder().decode(Record.self, from: Data(line)),
        let text = record.text ?? record.body ?? record.content ?? record.contents
      else { return nil }
      bytes = Array(text.utf8)
    case .passages, .failure: return nil
    }
    guard mayStartPrograms || !Witness.startsProgram(forFormat: reading.format.name) else {
      return nil
    }
    return Witness.report(
      on: bytes, format: reading.format.name,
      accounted: AccountedText(
        passages: passages, metadata: reading.text.metadata,
        omissions: reading.text.ledger.omissions, pages: pages))
  }

  /// The findings of a report as warnings.
  static func diagnostics(_ report: WitnessReport) -> [Diagnostic] {
    var diagnostics = report.findings.prefix(most).map { finding in
      Diagnostic(.warning, code: finding.kind.rawValue, finding.message, line: finding.line)
    }
    let rest = report.findings.count - diagnostics.count
    if rest > 0 {
      diagnostics.append(
        Diagnostic(
          .warning, code: "more-findings",
          "\(rest) more such findings; “pamphlet check --against-files” counts them all."))
    }
    return diagnostics
  }
}
