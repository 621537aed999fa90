// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import HTTPTypes
import Hummingbird
import ReaderPages
import SearchAPI

extension ServiceResponder {
  /// Answers `/edit/{work}`.
  ///
  /// - Parameter ask: Asks a worker for the work.
  func edit(
    _ request: Request, _ target: RequestTarget, _ work: String, by editor: FactEditor,
    _ asker: Asker, ask: () async -> Answer
  ) async throws -> Answer {
    let parameters = try PlainPageRequest.table.request(target.parameters)
    let visit = Pages.visit(parameters.visit, asker)
    var form: FactForm?
    if request.method == .post {
      do throws(FactEditor.Refusal) {
        form = try await editor.form(in: request, site: asker.site.origin)
      } catch {
        return FactEditor.refused(
          visit, visit.wording(error.sentence, error.value), status: error.status)
      }
    }
    let answer = await ask()
    guard let edited = EditedWork(answer) else { return answer }
    if let form { return await editor.answer(to: form, for: edited, visit) }
    guard edited.work.id == work else {
      return Pages.see(visit.address(["edit", edited.work.id]))
    }
    return await editor.form(for: edited, visit)
  }
}
