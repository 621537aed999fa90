// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Extraction
import Passages

/// The bytes of one text, before they are read.
struct UnitText {
  /// Its name as people see it.
  let name: String
  /// What it is called in its file.
  let member: String?
  /// The hash of its bytes.
  let contentHash: String

  private let content: Member.Content
  private let line: Int

  /// Gets the bytes; `nil` if that fails, which is reported.
  init?(_ unit: IngestionUnit, report: (Diagnostic) -> Void) {
    if let part = unit.member {
      if case .failure(let diagnostic) = part.content {
        report(diagnostic)
        return nil
      }
      name = part.name
      member = part.key
      content = part.content
      line = part.line ?? 1
      contentHash = FileBytes.hash(part.bytes)
    } else {
      switch FileBytes.read(unit.file) {
      case .failure(let unreadable):
        report(unreadable.diagnostic)
        return nil
      case .success(let bytes):
        name = unit.file.name
        member = nil
        content = .file(bytes)
        line = 1
        contentHash = FileBytes.hash(bytes)
      }
    }
  }

  /// Reads the text; `nil` if it is none that can be read.
  func read(
    folder: FolderFacts, options: ReadingOptions, report: (Diagnostic) -> Void
  ) -> Reading? {
    switch content {
    case .passages(let lines):
      let records = PassageRecords(lines, line: line, fingerprint: Fingerprint.of)
      for diagnostic in records.diagnostics { report(diagnostic) }
      return Reading(records)
    case .text(let bytes):
      let (text, format) = TextRecord.extract(bytes, name: name, lineNumber: line)
      return Reading(text, format, report: report)
    case .file(let bytes):
      guard let format = Format.recognize(name: MemberReader.unpackedName(of: name), bytes: bytes)
      else { return nil }
      let file = SourceFile(name: name, bytes: bytes, folder: folder, options: options)
      var text = format.extract(file)
      let last = name.split(separator: "/").last.map(String.init) ?? name
      if let address = folder.addresses[last] {
        text.metadata.url = Attributed(address, .stated, rule: "fetched-from", evidence: address)
      }
      return Reading(text, format, report: report)
    case .failure: return nil
    }
  }
}

/// A text that has been read, or passages that were read before.
struct Reading {
  /// What it came as.
  let format: Format
  /// The text; without blocks if it came as passages.
  var text: ExtractedText
  /// The passages, if it came as such.
  private(set) var passages: [Passage] = []
  /// The id that it states of itself.
  private(set) var statedID: String?
  /// The name of the file that the passages were read from.
  private(set) var statedFile: String?

  /// Takes over a text, and says what is wrong with it.
  init(_ text: ExtractedText, _ format: Format, report: (Diagnostic) -> Void) {
    self.text = text
    self.format = format
    for diagnostic in text.diagnostics { report(diagnostic) }
    if text.blocks.isEmpty, !text.diagnostics.contains(where: { $0.severity == .error }) {
      report(Diagnostic(.error, code: "no-text", "The file holds no text."))
    }
    if self.text.metadata.language == nil {
      self.text.metadata.language = LanguageDetection.language(of: text)
    }
    BlockLanguages.mark(&self.text)
  }

  /// Takes over passages.
  init(_ records: PassageRecords) {
    format = .passages
    text = ExtractedText(metadata: records.metadata)
    passages = records.passages
    let count = passages.reduce(0) { $0 + Ledger.count($1.text) }
    text.ledger = Ledger(source: count, text: count)
    statedID = workID(stated: records.work)
    statedFile = records.file.isEmpty ? nil : records.file
  }

  /// What is known of the work.
  var metadata: Metadata { text.metadata }

  /// Whether there is anything to index.
  var isReadable: Bool { !text.blocks.isEmpty || !passages.isEmpty }
}
