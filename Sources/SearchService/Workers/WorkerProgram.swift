// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The command that starts a worker process, to which the lane and the index are appended.
package struct WorkerProgram: Sendable {
  /// Path of the program.
  package var path: String
  /// First arguments.
  package var arguments: [String]

  /// Creates the command for a program that runs `SearchWorker.run`.
  package init(path: String, arguments: [String]) {
    self.path = path
    self.arguments = arguments
  }
}
