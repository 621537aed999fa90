// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema
import XapianStore
import Glibc

/// Ranks the best passages of the first stage again, by where their words stand.
///
/// The weight of a passage grows by what pairs of words of the query count that stand in it as they
/// do in the query, or near each other: the sequential dependence model of Metzler and Croft (2005),
/// with BM25's saturation as in its BM25 form (Bendersky and Croft 2008).
struct SecondStage {
  /// The window of words in which two are near each other (Metzler and Croft 2005: four a word).
  private static let window: Int32 = 8
  /// How much less each pair counts the more there are, between 0 for a sum and 1 for a mean.
  ///
  /// Two words that stand together are what was asked for; of ten, some do so by chance.
  private static let crowding = 0.7

  private struct Pair {
    var first: Int
    var second: Int
    /// How far apart they stand in the query.
    var distance: Int32
    var weight: Double
  }

  private let ranking: Ranking
  private let pairs: [Pair]
  private let places: WordPlaces

  /// Prepares to rank again for a query; `nil` where its words have no places to each other.
  init?(_ plain: PlainWords, _ answers: Answers, passages: Int, ranking: Ranking) {
    guard plain.words.count > 1 else { return nil }
    self.ranking = ranking
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
    let weights = Self.weights(of: stems, answers, passages: Double(passages))
    pairs = Self.pairs(of: plain.words, indices, weights: weights)
    places = WordPlaces(stems)
  }

  /// Robertson and Spärck Jones's weight of each word, never below 0.
  private static func weights(
    of stems: [[String]], _ answers: Answers, passages: Double
  ) -> [Double] {
    stems.map { stems in
      let frequencies = answers.frequencies(of: stems.map { Schema.stemPrefix + $0 })
      let count = min(Double(frequencies?.max() ?? 0), passages)
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
          distance: Int32(second - first),
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

  /// What each passage gets beside its weight of the first stage, by their sequences.
  func bonuses(for sequences: Sequences) -> [Double] {
    var lengths: [Int] = []
    var found: [[(ordered: Int, near: Int)]] = []
    var places = places
    sequences.forEach { bytes in
      places.read(bytes)
      lengths.append(places.length)
      found.append(
        pairs.map { pair in
          Self.count(
            places.places[pair.first], places.places[pair.second], distance: pair.distance)
        })
    }
    let average = Double(lengths.reduce(0, +)) / Double(max(1, lengths.count { $0 > 0 }))
    let scale = pow(Double(max(1, pairs.count)), -Self.crowding)
    return zip(lengths, found).map { length, counts in
      let norm = ranking.k1 * (1 - ranking.b + ranking.b * Double(length) / max(1, average))
      var sum = 0.0
      for (pair, count) in zip(pairs, counts) where count.near > 0 {
        sum +=
          pair.weight
          * (ranking.ordered * saturated(count.ordered, norm)
            + ranking.unordered * saturated(count.near, norm))
      }
      return scale * sum
    }
  }

  private func saturated(_ count: Int, _ norm: Double) -> Double {
    Double(count) * (ranking.k1 + 1) / (Double(count) + norm)
  }

  /// How often the second word stands behind the first one at the distance, and how often near it.
  private static func count(
    _ first: [Int32], _ second: [Int32], distance: Int32
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
