// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc
import TextFolding

/// The arguments of the program; those that are not valid UTF-8 are escaped as names of files are.
enum ProgramArguments {
  /// The program and its arguments.
  static var line: [String] { CommandLine.arguments.prefix(1) + all }

  static var all: [String] {
    (1..<max(1, Int(CommandLine.argc))).compactMap { index in
      CommandLine.unsafeArgv[index].map { argument in
        EscapedName.text(UnsafeRawBufferPointer(start: argument, count: strlen(argument)))
      }
    }
  }
}
