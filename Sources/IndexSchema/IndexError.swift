// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// An error of the index.
package struct IndexError: Error, Sendable, Hashable {
  /// The causes, each with its own exit status.
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
    /// The request took too long.
    case deadline
    /// The process answering the request ended.
    case crashed
  }

  /// The cause.
  package var code: Code
  /// A sentence saying what happened and where.
  package var message: String
  /// A sentence saying what to do.
  package var hint: String?
  /// What helps besides; `nil` if nothing is known to.
  package var remedy: Remedy?
  /// The range in the query, in Unicode code points.
  package var position: Range<Int>?
  /// The error message of libxapian.
  package var underlying: String?

  /// Creates an error.
  package init(
    _ code: Code,
    _ message: String,
    hint: String? = nil,
    remedy: Remedy? = nil,
    position: Range<Int>? = nil,
    underlying: String? = nil
  ) {
    self.code = code
    self.message = message
    self.hint = hint
    self.remedy = remedy
    self.position = position
    self.underlying = underlying
  }
}
