// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Cataloguing
import Corpus
import HTTPTypes
import Hummingbird
import IndexSchema
import ReaderPages

/// Answers `/edit/{work}` in the daemon: the form, and what was sent by it.
///
/// Workers say what the index has, and cannot write; the file of edits is read and written on a
/// thread of its own, one request after the other. The index takes the edits in when it is next
/// updated.
final class FactEditor: Sendable {
  /// How a form was refused before anything was looked up.
  struct Refusal: Error {
    var status: HTTPResponse.Status
    var sentence: Sentence
    /// The value in the sentence.
    var value = ""
  }

  private let file: EditsFile
  private let token = FormToken()
  private let thread: WorkThread

  /// Prepares to add to a file of edits.
  ///
  /// - Throws: `IndexError(.unavailable)` if no thread can be started.
  init(file: String) throws(IndexError) {
    self.file = EditsFile(path: file)
    thread = try WorkThread()
  }

  // MARK: Receiving

  /// The fields of a form, if a page of this process sent it.
  func form(in request: Request, site: String) async throws(Refusal) -> FactForm {
    guard FormOrigin.isOwn(request.headers, site: site) else {
      throw Refusal(status: .forbidden, sentence: .editForeign)
    }
    let type = request.headers[.contentType]?.prefix { $0 != ";" }.lowercased()
    guard type == "application/x-www-form-urlencoded" else {
      throw Refusal(status: .unsupportedMediaType, sentence: .editForeign)
    }
    guard let body = await FormBody.read(request.body) else {
      throw Refusal(
        status: .contentTooLarge, sentence: .editTooLong, value: String(ServiceLimits.body))
    }
    guard let form = FactForm(body) else {
      throw Refusal(status: .badRequest, sentence: .editForeign)
    }
    guard token.matches(form.token) else {
      throw Refusal(status: .forbidden, sentence: .editForeign)
    }
    return form
  }

  // MARK: Answering

  /// The form with the present facts.
  func form(for edited: EditedWork, _ visit: Visit) async -> Answer {
    await thread.run { [self] in
      do throws(CatalogueFault) {
        let present = try present(edited.work)
        let view = FactView(edited.work, present, visit)
        return Self.page(view.form(token: token.text), edited, visit)
      } catch {
        return Self.refused(visit, error.description, status: .serviceUnavailable)
      }
    }
  }

  /// Writes what a form states, and says so; or shows the form again with what is wrong.
  func answer(to form: FactForm, for edited: EditedWork, _ visit: Visit) async -> Answer {
    await thread.run { [self] in
      do throws(CatalogueFault) {
        return try written(form, edited, visit)
      } catch {
        let view = FactView(edited.work, StatedFacts(of: edited.work.metadata), visit)
        return Self.page(
          view.form(
            token: token.text, sent: form,
            problem: visit.wording(.editRefused, error.description)),
          edited, visit, status: .serviceUnavailable)
      }
    }
  }

  private func written(
    _ form: FactForm, _ edited: EditedWork, _ visit: Visit
  ) throws(CatalogueFault) -> Answer {
    let present = try present(edited.work)
    let view = FactView(edited.work, present, visit)
    let words = visit.wording
    let stated = form.statement(changing: present)
    var entry = CatalogueEntry(editOf: edited.work)
    let faults = stated.state(in: &entry)
    let emptied = form.emptied
    guard faults.isEmpty, emptied.isEmpty, !stated.isEmpty else {
      let isUnchanged = faults.isEmpty && emptied.isEmpty
      return Self.page(
        view.form(
          token: token.text, sent: form, faults: faults,
          problem: words(.editRefused, words(isUnchanged ? .editNothing : .editMarked))),
        edited, visit, status: .unprocessableContent)
    }
    try file.add(entry)
    return Self.page(
      view.changes(stated, file: file.path, token: token.text), edited, visit)
  }

  /// The facts as they will be once the index has taken in what was stated so far.
  private func present(_ work: Work) throws(CatalogueFault) -> StatedFacts {
    StatedFacts(of: work.metadata, after: try file.entries(naming: work))
  }

  // MARK: Pages

  private static func page(
    _ page: EditPage, _ edited: EditedWork, _ visit: Visit, status: HTTPResponse.Status = .ok
  ) -> Answer {
    let words = visit.wording
    var frame = PageFrame(
      words(.editTitle), section: .works, search: Pages.box(), main: page.html(visit),
      path: ["edit", edited.work.id], isListed: false)
    frame.edition =
      words.count(.works, edited.works) + ", \(words(.statusRevision)) \(edited.revision)"
    return unstored(Pages.page(frame, visit, status: status))
  }

  /// A page that says that nothing was written.
  static func refused(
    _ visit: Visit, _ reason: String, status: HTTPResponse.Status
  ) -> Answer {
    let words = visit.wording
    let main = ProblemPage(words(.problemTitle), words(.editRefused, reason)).html
    return unstored(
      Pages.page(
        PageFrame(words(.problemTitle), search: Pages.box(), main: main, isListed: false), visit,
        status: status))
  }

  /// The token must not lie in any cache.
  private static func unstored(_ page: Answer) -> Answer {
    var page = page
    page.add(.cacheControl, "no-store")
    return page
  }
}
