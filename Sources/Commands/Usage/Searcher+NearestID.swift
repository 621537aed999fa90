// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import IndexSchema
import PassageSearch
import TextFolding

extension Searcher {
  /// The number of works whose ids are compared at most.
  private static let mostWorksCompared = 10_000

  /// The id of a work that is spelled nearly as one that does not exist; `nil` if none is near.
  func nearestWork(to id: String) throws(IndexError) -> String? {
    var nearest = NearestName(to: id)
    var last: String?
    for _ in 0..<(Self.mostWorksCompared / 500) {
      let page = try works(after: last, limit: 500)
      for work in page { nearest.consider(work.id) }
      guard let final = page.last else { break }
      last = final.id
    }
    return nearest.name
  }

  /// The id of a passage that is spelled nearly as one that does not exist: of the same work if
  /// there is that work, else with the same label in the nearest one; `nil` if none is near.
  func nearestPassage(to id: String) throws(IndexError) -> String? {
    let plain = id.prefix { $0 != "@" }
    guard let slash = plain.lastIndex(of: "/") else {
      return try nearestWork(to: String(plain)).map { "\($0)/p1" }
    }
    let (work, label) = (String(plain[..<slash]), String(plain[plain.index(after: slash)...]))
    guard let held = try self.work(work) else {
      guard let near = try nearestWork(to: work) else { return nil }
      if case .unknown = try resolve("\(near)/\(label)") { return "\(near)/p1" }
      return "\(near)/\(label)"
    }
    var nearest = NearestName(to: label)
    try forEachPassage(of: held) { nearest.consider($0.label) }
    return nearest.name.map { "\(work)/\($0)" }
  }

  /// Says which works of a filter do not exist, and which were probably meant.
  func sayUnknownWorks(_ ids: [String]) throws(IndexError) {
    for id in ids where try work(id) == nil {
      Messages.write("There is no work “\(id)”" + Self.suggestion(try nearestWork(to: id)))
    }
  }

  /// The end of a message that offers a near id.
  static func suggestion(_ id: String?) -> String {
    id.map { "; did you mean “\($0)”?" } ?? "."
  }
}
