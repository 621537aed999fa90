// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema

/// An error of a command, with a hint for the user.
struct CommandFailure: Error, CustomStringConvertible {
  /// A sentence that says what is wrong.
  var message: String
  /// A sentence that says what to do; `nil` if that is obvious.
  var hint: String?

  var description: String { message }

  init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }
}

/// An error in a query, with the text that its position refers to.
struct QueryFailure: Error {
  var error: IndexError
  var query: String
}
