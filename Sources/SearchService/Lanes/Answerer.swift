// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Answers questions one at a time, on a thread that may block.
protocol Answerer: AnyObject {
  /// Answers a question.
  ///
  /// - Parameter isCancelled: Whether the client has stopped waiting; polled occasionally.
  func reply(to question: Question, isCancelled: () -> Bool) -> Reply

  /// Starts afresh after a reply with `isSpent` set.
  func replace()
}

/// Answers within this process: for tests, and for programs that embed the service.
final class LocalAnswerer: Answerer {
  private let endpoints: Endpoints

  init(path: String) { endpoints = Endpoints(path: path) }

  func reply(to question: Question, isCancelled: () -> Bool) -> Reply {
    endpoints.reply(to: question)
  }

  func replace() {}
}
