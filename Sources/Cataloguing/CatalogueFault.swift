// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Yams

/// An error in a catalogue or a file of edits.
package struct CatalogueFault: Error, Sendable, CustomStringConvertible {
  /// The problem, with its line.
  package var description: String

  init(description: String) { self.description = description }

  /// The fault of a text that is not YAML, with the line if the parser knows it.
  init(notYAML error: any Error) {
    description =
      switch error {
      case YamlError.scanner(_, let problem, let mark, _),
        YamlError.parser(_, let problem, let mark, _),
        YamlError.composer(_, let problem, let mark, _):
        "It is not YAML. Line \(mark.line): \(problem)."
      default: "It is not YAML: \(error)"
      }
  }
}
