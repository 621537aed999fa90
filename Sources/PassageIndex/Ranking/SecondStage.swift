// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Glibc

/// Ranks the best passages of the first stage again, by where their words stand.
///
/// The weight of a passage grows by what pairs of words of the query count that stand in it as they
/// do in the query, or near each other: the sequential dependence model of Metzler and Croft (2005),
/// with BM25's saturation as in its BM25 form (Bendersky and Croft 2008).
struct SecondStage {
  /// The window of words in which two are near each other (Metzler and Croft 2005: four a word).
  private static let window = 8
  /// What divides title, headings and text, so that no pair is found across them.
  private static let gap = 16
  /// How much less each pair counts the more there are, between 0 for a sum and 1 for a mean.
  ///
  /// Two words that stand together are what was asked for; of ten, some do so by chance.
  private static let crowding = 0.7

  private struct Pair {
    var first: Int
    var second: Int
    /// How far apart they stand in the query.
    var distance: Int
    var weight: Double
  }

  private let ranking: Ranking
  private let snapshot: Snapshot
  private let weights: [Double]
  private let pairs: [Pair]
  private var places: WordPlaces
  private let wordCount: Int

  /// Prepares to rank again for a query; `nil` where its words have no places to each other.
  init?(_ plain: PlainWords, in snapshot: Snapshot, ranking: Ranking) throws(IndexError) {
    guard plain.words.count > 1, ranking.depth > 0 else { return nil }
    self.ranking = ranking
    self.snapshot = snapshot
    var stems: [[String]] = []
    var indices: [Int] = []
    for word in plain.words {
      if let index = stems.firstIndex(of: word.stems) {
        indices.append(index)
      } else {
        indices.append(stems.count)
        stems.append(word.stems)
      }
    }
    wordCount = stems.count
    weights = try Self.weights(of: stems, in: snapshot)
    pairs = Self.pairs(of: plain.words, indices, weights: weights)
    places = WordPlaces(stems, in: snapshot)
  }

  /// Robertson and Spärck Jones's weight of each word, never below 0.
  private static func weights(
    of stems: [[String]], in snapshot: Snapshot
  ) throws(IndexError) -> [Double] {
    let frequencies = try snapshot.database.frequencies(
      ofTerms: stems.joined().map { Schema.stemPrefix + $0 }
    )
    let passages = Double(snapshot.passageCount)
    var next = 0
    return stems.map { stems in
      let frequency = stems.indices.map { frequencies[next + $0] }.max() ?? 0
      next += stems.count
      let count = min(Double(frequency), passages)
      return log(1 + (passages - count + 0.5) / (count + 0.5))
    }
  }

  /// Neighbours in the query; across stop words, the words that these divide.
  private static func pairs(
    of words: [PlainWords.Word], _ indices: [Int], weights: [Double]
  ) -> [Pair] {
    var pairs: [Pair] = []
    func add(_ first: Int, _ second: Int, _ weight: Double) {
      guard indices[first] != indices[second] else { return }
      pairs.append(
        Pair(
          first: indices[first],
          second: indices[second],
          distance: second - first,
          weight: weight * max(weights[indices[first]], weights[indices[second]])
        )
      )
    }
    var last: Int?
    for (index, word) in words.enumerated() {
      if index > 0 {
        add(index - 1, index, words[index - 1].weight * word.weight)
      }
      if word.isStopWord { continue }
      if let last, index - last > 1 { add(last, index, 1) }
      last = index
    }
    return pairs
  }

  /// What each of the passages gets beside its weight of the first stage.
  mutating func bonuses(for passages: [StoredText]) throws(IndexError) -> [Double] {
    let works = try snapshot.works(passages.map(\.work))
    var found: [(places: [[Int]], length: Int)] = []
    for passage in passages {
      var places = [[Int]](repeating: [], count: wordCount)
      let length = try self.places.find(in: passage.text, from: 0, &places)
      var start = length + Self.gap
      for heading in [works[passage.work]?.metadata.title?.value ?? ""] + passage.section {
        start += try self.places.find(in: heading, from: start, &places) + Self.gap
      }
      found.append((places, length))
    }
    let average = Double(found.reduce(0) { $0 + $1.length }) / Double(max(1, found.count))
    let scale = pow(Double(max(1, pairs.count)), -Self.crowding)
    return found.map { places, length in
      let norm =
        ranking.k1 * (1 - ranking.b + ranking.b * Double(length) / max(1, average))
      return scale
        * pairs.reduce(0) { sum, pair in
          let (ordered, near) = Self.count(
            places[pair.first], places[pair.second], distance: pair.distance
          )
          guard near > 0 else { return sum }
          return sum + pair.weight
            * (ranking.ordered * saturated(ordered, norm) + ranking.unordered
              * saturated(near, norm))
        }
    }
  }

  private func saturated(_ count: Int, _ norm: Double) -> Double {
    Double(count) * (ranking.k1 + 1) / (Double(count) + norm)
  }

  /// How often the second word stands behind the first one at the distance, and how often near it.
  private static func count(
    _ first: [Int], _ second: [Int], distance: Int
  ) -> (ordered: Int, near: Int) {
    var ordered = 0
    var near = 0
    var start = 0
    for place in first {
      while start < second.count, second[start] <= place - window { start += 1 }
      var index = start
      var isNear = false
      var isOrdered = false
      while index < second.count, second[index] < place + max(window, distance + 1) {
        if second[index] == place + distance { isOrdered = true }
        if abs(second[index] - place) < window, second[index] != place { isNear = true }
        index += 1
      }
      if isOrdered { ordered += 1 }
      if isNear || isOrdered { near += 1 }
    }
    return (ordered, near)
  }
}
