// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A file that pages load: its address changes with its content, so that it can be kept for long.
package struct Asset: Sendable {
  /// The path.
  package let path: String
  /// The content.
  package let text: String
  /// The media type.
  package let type: String
  private let version: String

  private init(_ path: String, _ type: String, _ files: String...) {
    self.path = path
    self.type = type
    text = files.map(ReaderFile.text).joined(separator: "\n")
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325  // FNV-1a
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    version = String(hash, radix: 36)
  }

  /// The address, with the version of the content.
  package var address: String { "\(path)?v=\(version)" }

  /// The style sheet.
  package static let style = Asset(
    "/style.css", "text/css; charset=utf-8", "frame", "text", "print")
  /// The script, without which everything works too.
  package static let script = Asset("/reader.js", "text/javascript; charset=utf-8", "reader")
}
