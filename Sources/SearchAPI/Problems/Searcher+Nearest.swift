// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
package import IndexSchema
package import PassageSearch
import TextFolding

extension Searcher {
  /// The number of works read at once to compare their ids.
  private static let page = 500
  /// The number of passages compared on each side of the requested one.
  private static let reach = 50

  /// The work id closest to one that does not exist; `nil` if none is close.
  ///
  /// - Parameter most: The maximum number of works compared.
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

  /// The passage id closest to one that does not exist; `nil` if none is close.
  ///
  /// If the work exists, the passage is in that work; otherwise it has the same label in the
  /// closest work.
  ///
  /// - Parameter most: The maximum number of works compared.
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

  /// The closest label, among those around the number in a label and at the end of the work.
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
