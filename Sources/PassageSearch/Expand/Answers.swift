// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import IndexSchema
import XapianStore

/// What a query's planning knows of the index, and what it would yet know.
///
/// The planner never asks the index: it asks here. What is unknown is noted and answered by a
/// neutral value; `fetch` then asks the index all of it at once, and the query is planned again from
/// the beginning, until nothing is unknown (as Elasticsearch's `Rewriteable` does, and as Haxl: Marlow
/// et al. 2014, “There is no fork”). So planning is pure, and takes two calls of the index at most
/// whatever the query is made of.
final class Answers {
  /// What is asked of passages and terms, and not yet answered.
  private var missing: [IndexQuestion] = []
  private var missingTerms: [String] = []

  private var frequencies: [String: Int] = [:]
  private var known: [IndexQuestion: IndexAnswer] = [:]
  /// What has been made of answers at some cost, by a name for it.
  private var made: [String: Any] = [:]

  /// How often the index has been asked.
  private(set) var rounds = 0

  /// Asks the index what is unknown; false if nothing is.
  func fetch(from snapshot: any StoreSnapshot, until deadline: Deadline) throws(IndexError) -> Bool
  {
    let terms = missingTerms
    let questions = missing
    guard !terms.isEmpty || !questions.isEmpty else { return false }
    rounds += 1
    (missingTerms, missing) = ([], [])
    let all = (terms.isEmpty ? [] : [.frequencies(terms)]) + questions
    var answers = try snapshot.answers(to: all, until: deadline)[...]
    if !terms.isEmpty, case .frequencies(let counts)? = answers.popFirst() {
      frequencies.merge(zip(terms, counts)) { first, _ in first }
    }
    known.merge(zip(questions, answers)) { first, _ in first }
    return true
  }

  /// In how many passages a term stands; `nil` if that is not known yet.
  func frequency(of term: String) -> Int? {
    if let known = frequencies[term] { return known }
    if !missingTerms.contains(term) { missingTerms.append(term) }
    return nil
  }

  /// In how many passages each term stands; `nil` if it is not known of all.
  func frequencies(of terms: [String]) -> [Int]? {
    let found = terms.map { frequency(of: $0) }
    return found.contains(nil) ? nil : found.compactMap(\.self)
  }

  /// The word of the index that is spelled most like another; `nil` if none is, or it is not known.
  ///
  /// - Parameter terms: The terms one of which must stand in `most` passages or fewer.
  func spelling(
    of word: String, letters: Int, unless terms: [String], inMoreThan most: Int
  ) -> String? {
    let question = IndexQuestion.spelling(
      of: word, letters: letters, unless: terms, inMoreThan: most)
    guard case .spelling(let spelling)? = answer(to: question) else { return nil }
    return spelling
  }

  /// The terms that a pattern stands for; `nil` if they are not known yet.
  func expansion(_ question: ExpansionQuestion) -> ExpansionAnswer? {
    guard case .expansion(let answer)? = answer(to: .expansion(question)) else { return nil }
    return answer
  }

  /// The terms that begin with a prefix; `nil` if they are not known yet.
  func terms(prefix: String, limit: Int) -> [TermCount]? {
    guard case .terms(let terms)? = answer(to: .terms(prefix: prefix, limit: limit)) else {
      return nil
    }
    return terms
  }

  /// The passage with an id, `.some(nil)` if there is none; `nil` if that is not known yet.
  func passage(_ id: String) -> Passage?? {
    guard case .passages(let passages)? = answer(to: .passages([id])) else { return nil }
    return passages.first
  }

  /// What the first of some plans finds that finds anything, `.some(nil)` if none does; `nil` if that
  /// is not known yet.
  func firstFound(_ plans: [MatchPlan]) -> Found?? {
    guard case .firstFound(let found)? = answer(to: .firstFound(plans)) else { return nil }
    return .some(found)
  }

  /// A value that is made of answers once and kept; `nil`, and nothing kept, while it cannot be made.
  func remembered<Value>(
    _ name: String, _ make: () throws(IndexError) -> Value?
  ) throws(IndexError) -> Value? {
    if let value = made[name] as? Value { return value }
    let value = try make()
    if let value { made[name] = value }
    return value
  }

  private func answer(to question: IndexQuestion) -> IndexAnswer? {
    if let answer = known[question] { return answer }
    if !missing.contains(question) { missing.append(question) }
    return nil
  }
}
