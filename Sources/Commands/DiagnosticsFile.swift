// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Answers
import Corpus
import Glibc
import SearchAPI
import Synchronization
import TextFolding

/// Writes diagnostics as JSON lines.
final class DiagnosticsFile: Sendable {
  private let descriptor: Int32
  private let lock = Mutex(())

  /// Creates the file, or truncates it.
  ///
  /// - Throws: `CommandFailure` if it cannot be written.
  init(_ path: String) throws {
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw CommandFailure(
        "The file \(path) cannot be written: \(String(cString: strerror(errno)))."
      )
    }
  }

  deinit { close(descriptor) }

  /// Appends a diagnostic; safe to call from any thread.
  func write(_ diagnostic: Diagnostic) {
    let line = Array((ControlCharacters.escaped(inJSON: diagnostic.json) + "\n").utf8)
    lock.withLock { _ in
      _ = Glibc.write(descriptor, line, line.count)
    }
  }

  /// A diagnostic for people: `file:12: warning: …`.
  static func line(_ diagnostic: Diagnostic) -> String {
    var place = diagnostic.file ?? "pamphlet"
    if let line = diagnostic.line { place += ":\(line)" }
    if let offset = diagnostic.offset { place += " (byte \(offset))" }
    return ControlCharacters.shown(
      "\(place): \(diagnostic.severity.rawValue): \(diagnostic.message)", keepsLines: false)
  }
}
