// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Extraction

extension Diagnostic {
  /// Says why a file that somebody named is not read, and what to do.
  static func unread(_ name: String) -> Diagnostic {
    guard let format = UnreadFormat(ofFileNamed: name) else {
      return Diagnostic(
        .warning, code: "unread-format",
        "The file is not in a format that is read; `pamphlet formats` lists them.", file: name)
    }
    return Diagnostic(
      .warning, code: "unread-format", "This format is not read: \(format.title). \(format.hint)",
      file: name)
  }
}
