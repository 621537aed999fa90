// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TextFolding

/// Merges the forms of reference to a work, comparing only within small buckets.
struct CitedWorkMerge {
  private struct Cluster {
    var work: CitedWork
    var names: [NameKey]
    let title: String
    let main: String?
  }

  private struct Near: Hashable {
    var family: String
    var part: Substring
    var isBeginning: Bool
  }

  private var clusters: [Cluster] = []
  private var isMerged: [Bool] = []
  private var byTitle: [String: [Int]] = [:]

  /// The remaining works, the most cited first.
  var works: [CitedWork] {
    zip(clusters, isMerged).filter { !$0.1 }.map(\.0.work).map { work in
      var work = work
      if let best = work.variants.first { work.title = best.title }
      if let first = work.variants.indices.first { work.variants[first].rule = .first }
      return work
    }.sorted {
      ($1.references, $0.title, $0.authors.joined())
        < ($0.references, $1.title, $1.authors.joined())
    }
  }

  /// Adds a form to the work with its title and compatible authors, unless several works qualify.
  mutating func add(_ record: CitedWork) {
    let names = record.authors.map(NameKey.init).filter { !$0.family.isEmpty }
    let title = TitleKey.key(record.title)
    let same = byTitle[title] ?? []
    // Forms with authors precede those without, so all authors of the title are known here.
    let candidates =
      names.isEmpty
      ? same : same.filter { !clusters[$0].names.isEmpty && clusters[$0].names.agree(with: names) }
    if candidates.count == 1 {
      join(record, to: candidates[0], names.isEmpty ? .onlyAuthor : .sameWords)
      if clusters[candidates[0]].names.isEmpty { clusters[candidates[0]].names = names }
      return
    }
    byTitle[title, default: []].append(clusters.count)
    clusters.append(
      Cluster(work: record, names: names, title: title, main: TitleKey.main(record.title)))
    isMerged.append(false)
  }

  private mutating func join(_ work: CitedWork, to index: Int, _ rule: CitedWork.MergeRule) {
    clusters[index].work.merge(work, rule: rule)
  }

  private mutating func join(_ index: Int, into other: Int, _ rule: CitedWork.MergeRule) {
    join(clusters[index].work, to: other, rule)
    isMerged[index] = true
  }

  /// Merges a title without a subtitle into the one with it, unless two subtitles are known.
  mutating func joinSubtitles() {
    var byMain: [String: [Int]] = [:]
    for index in clusters.indices {
      if let main = clusters[index].main { byMain[main, default: []].append(index) }
    }
    for index in clusters.indices where clusters[index].main == nil {
      guard let long = byMain[clusters[index].title] else { continue }
      let names = clusters[index].names
      let agreeing = long.filter {
        !isMerged[$0]
          && (names.isEmpty
            || !clusters[$0].names.isEmpty && clusters[$0].names.agree(with: names))
      }
      // Misprints of a subtitle count as the same subtitle.
      guard let first = agreeing.first,
        agreeing.allSatisfy({
          TitleKey.isNear(clusters[$0].title, clusters[first].title)
            && clusters[$0].names.agree(with: clusters[first].names)
        })
      else { continue }
      for other in agreeing { join(other, into: index, .subtitle) }
      if names.isEmpty { clusters[index].names = clusters[first].names }
    }
  }

  /// Merges long titles by the same authors that differ by one or two letters.
  mutating func joinMisprints() {
    var buckets: [Near: [Int]] = [:]
    let order = clusters.indices.sorted {
      clusters[$0].work.references > clusters[$1].work.references
    }
    for index in order where !isMerged[index] {
      let cluster = clusters[index]
      guard cluster.title.utf8.count >= 9 else { continue }
      let places = cluster.names.flatMap { name in
        [
          Near(family: name.family, part: cluster.title.prefix(4), isBeginning: true),
          Near(family: name.family, part: cluster.title.suffix(4), isBeginning: false),
        ]
      }
      let near = places.lazy.flatMap { buckets[$0] ?? [] }.first { other in
        Self.isMisprint(clusters[other].title, cluster.title)
          && clusters[other].names.agree(with: cluster.names)
      }
      if let near {
        join(index, into: near, .misprint)
      } else {
        for place in places { buckets[place, default: []].append(index) }
      }
    }
  }

  /// Short words that differ are different words: `law`, `war`.
  private static func isMisprint(_ one: String, _ other: String) -> Bool {
    guard TitleKey.isNear(one, other) else { return false }
    let first = one.split(separator: " ")
    let second = other.split(separator: " ")
    guard first.count == second.count else { return true }
    return zip(first, second).allSatisfy { $0 == $1 || max($0.count, $1.count) >= 5 }
  }
}
