// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Glibc
import IndexSchema
import QueryLanguage
import SearchAPI
import TextFolding

/// Writes messages to standard error.
enum Messages {
  /// Writes one line or several; control characters are made visible.
  static func write(_ line: String) { put(ControlCharacters.shown(line) + "\n") }

  /// Writes text unchanged; it must not contain control characters from outside.
  static func put(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      if count <= 0 { return }
      bytes = bytes.dropFirst(count)
    }
  }

  /// Reports an error: what went wrong, where, and what to do.
  static func error(_ error: any Error) {
    switch error {
    case let failure as QueryFailure:
      write(ControlCharacters.shown("pamphlet: \(failure.error.message)", keepsLines: false))
      let place = caret(for: failure.error, in: failure.query)
      if !place.isEmpty { write(place) }
      if let advice = failure.error.advice { write(advice) }
    case let error as IndexError:
      write(ControlCharacters.shown("pamphlet: \(error.message)", keepsLines: false))
      if let underlying = error.underlying {
        write(ControlCharacters.shown("  (\(underlying))", keepsLines: false))
      }
      if let advice = error.advice { write(advice) }
    case let failure as CommandFailure:
      write(ControlCharacters.shown("pamphlet: \(failure.message)", keepsLines: false))
      if let hint = failure.hint { write(hint) }
    default: write("pamphlet: \(error)")
    }
  }
}

/// Ends the program quietly when the reader of its output closes the pipe.
func ignoreBrokenPipes() { signal(SIGPIPE, SIG_DFL) }
