// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema

/// An error that a command found itself, with what to do about it.
struct CommandFailure: Error, CustomStringConvertible {
  /// What happened.
  var message: String
  /// What to do.
  var hint: String?

  var description: String { message }

  init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }
}

/// An error of a query, with the query in which it has its place.
struct QueryFailure: Error {
  var error: IndexError
  var query: String
}
