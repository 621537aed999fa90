// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CXapian
import Corpus
package import IndexSchema

extension LocalSnapshot {
  package func answers(
    to questions: [IndexQuestion], until deadline: Deadline
  ) throws(IndexError) -> [IndexAnswer] {
    var call = AnsweringCall()
    var answers: [IndexAnswer] = []
    for question in questions {
      answers.append(try answer(to: question, &call, until: deadline))
    }
    return answers
  }

  private func answer(
    to question: IndexQuestion, _ call: inout AnsweringCall, until deadline: Deadline
  ) throws(IndexError) -> IndexAnswer {
    switch question {
    case .frequencies(let terms): return .frequencies(try frequencies(of: terms, &call))
    case .spelling(let word, let letters, let terms, let most):
      let frequency = try frequencies(of: terms, &call).max() ?? 0
      if frequency > most || deadline.cuts() { return .spelling(nil) }
      return .spelling(try database.spelling(of: word, distance: UInt32(clamping: letters)))
    case .expansion(let question): return .expansion(try answer(to: question, &call, deadline))
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

  private func frequencies(
    of terms: [String], _ call: inout AnsweringCall
  ) throws(IndexError) -> [Int] {
    let unknown = terms.filter { call.frequencies[$0] == nil }
    if !unknown.isEmpty {
      let read = zip(unknown, try database.frequencies(ofTerms: unknown))
      call.frequencies.merge(read) { first, _ in first }
    }
    return terms.map { call.frequencies[$0] ?? 0 }
  }

  private func answer(
    to question: ExpansionQuestion, _ call: inout AnsweringCall, _ deadline: Deadline
  ) throws(IndexError) -> ExpansionAnswer {
    let start = ContinuousClock.now
    let block = try database.expansion(
      of: question, microseconds: deadline.microsecondsLeft(most: max(call.expansionTime, 0)))
    call.expansionTime -= Int((ContinuousClock.now - start) / .microseconds(1))
    let terms = try block.map { (item, bytes) throws(IndexError) in
      (String(decoding: bytes, as: UTF8.self), Int(item.weight))
    }
    return ExpansionAnswer(
      terms: terms, matched: block.total.estimate, examined: block.total.upper,
      isCut: block.isCut)
  }
}

/// The state shared by the questions of one call.
private struct AnsweringCall {
  /// The remaining time for expansions, in microseconds.
  var expansionTime = ExpansionQuestion.time
  /// The frequencies read so far.
  var frequencies: [String: Int] = [:]
}
