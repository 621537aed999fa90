// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc
import IndexSchema
import XapianStore

/// Ranks the best passages of the first stage again by the positions of their words.
///
/// A passage's weight grows with the pairs of query words that occur in the order of the query or
/// near each other: the sequential dependence model of Metzler and Croft (2005), with BM25's
/// saturation as in Bendersky and Croft (2008).
struct SecondStage {
  /// The proximity window in words (Metzler and Croft 2005: four per word).
  private static let window: Int32 = 8
  /// How much the weight of each pair decreases with the number of pairs, from 0 (sum) to 1 (mean).
  ///
  /// If both words of a query are adjacent, that is what was asked for; out of ten words, some are
  /// adjacent by chance.
  private static let crowding = 0.7

  private struct Pair {
    var first: Int
    var second: Int
    /// The distance of the words in the query.
    var distance: Int32
    var weight: Double
  }

  private let ranking: Ranking
  private let pairs: [Pair]
  private let stems: [[String]]

  /// Prepares the second ranking of a query; `nil` if its words have no relative positions.
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
    self.stems = stems
  }

  /// The Robertson–Spärck Jones weight of each word, at least 0.
  private static func weights(
    of stems: [[String]], _ answers: Answers, passages: Double
  ) -> [Double] {
    stems.map { stems in
      let frequencies = answers.frequencies(of: stems.map { Schema.stemPrefix + $0 })
      let count = min(Double(frequencies?.max() ?? 0), passages)
      return log(1 + (passages - count + 0.5) / (count + 0.5))
    }
  }

  /// Pairs of neighbours in the query; stop words between them are skipped.
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

  /// The bonus of each passage on top of its first-stage weight, computed from the sequences.
  func bonuses(for sequences: Sequences) -> [Double] {
    sequences.withBytes { bonuses(for: $0) }
  }

  private func bonuses(for sequences: [UnsafeRawBufferPointer]) -> [Double] {
    var places = WordPlaces(stems)
    var lengths: [Int] = []
    var found: [[(ordered: Int, near: Int)]] = []
    for bytes in sequences {
      places.read(bytes)
      lengths.append(places.length)
      var counts: [(ordered: Int, near: Int)] = []
      counts.reserveCapacity(pairs.count)
      for pair in pairs {
        counts.append(
          Self.count(
            places.places[pair.first], places.places[pair.second], distance: pair.distance))
      }
      found.append(counts)
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

  /// Counts how often the second word follows the first at the distance, and how often the two are
  /// near each other.
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
