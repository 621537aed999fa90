// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import PassageSearch
import SearchAPI

extension Pages {
  /// Answers `/edit/{work}` in a worker, which only reads: the work, from which the daemon makes
  /// the form.
  func editedWork(_ id: String, _ target: RequestTarget) throws -> Answer {
    let request = try PlainPageRequest.table.request(target.parameters)
    guard let work = try searcher.work(id) else { return try unknownWork(id, visit(request.visit)) }
    let statistics = try searcher.statistics()
    return EditedWork(work: work, works: statistics.works, revision: statistics.revision).answer
  }
}
