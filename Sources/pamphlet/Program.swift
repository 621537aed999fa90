// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Commands

/// The command line.
@main
enum Program {
  static func main() { run(Pamphlet.self) }
}
