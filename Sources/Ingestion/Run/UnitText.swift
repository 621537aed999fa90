// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Extraction

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

  /// What a reader is asked about it.
  func request(folder: FolderFacts, options: ReadingOptions) -> ReadingRequest {
    var folder = folder
    // Of the addresses of a whole folder only its own: the request may go to another process.
    let last = name.split(separator: "/").last.map(String.init) ?? name
    folder.addresses = folder.addresses[last].map { [last: $0] } ?? [:]
    return ReadingRequest(
      name: name, content: content, line: line, folder: folder, options: options)
  }
}
