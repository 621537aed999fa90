// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import HTTPTypes
import Testing

@testable import SearchService

struct MessageTests {
  @Test func `questions and replies come through as they were`() {
    for tag in [nil, "", "W/\"1\""] {
      let question = Question(
        target: "/v1/search?q=ä", ifNoneMatch: tag, microseconds: 2_000_000, isTrial: true)
      #expect(Question(message: question.message) == question)
    }
    var answer = Answer(status: .notFound, contentType: "text/html", body: [0, 255, 10])
    answer.add(.eTag, "x")
    answer.add(.location, "/ä")
    answer.cause = "cause"
    answer.isCut = true
    for reply in [
      Reply(), Reply(answer: answer, generation: 7, isSpent: true),
      Reply(answer: .document("{}"), generation: nil),
    ] {
      #expect(Reply(message: reply.message) == reply)
    }
  }

  @Test func `what is cut off or is not a message is refused`() {
    let message = Reply(answer: .document("{}"), generation: 1).message
    for end in 0..<message.count { #expect(Reply(message: Array(message[..<end])) == nil) }
    #expect(Question(message: []) == nil)
    #expect(Question(message: [1, 255, 255, 255, 255, 255, 255, 255, 127]) == nil)
    #expect(Reply(message: Array(repeating: 255, count: 64)) == nil)
  }
}
