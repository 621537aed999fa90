// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import IndexSchema
import XapianStore

/// Facts about the index that planning a query needs, fetched in batches.
///
/// The planner never asks the index; it asks here. An unknown fact is noted and answered with a
/// neutral value; `fetch` then asks the index for all of them at once, and the query is planned
/// again from the beginning until nothing is unknown (like Elasticsearch's `Rewriteable`, and Haxl:
/// Marlow et al. 2014, “There is no fork”). Planning is therefore pure and takes at most two calls
/// to the index, whatever the query contains.
final class Answers {
  /// Questions and terms that have been asked for but not yet answered.
  private var missing: [IndexQuestion] = []
  private var missingTerms: Set<String> = []

  private var frequencies: [String: Int] = [:]
  private var known: [IndexQuestion: IndexAnswer] = [:]
  /// Values computed from answers at some cost, by what they were computed for.
  private var made: [AnyHashable: Any] = [:]

  /// Plans again until nothing that was asked for is unknown; returns the last plan.
  static func settled<Plan>(
    by snapshot: any StoreSnapshot, until deadline: Deadline,
    _ plan: (Answers) throws(IndexError) -> Plan
  ) throws(IndexError) -> Plan {
    let answers = Answers()
    while true {
      let draft = try plan(answers)
      guard try answers.fetch(from: snapshot, until: deadline) else { return draft }
    }
  }

  /// Asks the index for everything unknown; returns false if nothing is.
  private func fetch(
    from snapshot: any StoreSnapshot, until deadline: Deadline
  ) throws(IndexError) -> Bool {
    let terms = Array(missingTerms)
    let questions = missing
    guard !terms.isEmpty || !questions.isEmpty else { return false }
    (missingTerms, missing) = ([], [])
    let all = (terms.isEmpty ? [] : [.frequencies(terms)]) + questions
    var answers = try snapshot.answers(to: all, until: deadline)[...]
    if !terms.isEmpty, case .frequencies(let counts)? = answers.popFirst() {
      frequencies.merge(zip(terms, counts)) { first, _ in first }
    }
    known.merge(zip(questions, answers)) { first, _ in first }
    return true
  }

  /// Whether something unknown has been asked for, so that the current plan is only a draft.
  var isMissingSome: Bool { !missingTerms.isEmpty || !missing.isEmpty }

  /// The number of passages that contain a term; `nil` if not known yet.
  func frequency(of term: String) -> Int? {
    if let known = frequencies[term] { return known }
    missingTerms.insert(term)
    return nil
  }

  /// The number of passages that contain each term; `nil` unless all are known.
  func frequencies(of terms: [String]) -> [Int]? {
    let found = terms.map { frequency(of: $0) }
    return found.contains(nil) ? nil : found.compactMap(\.self)
  }

  /// The indexed word whose spelling is closest to another; `nil` if there is none or it is not
  /// known yet.
  ///
  /// - Parameter terms: If one of these is in more than `most` passages, the answer is `nil`.
  func spelling(
    of word: String, letters: Int, unless terms: [String], inMoreThan most: Int
  ) -> String? {
    let question = IndexQuestion.spelling(
      of: word, letters: letters, unless: terms, inMoreThan: most)
    guard case .spelling(let spelling)? = answer(to: question) else { return nil }
    return spelling
  }

  /// The terms that match a pattern; `nil` if not known yet.
  func expansion(_ question: ExpansionQuestion) -> ExpansionAnswer? {
    guard case .expansion(let answer)? = answer(to: .expansion(question)) else { return nil }
    return answer
  }

  /// The terms that start with a prefix; `nil` if not known yet.
  func terms(prefix: String, limit: Int) -> [TermCount]? {
    guard case .terms(let terms)? = answer(to: .terms(prefix: prefix, limit: limit)) else {
      return nil
    }
    return terms
  }

  /// The passage with an id; `.some(nil)` if there is none, `nil` if not known yet.
  func passage(_ id: String) -> Passage?? {
    guard case .passages(let passages)? = answer(to: .passages([id])) else { return nil }
    return passages.first
  }

  /// The result of the first plan that finds anything; `.some(nil)` if none does, `nil` if not
  /// known yet.
  func firstFound(_ plans: [MatchPlan]) -> Found?? {
    guard case .firstFound(let found)? = answer(to: .firstFound(plans)) else { return nil }
    return .some(found)
  }

  /// A value computed from answers once and then cached; `nil`, and nothing is cached, while it
  /// cannot be computed.
  func remembered<Value>(
    _ key: AnyHashable, _ make: () throws(IndexError) -> Value?
  ) throws(IndexError) -> Value? {
    if let value = made[key] as? Value { return value }
    let value = try make()
    if let value { made[key] = value }
    return value
  }

  private func answer(to question: IndexQuestion) -> IndexAnswer? {
    if let answer = known[question] { return answer }
    if !missing.contains(question) { missing.append(question) }
    return nil
  }
}
