// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TextFolding

/// Writes results for people to standard output.
///
/// Every `print` of this module is this one: text of others reaches no terminal with its controls.
func print(_ text: String, terminator: String = "\n") {
  Swift.print(Output.shown(text, on: Output.terminal), terminator: terminator)
}

/// What leaves the program by standard output.
enum Output {
  /// The terminal of this process.
  static let terminal = Terminal()

  /// Text as it may be shown: of all controls only our own styles stay, where there are any.
  static func shown(_ text: String, on terminal: Terminal) -> String {
    ControlCharacters.shown(text, keeping: terminal.hasStyles ? TextStyle.sequences : [])
  }

  /// Writes results for programs: the JSON says the same as before.
  static func json(_ text: String) { Swift.print(ControlCharacters.escaped(inJSON: text)) }
}
