// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc

/// Shows long output through a pager on a terminal.
enum Pager {
  /// Writes text, through `$PAGER` (default `less -FRX`) if it is longer than the screen.
  static func show(_ text: String, on terminal: Terminal) {
    var size = winsize()
    let lines = text.utf8.count { $0 == 0x0A }
    let isLong =
      ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && lines >= Int(size.ws_row)
    let named = getenv("PAGER").map { String(cString: $0) }
    let text = Output.shown(text, on: terminal)
    guard terminal.isOutput, isLong, named != "", let pipe = popen(named ?? "less -FRX", "w") else {
      Swift.print(text, terminator: "")
      return
    }
    signal(SIGPIPE, SIG_IGN)
    fputs(text, pipe)
    pclose(pipe)
  }
}
