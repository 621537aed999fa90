// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A question to the index, as a request puts it.
struct Question: Sendable, Equatable {
  /// The path and query as sent.
  var target: String
  /// The condition of the request.
  var ifNoneMatch: String?
  /// How long the search may take, in microseconds.
  var microseconds: Int
  /// Whether it is only tried: an answer that the deadline cuts is not wanted.
  var isTrial: Bool
}

/// What becomes of a question.
struct Reply: Sendable, Equatable {
  /// The answer; `nil` if the question was only tried and takes longer.
  var answer: Answer?
  /// The generation of the index that answered; `nil` if none could be opened.
  var generation: Int?
  /// Whether who answered has grown too large and should be replaced.
  var isSpent = false
}
