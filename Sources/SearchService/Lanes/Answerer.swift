// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Who answers questions, one at a time, on a thread that may block.
protocol Answerer: AnyObject {
  /// Answers a question.
  ///
  /// - Parameter isCancelled: Whether the client no longer waits; asked now and then.
  func reply(to question: Question, isCancelled: () -> Bool) -> Reply

  /// Begins anew, after a reply that said it is spent.
  func replace()
}

/// Answers within this process: for tests, and for programs that serve an index among other things.
final class LocalAnswerer: Answerer {
  private let endpoints: Endpoints

  init(path: String) { endpoints = Endpoints(path: path) }

  func reply(to question: Question, isCancelled: () -> Bool) -> Reply {
    endpoints.reply(to: question)
  }

  func replace() {}
}
