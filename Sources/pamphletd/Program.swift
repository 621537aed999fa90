// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Commands

/// The daemon.
@main
enum Program {
  static func main() { run(ServeCommand.self) }
}
