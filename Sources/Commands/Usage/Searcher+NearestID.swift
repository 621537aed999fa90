// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import IndexSchema
import PassageSearch
import SearchAPI

extension Searcher {
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
