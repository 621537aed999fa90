// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
package import IndexSchema
package import PassageSearch
import TextFolding

extension Searcher {
  /// How many works are read at once while their ids are compared.
  private static let page = 500
  /// How many passages before and behind the wanted one are compared.
  private static let reach = 50

  /// The id of the work whose id is nearest to one that does not exist; `nil` if none is near.
  ///
  /// - Parameter most: The number of works that are compared at most.
  package func nearestWork(
    to id: String, comparing most: Int = 10_000
  ) throws(IndexError) -> String? {
    var nearest = NearestName(to: id)
    var last: String?
    for _ in 0..<max(1, most / Self.page) {
      let works = try works(after: last, limit: Self.page)
      for work in works { nearest.consider(work.id) }
      guard works.count == Self.page, let final = works.last else { break }
      last = final.id
    }
    return nearest.name
  }

  /// The id of a passage that is spelled nearly as one that does not exist: of the same work if
  /// there is that work, else with the same label in the nearest one; `nil` if none is near.
  ///
  /// - Parameter most: The number of works that are compared at most.
  package func nearestPassage(
    to id: String, comparing most: Int = 10_000
  ) throws(IndexError) -> String? {
    let plain = id.prefix { $0 != "@" }
    guard let slash = plain.lastIndex(of: "/") else {
      return try nearestWork(to: String(plain), comparing: most).map { "\($0)/p1" }
    }
    let (work, label) = (String(plain[..<slash]), String(plain[plain.index(after: slash)...]))
    guard let held = try self.work(work) else {
      guard let near = try nearestWork(to: work, comparing: most) else { return nil }
      if case .unknown = try resolve("\(near)/\(label)") { return "\(near)/p1" }
      return "\(near)/\(label)"
    }
    return try nearestLabel(to: label, in: held).map { "\(work)/\($0)" }
  }

  /// The nearest label around the place that a label names by its number, and at the end of the work.
  private func nearestLabel(to label: String, in work: Work) throws(IndexError) -> String? {
    let digits = label.drop { !$0.isNumber }.prefix { $0.isASCII && $0.isNumber }
    let ordinal = min(Int(digits.prefix(9)) ?? 0, work.passageCount)
    let around = max(0, ordinal - Self.reach)..<(ordinal + Self.reach)
    var nearest = NearestName(to: label)
    for passage in try passages(ofWork: work.id, ordinals: around) {
      nearest.consider(passage.label)
    }
    let end = max(0, work.passageCount - 1)..<max(1, work.passageCount)
    for passage in try passages(ofWork: work.id, ordinals: end) { nearest.consider(passage.label) }
    return nearest.name
  }
}
