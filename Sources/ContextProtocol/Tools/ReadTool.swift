// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Answers
import Corpus
import IndexSchema
import PassageSearch
import SearchAPI

extension Tool {
  /// The argument that names a passage.
  static let idParameter = ToolParameter(
    "id", "The id of a passage, as an answer gave it: a work, a slash and a label.",
    .text(1...APILimits.id), isRequired: true)

  /// Shows a passage in its context.
  static let read = Tool(
    "read", "Read a passage in its context",
    """
    Returns a passage by its id, with its notes and the passages before and after it. Use it to \
    see what the words mean in their context, and whether they are the author's own. \
    \(Guidance.quoting)
    """,
    [
      idParameter,
      ToolParameter(
        "context", "Number of passages before it and after it.", .integer(0...10), fallback: "1"),
    ]
  ) { (arguments, searcher) throws(IndexError) in
    let located = try searcher.located(arguments["id"] ?? "")
    let ordinal = located.passage.ordinal
    let context = arguments.number("context") ?? 0
    let around = max(0, ordinal - context)..<(ordinal + context + 1)
    let near = try searcher.passages(ofWork: located.work.id, ordinals: around)
    // The notes of the passage are returned with it, not again as its neighbours.
    let notes = Set(located.passage.notes.map(\.label))
    func quotable(_ passage: Passage) throws(IndexError) -> QuotablePassage {
      let place = try searcher.linkedPlace(of: passage, in: located.work)
      return QuotablePassage(PassageAnswer(passage, of: located.work, place: place))
    }
    var answer = PassageInContext(try quotable(located.passage), movedFrom: located.movedFrom)
    for other in near where other.ordinal != ordinal && !notes.contains(other.label) {
      if other.ordinal < ordinal {
        answer.before.append(try quotable(other))
      } else {
        answer.after.append(try quotable(other))
      }
    }
    return answer
  }
}

/// The answer of the tool `read`.
struct PassageInContext: ToolAnswer {
  private var passage: QuotablePassage
  private var movedFrom: String?
  var before: [QuotablePassage] = []
  var after: [QuotablePassage] = []

  init(_ passage: QuotablePassage, movedFrom: String?) {
    self.passage = passage
    self.movedFrom = movedFrom
  }

  static let schemaName = "PassageInContext"
  static let about = "A passage with its neighbours in the work."

  static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.member("passage", \.passage, "The passage that was asked for.")
    visitor.member(
      "moved_from", \.movedFrom,
      "The id that was asked for, if the words are elsewhere now; else null.")
    visitor.member("before", \.before, "The passages before it, in reading order.")
    visitor.member("after", \.after, "The passages after it, in reading order.")
  }

  var readable: String {
    var parts: [String] = []
    if let movedFrom { parts.append("The words of \(movedFrom) are now in \(passage.id).") }
    parts += before.map { "Before: \($0.readable)" }
    parts.append("The passage: \(passage.readable)")
    parts += after.map { "After: \($0.readable)" }
    return parts.joined(separator: "\n\n")
  }
}
