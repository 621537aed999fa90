// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Why the index could not do what was asked.
package struct IndexError: Error, Sendable, Hashable {
  /// The causes, each with one exit status and one HTTP status.
  package enum Code: String, Sendable, Hashable, CaseIterable {
    case notFound = "not-found"
    case locked
    case modified
    case incompatible
    case corrupt
    case closed
    case invalidQuery = "invalid-query"
    case invalidArgument = "invalid-argument"
    case unavailable
    case storage
    case outOfMemory = "out-of-memory"
    case internalFault = "internal-fault"
    /// The question took too long.
    case deadline
    /// The process that was to answer ended.
    case crashed
  }

  /// The cause.
  package var code: Code
  /// A sentence that says what happened and where.
  package var message: String
  /// A sentence that says what to do.
  package var hint: String?
  /// The place in the query, in Unicode code points.
  package var position: Range<Int>?
  /// What libxapian said.
  package var underlying: String?

  /// Creates an error.
  package init(
    _ code: Code,
    _ message: String,
    hint: String? = nil,
    position: Range<Int>? = nil,
    underlying: String? = nil
  ) {
    self.code = code
    self.message = message
    self.hint = hint
    self.position = position
    self.underlying = underlying
  }
}

extension IndexError.Code {
  /// The HTTP status of the daemon's answer.
  package var httpStatus: Int {
    switch self {
    case .notFound: 404
    case .invalidQuery, .invalidArgument: 400
    case .locked, .modified, .incompatible, .unavailable, .outOfMemory, .corrupt, .storage,
      .deadline, .crashed:
      503
    case .closed, .internalFault: 500
    }
  }
}
