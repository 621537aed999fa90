// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Glibc
import TextFolding

/// Writes results for people to standard output.
///
/// It shadows `Swift.print` in this module, so that no text from outside can send control characters
/// to a terminal.
func print(_ text: String, terminator: String = "\n") {
  Swift.print(Output.shown(text, on: Output.terminal), terminator: terminator)
}

/// Standard output.
enum Output {
  /// The terminal of this process.
  static let terminal = Terminal()

  /// Text with control characters made visible, except our own styles on a terminal that has them;
  /// lines that are longer than a terminal is wide go on in the next, indented.
  static func shown(_ text: String, on terminal: Terminal) -> String {
    let shown = ControlCharacters.shown(
      text, keeping: terminal.hasStyles ? TextStyle.sequences : [])
    return terminal.isOutput ? LongLines.folded(shown, to: terminal.width) : shown
  }

  /// Writes a file for other programs.
  static func bytes(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count <= 0 { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Writes JSON for programs, with control characters as escapes.
  static func json(_ text: String) { Swift.print(ControlCharacters.escaped(inJSON: text)) }
}
