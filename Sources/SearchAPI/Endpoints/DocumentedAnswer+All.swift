// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Answers

extension DocumentedAnswer {
  /// The answer that was asked for.
  static func found(_ about: String, _ table: any MemberTable.Type) -> DocumentedAnswer {
    DocumentedAnswer(status: 200, about: about, content: .json(table))
  }

  /// The answer that was asked for, as text.
  static func text(_ about: String, _ type: String = "text/plain") -> DocumentedAnswer {
    DocumentedAnswer(status: 200, about: about, content: .text(type))
  }

  /// A problem.
  static func problem(_ status: Int, _ about: String) -> DocumentedAnswer {
    DocumentedAnswer(status: status, about: about, content: .problem)
  }

  static let notModified = DocumentedAnswer(
    status: 304, about: "Nothing has changed since.", content: .none)
  static let moved = DocumentedAnswer(
    status: 308, about: "The words now stand in another passage.", content: .none)
  static let gone = problem(410, "The words of this passage are no longer in the work.")
  static let noWork = problem(404, "There is no such work.")
  static let invalid = problem(400, "A parameter or the query is not understood.")
  static let misdirected = problem(421, "The host is not one of this daemon.")

  /// What any question to the index may be answered with.
  static let questions = [
    invalid,
    problem(413, "The request has a body."),
    problem(414, "The address is too long."),
    misdirected,
    problem(
      503,
      "The index cannot be read now, is damaged (corrupt) or was made by another version "
        + "(incompatible), a worker ended (crashed), the question took too long (deadline), or too "
        + "many wait (unavailable)."),
  ]

  /// What any other request may be answered with.
  static let requests = [invalid, misdirected]
}
