// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Extraction

/// The bytes of a text that is about to be read.
struct UnitText {
  /// Name shown to users.
  let name: String
  /// Name of the member in its container; `nil` if the file is a single text.
  let member: String?
  /// Hash of the bytes (XXH3, 128 bits, hexadecimal).
  let contentHash: String

  private let content: Member.Content
  private let line: Int

  /// Gets the bytes of a unit; `nil` if that fails, which is reported.
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

  /// The request for a reader.
  func request(folder: FolderFacts, options: ReadingOptions) -> ReadingRequest {
    var folder = folder
    // Includes only what is about this file, since the request may be sent to another process.
    let last = name.split(separator: "/").last.map(String.init) ?? name
    folder.addresses = folder.addresses[last].map { [last: $0] } ?? [:]
    folder.scans = folder.scans.filter { ArchiveMetadata.isFile(last, of: $0.key) }
    return ReadingRequest(
      name: name, content: content, line: line, folder: folder, options: options)
  }
}
