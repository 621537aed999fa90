// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc
import PassageIndex

/// Writes to standard error, apart from results.
enum Messages {
  /// Writes a line.
  static func write(_ line: String) { put(line + "\n") }

  /// Writes text as it is.
  static func put(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      if count <= 0 { return }
      bytes = bytes.dropFirst(count)
    }
  }

  /// Says what went wrong, where, and what to do.
  static func error(_ error: any Error) {
    switch error {
    case let failure as QueryFailure:
      write("pamphlet: \(failure.error.message)")
      let place = caret(for: failure.error, in: failure.query)
      if !place.isEmpty { write(place) }
      if let hint = failure.error.hint { write(hint) }
    case let error as IndexError:
      write("pamphlet: \(error.message)")
      if let underlying = error.underlying { write("  (\(underlying))") }
      if let hint = error.hint { write(hint) }
    case let failure as CommandFailure:
      write("pamphlet: \(failure.message)")
      if let hint = failure.hint { write(hint) }
    default: write("pamphlet: \(error)")
    }
  }
}

/// Lets the program end quietly when whoever reads its output has seen enough.
func ignoreBrokenPipes() { signal(SIGPIPE, SIG_DFL) }
