// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

/// One text in a container, or the single text in a compressed file.
package struct Member: Sendable {
  /// The form in which a member is available.
  package enum Content: Sendable {
    /// Contents of a file.
    case file([UInt8])
    /// A JSON line with a text.
    case text([UInt8])
    /// JSON lines with the passages of a work.
    case passages([UInt8])
    /// A member that could not be read.
    case failure(Diagnostic)
  }

  /// Name shown to users: `scans.zip/strike.txt`, `works.jsonl:12`.
  package var name: String
  /// Name within the container, stable between runs; `nil` if it is the only text in the file.
  package var key: String?
  /// Line where it begins, counted from 1; `nil` if it is not in JSON lines.
  package var line: Int?
  package var content: Content

  package init(name: String, key: String?, line: Int? = nil, content: Content) {
    self.name = name
    self.key = key
    self.line = line
    self.content = content
  }

  /// Bytes to read; empty for a failure.
  package var bytes: [UInt8] {
    switch content {
    case .file(let bytes), .text(let bytes), .passages(let bytes): bytes
    case .failure: []
    }
  }
}
