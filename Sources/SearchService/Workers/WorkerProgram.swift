// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// How a worker process is started; the name of its lane and the index follow.
package struct WorkerProgram: Sendable {
  /// The path of the program.
  package var path: String
  /// What it is told first.
  package var arguments: [String]

  /// Names a program that runs `SearchWorker.run`.
  package init(path: String, arguments: [String]) {
    self.path = path
    self.arguments = arguments
  }
}
