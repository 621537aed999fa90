// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Extraction

extension Diagnostic {
  /// Says why a file is not read, and what to do.
  ///
  /// - Parameter isNamed: Whether somebody named the file, who expects that it is read; others may
  ///   stand in a folder for any reason.
  static func unread(_ name: String, isNamed: Bool) -> Diagnostic {
    Diagnostic(isNamed ? .warning : .note, code: "unread-format", reason(name), file: name)
  }

  private static func reason(_ name: String) -> String {
    if let format = UnreadFormat(ofFileNamed: name) {
      return "This format is not read: \(format.title). \(format.hint)"
    }
    if let format = Format(ofFileNamed: name) {
      return
        "By its name the file is \(format.title), but by its contents it is not. If it is a text, "
        + "give it the suffix that belongs to it; `pamphlet formats` lists them."
    }
    return "The file is not in a format that is read; `pamphlet formats` lists them."
  }

  /// Says that a file or folder that somebody named is not there.
  static func missing(_ path: String, _ cause: String) -> Diagnostic {
    Diagnostic(
      .error, code: "no-such-file", "Cannot find “\(path)”: \(cause).", file: path)
  }

  /// Says that something in a folder was passed over.
  static func skipped(_ name: String, _ reason: String, code: String) -> Diagnostic {
    Diagnostic(.note, code: code, reason, file: name)
  }
}

extension Format {
  /// The format that a file is of by the suffix of its name; `nil` if none has it.
  fileprivate init?(ofFileNamed name: String) {
    let suffix = name.split(separator: "/").last?.split(separator: ".").dropFirst().last
    guard let suffix = suffix?.lowercased(),
      let format = Format.all.first(where: { $0.suffixes.contains(suffix) })
    else { return nil }
    self = format
  }
}
