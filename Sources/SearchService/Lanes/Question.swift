// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A request to the index, in the form sent to a worker.
struct Question: Sendable, Equatable {
  /// Path and query as sent by the client.
  var target: String
  /// Value of the request's `If-None-Match` field.
  var ifNoneMatch: String?
  /// Time limit for the search, in microseconds.
  var microseconds: Int
  /// How the reader asks.
  var asker = Asker()
  /// Whether this is a trial, for which an answer cut short by the deadline is discarded.
  var isTrial: Bool
}

/// The outcome of answering a question.
struct Reply: Sendable, Equatable {
  /// The answer; `nil` if this was a trial that needs more time.
  var answer: Answer?
  /// Generation of the index that answered; `nil` if none could be opened.
  var generation: Int?
  /// Whether the answerer uses too much memory and should be replaced.
  var isSpent = false
}
