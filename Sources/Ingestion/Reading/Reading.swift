// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Extraction
import Passages

/// A text that was read, or passages that were imported.
struct Reading {
  /// Format it was read as.
  let format: Format
  /// The text; without blocks if passages were imported.
  var text: ExtractedText
  /// The passages, if they were imported.
  private(set) var passages: [Passage] = []
  /// Work id given in the input; `nil` if there is none.
  private(set) var statedID: String?
  /// Name of the original file, for imported passages.
  private(set) var statedFile: String?
  /// The work as an earlier export knew it, if it came as passages that say so.
  private(set) var record: Work?

  /// Reads a text; `nil` if the input is not a readable format.
  init?(_ request: ReadingRequest, report: (Diagnostic) -> Void) {
    switch request.content {
    case .passages(let lines):
      let records = PassageRecords(lines, line: request.line, fingerprint: Fingerprint.of)
      for diagnostic in records.diagnostics { report(diagnostic) }
      self.init(records)
    case .text(let bytes):
      let (text, format) = TextRecord.extract(
        bytes, name: request.name, lineNumber: request.line)
      self.init(text, format, report: report)
    case .file(let bytes):
      let name = request.name
      guard let format = Format.recognize(name: MemberReader.unpackedName(of: name), bytes: bytes)
      else { return nil }
      let file = SourceFile(
        name: name, bytes: bytes, folder: request.folder, options: request.options)
      var text = format.extract(file)
      let last = name.split(separator: "/").last.map(String.init) ?? name
      // The longest name is that of the scan: others begin as it does.
      if let scan = request.folder.scans.max(by: { $0.key.count < $1.key.count }) {
        ArchiveMetadata.complete(&text, by: scan.value)
      }
      if let address = request.folder.addresses[last] {
        text.metadata.url = Attributed(address, .stated, rule: "fetched-from", evidence: address)
      }
      self.init(text, format, report: report)
    case .failure: return nil
    }
  }

  /// Uses an extracted text and reports its diagnostics.
  private init(_ text: ExtractedText, _ format: Format, report: (Diagnostic) -> Void) {
    self.text = text
    self.format = format
    for diagnostic in text.diagnostics { report(diagnostic) }
    if text.blocks.isEmpty, !text.diagnostics.contains(where: { $0.severity == .error }) {
      report(Diagnostic(.error, code: "no-text", "The file contains no text."))
    }
    if self.text.metadata.language == nil {
      self.text.metadata.language = LanguageDetection.language(of: text)
    }
    BlockLanguages.mark(&self.text)
  }

  /// Uses imported passages.
  private init(_ records: PassageRecords) {
    format = .passages
    text = ExtractedText(metadata: records.metadata)
    passages = records.passages
    record = records.record
    if let record, record.passageCount == passages.count {
      text.ledger = record.ledger
    } else {
      // Nothing accounts for what is not there: the account is of the passages alone.
      let count = passages.reduce(0) { $0 + Ledger.count($1.text) }
      text.ledger = Ledger(source: count, text: count)
    }
    statedID = workID(stated: records.work)
    statedFile = records.file.isEmpty ? nil : records.file
  }

  /// A summary for callers that do not need the words.
  var facts: ReadingFacts {
    ReadingFacts(
      metadata: text.metadata, isReadable: !text.blocks.isEmpty || !passages.isEmpty,
      isDivided: !passages.isEmpty, statedID: statedID)
  }
}
