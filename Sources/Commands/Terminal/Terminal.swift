// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Glibc
import TextFolding

/// Where output goes, and what it supports.
struct Terminal {
  /// Whether standard output is a terminal.
  let isOutput: Bool
  /// Whether standard error is a terminal.
  let isError: Bool
  /// Whether colours and bold are used.
  let hasStyles: Bool
  /// The width in columns.
  let width: Int

  /// The terminal of this process (`NO_COLOR`: no-color.org).
  init() {
    isOutput = isatty(STDOUT_FILENO) == 1
    isError = isatty(STDERR_FILENO) == 1
    let forbids = getenv("NO_COLOR").map { $0[0] != 0 } ?? false
    let isDumb = getenv("TERM").map { String(cString: $0) == "dumb" } ?? false
    hasStyles = isOutput && !forbids && !isDumb
    var size = winsize()
    let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col >= 20
    width = isKnown ? min(Int(size.ws_col), 100) : 80
  }

  /// A terminal for tests.
  init(hasStyles: Bool, width: Int) {
    isOutput = hasStyles
    isError = false
    self.hasStyles = hasStyles
    self.width = width
  }
}

/// The styles of output.
enum TextStyle: String, CaseIterable {
  case bold = "1"
  case faint = "2"
  case match = "1;33"

  /// The escape sequences that begin and end styles.
  static let sequences = [end] + allCases.map(\.beginning)

  private static let end = "\u{1B}[0m"
  private var beginning: String { "\u{1B}[\(rawValue)m" }

  /// The text in this style, with its own control characters made visible.
  func apply(_ text: String, on terminal: Terminal) -> String {
    guard terminal.hasStyles, !text.isEmpty else { return text }
    return beginning + ControlCharacters.shown(text) + Self.end
  }
}
