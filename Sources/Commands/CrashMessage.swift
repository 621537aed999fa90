// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc

/// What is said if libxapian crashes on a damaged index in the command itself.
///
/// The daemon and `pamphlet check` read in processes of their own; a single search does not, so it can
/// only end: with a sentence, and the exit status of an error.
enum CrashMessage {
  private static let text: StaticString = """
    pamphlet: a fault in memory while the index was read, or in Pamphlet itself.
    `pamphlet check` says whether the index is damaged; if it is sound, please report this.

    """

  /// The bytes of the stack on which the handler runs, for the usual one may be full.
  private static let stackSize = 64 << 10

  /// Installs the handler of SIGSEGV and SIGBUS.
  static func install() {
    var stack = stack_t()
    stack.ss_sp = malloc(stackSize)
    stack.ss_size = stackSize
    sigaltstack(&stack, nil)
    var action = sigaction()
    // Nothing is called but what POSIX allows in a handler.
    action.__sigaction_handler.sa_handler = { _ in
      _ = write(STDERR_FILENO, CrashMessage.text.utf8Start, CrashMessage.text.utf8CodeUnitCount)
      _exit(2)
    }
    action.sa_flags = SA_ONSTACK | Int32(bitPattern: UInt32(SA_RESETHAND))
    sigaction(SIGSEGV, &action, nil)
    sigaction(SIGBUS, &action, nil)
  }
}
