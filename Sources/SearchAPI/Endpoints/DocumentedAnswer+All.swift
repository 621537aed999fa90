// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Answers

extension DocumentedAnswer {
  /// A successful answer in JSON.
  static func found(_ about: String, _ table: any MemberTable.Type) -> DocumentedAnswer {
    DocumentedAnswer(status: 200, about: about, content: .json(table))
  }

  /// A successful answer in text.
  static func text(_ about: String, _ type: String = "text/plain") -> DocumentedAnswer {
    DocumentedAnswer(status: 200, about: about, content: .text(type))
  }

  /// A problem.
  static func problem(_ status: Int, _ about: String) -> DocumentedAnswer {
    DocumentedAnswer(status: status, about: about, content: .problem)
  }

  static let notModified = DocumentedAnswer(
    status: 304, about: "Not modified: the index has not changed.", content: .none)
  static let moved = DocumentedAnswer(
    status: 308,
    about: "The words are now in another passage, or the work has another id: see `Location`.",
    content: .none)
  static let movedWork = DocumentedAnswer(
    status: 308, about: "The work has another id since its facts were corrected: see `Location`.",
    content: .none)
  static let gone = problem(410, "The words of this passage are no longer in the work.")
  static let noWork = problem(404, "The work does not exist.")
  static let invalid = problem(400, "A parameter or the query is invalid.")
  static let misdirected = problem(421, "The daemon does not serve this host.")

  /// The problems that any request to the index may be answered with.
  static let questions = [
    invalid,
    problem(413, "The request has a body."),
    problem(414, "The address is too long."),
    misdirected,
    problem(
      503,
      "The index cannot be read now, is damaged (corrupt) or was built by another version "
        + "(incompatible); a worker crashed; the deadline passed; or too "
        + "many requests are waiting (unavailable)."),
  ]

  /// The problems that any other request may be answered with.
  static let requests = [invalid, misdirected]
}
