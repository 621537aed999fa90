// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import IndexSchema
package import PassageSearch
import QueryLanguage

/// Makes queries that nobody should type: random ones, mutated ones, and such as try to be costly.
///
/// The same seed makes the same queries.
package struct HostileQueries {
  private var state: UInt64
  private let vocabulary: [String]

  private static let signs = Array(
    "ab\"“”‘’«»-–—:.*~?=+()[]/^| \u{0}\u{301}\u{202E}é中ß0'\n\t,…"
  ).map(String.init)
  private static let operators = [
    "AND", "OR", "NOT", "NEAR", "NEAR/3", "ADJ", "ADJ/99999999999", "NEAR/0", "(", ")", "\"", "-",
    "+", "author:", "year:", "decade:", "title:", "kind:", "nofield:", "text:(", "id:", "=", "~",
    "~2", "*", "?", "..", "1917..1921", "1917", "~999999999",
  ]

  /// Creates a source of queries that uses these words, the most common ones first.
  package init(seed: UInt64, vocabulary: [String]) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    self.vocabulary = vocabulary.isEmpty ? ["the"] : vocabulary
  }

  /// The next query.
  package mutating func next() -> String {
    switch random(8) {
    case 0: return (0..<random(60)).map { _ in any(of: Self.signs) }.joined()
    case 1, 2: return sentence(random(12))
    case 3: return mutated(example)
    case 4: return mutated(mutated(mutated(sentence(random(20)))))
    case 5: return costly()
    case 6: return quotation()
    default: return mutated(example + " " + sentence(random(6)))
    }
  }

  /// A number below another.
  package mutating func random(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(max(1, bound)))
  }

  private mutating func any(of strings: [String]) -> String { strings[random(strings.count)] }

  /// A word, a common one as often as any other.
  private mutating func word() -> String {
    vocabulary[random(random(2) == 0 ? min(20, vocabulary.count) : vocabulary.count)]
  }

  private var example: String {
    mutating get {
      let rules = QuerySyntax.sections.flatMap(\.rules)
      return rules[random(rules.count)].example
    }
  }

  /// Words and operators in any order.
  private mutating func sentence(_ count: Int) -> String {
    (0..<count).map { _ in
      switch random(4) {
      case 0: any(of: Self.operators) + (random(2) == 0 ? " " : "")
      case 1: word() + any(of: ["*", "~", "?", "", "\" ", ") "]) + " "
      default: word() + " "
      }
    }.joined()
  }

  private mutating func mutated(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    for _ in 0...random(4) {
      let place = random(scalars.count + 1)
      switch random(4) {
      case 0 where place < scalars.count: scalars.remove(at: place)
      case 1: scalars.insert(contentsOf: any(of: Self.signs).unicodeScalars, at: place)
      case 2: scalars.insert(contentsOf: any(of: Self.operators).unicodeScalars, at: place)
      default:
        let end = min(scalars.count, place + random(20))
        scalars.insert(contentsOf: Array(scalars[place..<end]), at: random(scalars.count + 1))
      }
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// Much of what costs time, up to the longest query and beyond.
  private mutating func costly() -> String {
    let count = 1 + random(400)
    func many(_ make: (inout HostileQueries) -> String, _ queries: inout HostileQueries) -> String {
      (0..<count).map { _ in make(&queries) }.joined(separator: " ")
    }
    switch random(12) {
    case 0: return String(repeating: "(", count: count * 10) + word()
    case 1: return String(repeating: "(a ", count: count) + String(repeating: ")", count: count)
    case 2: return many({ "\"\($0.word()) \($0.word())\"" }, &self)
    case 3: return many({ "\($0.word().prefix(2))*" }, &self)
    case 4: return many({ "*\($0.word().suffix(1))?*" }, &self)
    case 5: return many({ "\($0.word())~2" }, &self)
    case 6: return many({ "\($0.word()) NEAR/100" }, &self)
    case 7: return many({ "-\($0.word()) NOT NOT OR" }, &self)
    case 8: return "\"" + many({ $0.word() + "*" }, &self) + "\"~50"
    case 9: return many({ "author:\($0.word())* title:(\($0.word())~ OR \($0.word()))" }, &self)
    case 10: return String(repeating: any(of: Self.signs), count: count * 12)
    default:
      return String(repeating: "*a", count: count) + " " + String(repeating: "ab?", count: 60)
    }
  }

  /// Words in a row, as if pasted, some of them quoted.
  private mutating func quotation() -> String {
    let text = (0..<(8 + random(500))).map { _ in word() }.joined(separator: " ")
    switch random(3) {
    case 0: return "“\(text)”"
    case 1: return mutated(text)
    default: return text
    }
  }
}

/// What every query is promised, whatever it is.
package struct QueryPromise {
  /// How long an answer may take.
  package var limit: Duration

  /// Creates the promise of a limit of time.
  package init(limit: Duration) { self.limit = limit }

  /// Searches, and says which promise was broken; `nil` if none was.
  package func broken(by request: SearchRequest, on searcher: Searcher) -> String? {
    let length = request.query.unicodeScalars.count
    let start = ContinuousClock.now
    do throws(IndexError) {
      let results = try searcher.search(request)
      let took = ContinuousClock.now - start
      if took > limit { return "took \(took)" }
      for warning in results.query.warnings {
        if let position = warning.position, position.upperBound > length {
          return "the warning \(warning.code) stands outside of the query"
        }
      }
      for hit in results.hits { if let fault = fault(of: hit) { return fault } }
      return nil
    } catch {
      if ContinuousClock.now - start > limit { return "the error took too long" }
      if error.code != .invalidQuery { return "error \(error.code): \(error.underlying ?? "")" }
      guard let position = error.position else { return "an error without a place" }
      if position.lowerBound > max(length, 1) { return "the error stands outside of the query" }
      _ = caret(for: error, in: request.query)
      return nil
    }
  }

  private func fault(of hit: Hit) -> String? {
    let count = hit.passage.text.unicodeScalars.count
    var last = 0
    for range in hit.highlights {
      if range.lowerBound < last || range.upperBound > count || range.isEmpty {
        return "a highlight is out of order or out of the text"
      }
      last = range.upperBound
    }
    return hit.score.isFinite ? nil : "a score is no number"
  }
}
