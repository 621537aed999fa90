// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

/// One text in a file that holds several, or holds one packed.
package struct Member: Sendable {
  /// What there is of it.
  package enum Content: Sendable {
    /// The bytes of a file.
    case file([UInt8])
    /// A line of JSON that is a text.
    case text([UInt8])
    /// Lines of JSON that are the passages of a work.
    case passages([UInt8])
    /// Something that cannot be read.
    case failure(Diagnostic)
  }

  /// Its name as people see it: `scans.zip/strike.txt`, `works.jsonl:12`.
  package var name: String
  /// What it is called in the file, the same on every run; `nil` if it is all that the file holds.
  package var key: String?
  /// The line on which it begins.
  package var line: Int?
  /// What there is of it.
  package var content: Content

  /// Creates a member.
  package init(name: String, key: String?, line: Int? = nil, content: Content) {
    self.name = name
    self.key = key
    self.line = line
    self.content = content
  }

  /// The bytes to be read.
  package var bytes: [UInt8] {
    switch content {
    case .file(let bytes), .text(let bytes), .passages(let bytes): bytes
    case .failure: []
    }
  }
}
