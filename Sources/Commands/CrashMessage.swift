// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc

/// The message when libxapian crashes on a damaged index within the command itself.
///
/// The daemon and `pamphlet check` read in separate processes. A single search does not, so all it can
/// do is to print a message and exit with status 2.
enum CrashMessage {
  private static let text: StaticString = """
    pamphlet: crashed while reading the index.
    `pamphlet check` tells whether the index is damaged; if it is not, please report a bug.

    """

  /// Size of the alternate signal stack in bytes; the normal stack may be exhausted.
  private static let stackSize = 64 << 10

  /// Installs the handler for SIGSEGV and SIGBUS.
  static func install() {
    var stack = stack_t()
    stack.ss_sp = malloc(stackSize)
    stack.ss_size = stackSize
    sigaltstack(&stack, nil)
    var action = sigaction()
    // Only functions that POSIX allows in a signal handler.
    action.__sigaction_handler.sa_handler = { _ in
      _ = write(STDERR_FILENO, CrashMessage.text.utf8Start, CrashMessage.text.utf8CodeUnitCount)
      _exit(2)
    }
    action.sa_flags = SA_ONSTACK | Int32(bitPattern: UInt32(SA_RESETHAND))
    sigaction(SIGSEGV, &action, nil)
    sigaction(SIGBUS, &action, nil)
  }
}
