// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CXapian
import Corpus
package import IndexSchema

extension LocalSnapshot {
  package func answers(
    to questions: [IndexQuestion], until deadline: Deadline
  ) throws(IndexError) -> [IndexAnswer] {
    var clock = ExpansionClock()
    var answers: [IndexAnswer] = []
    for question in questions {
      answers.append(try answer(to: question, &clock, until: deadline))
    }
    return answers
  }

  private func answer(
    to question: IndexQuestion, _ clock: inout ExpansionClock, until deadline: Deadline
  ) throws(IndexError) -> IndexAnswer {
    switch question {
    case .frequencies(let terms): return .frequencies(try database.frequencies(ofTerms: terms))
    case .spelling(let word, let letters, let terms, let most):
      let frequency = try database.frequencies(ofTerms: terms).max() ?? 0
      if frequency > most || deadline.cuts() { return .spelling(nil) }
      return .spelling(try database.spelling(of: word, distance: UInt32(clamping: letters)))
    case .expansion(let question): return .expansion(try answer(to: question, &clock, deadline))
    case .terms(let prefix, let limit):
      return .terms(try database.terms(withPrefix: prefix, limit: limit))
    case .passages(let ids):
      let block = try database.documents(withTerms: ids.map { Schema.id.prefix + $0 })
      return .passages(
        try block.map { (item, bytes) throws(IndexError) in
          item.document == 0 ? nil : try Passage(stored: bytes)
        })
    case .firstFound(let plans):
      for (index, plan) in plans.enumerated() {
        let found = try candidates(plan, until: deadline)
        guard !found.isEmpty else { continue }
        let passages = try database.documents(found.map(\.key.document)).passages()
        return .firstFound(Found(plan: index, passages: passages))
      }
      return .firstFound(nil)
    case .match(let plan):
      if deadline.cuts() { return .match([]) }
      return .match(try candidates(plan, until: deadline))
    }
  }

  private func answer(
    to question: ExpansionQuestion, _ clock: inout ExpansionClock, _ deadline: Deadline
  ) throws(IndexError) -> ExpansionAnswer {
    let start = ContinuousClock.now
    let block = try database.expansion(
      of: question, microseconds: deadline.microsecondsLeft(most: max(clock.left, 0)))
    clock.left -= Int((ContinuousClock.now - start) / .microseconds(1))
    let terms = try block.map { (item, bytes) throws(IndexError) in
      (String(decoding: bytes, as: UTF8.self), Int(item.weight))
    }
    return ExpansionAnswer(
      terms: terms, matched: block.total.estimate, examined: block.total.upper,
      isCut: block.isCut)
  }
}

/// How long the expansions of one call may yet take, in microseconds.
private struct ExpansionClock {
  var left = ExpansionQuestion.time
}
