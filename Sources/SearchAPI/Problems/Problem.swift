// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Answers
package import IndexSchema

/// An error in the API's form: `application/problem+json` (RFC 9457).
package struct Problem: Sendable {
  /// What happened.
  package var error: IndexError
  /// The HTTP status.
  package var status: Int

  /// Creates a problem from an error.
  ///
  /// - Parameter status: The HTTP status; `nil` for the default of the error's code.
  package init(_ error: IndexError, status: Int? = nil) {
    self.error = error
    // Requests are validated before they reach libxapian, so its rejections are internal faults.
    if error.code == .invalidArgument, error.underlying != nil { self.error.code = .internalFault }
    self.status = status ?? Self.status(of: self.error.code)
  }

  /// The HTTP status of each code.
  package static func status(of code: IndexError.Code) -> Int {
    switch code {
    case .invalidQuery, .invalidArgument: 400
    case .notFound: 404
    case .closed, .internalFault: 500
    case .corrupt, .crashed, .deadline, .incompatible, .locked, .modified, .outOfMemory, .storage,
      .unavailable:
      503
    }
  }

  /// Whether the request is at fault, and not the daemon or its index.
  package var isOfRequest: Bool { status < 500 }
}

extension Problem: APIObject {
  package static let schemaName = "Problem"
  package static let about = "An error (RFC 9457), with a code and, for queries, a position."

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.derived("type", "Always `about:blank`; `code` identifies the problem.") { _ in
      "about:blank"
    }
    visitor.derived("title", "A sentence saying what happened.") { $0.error.message }
    visitor.derived("status", "The HTTP status of the answer.") { $0.status }
    visitor.derived("detail", "A sentence saying what to do; null if nothing helps.") {
      $0.error.advice
    }
    visitor.derived("code", "A stable name for programs: `not-found`, `invalid-query`.") {
      $0.error.code.rawValue
    }
    visitor.derived(
      "position", "The range of the error in the query, in code points; null for other errors."
    ) {
      $0.error.position
    }
  }
}
