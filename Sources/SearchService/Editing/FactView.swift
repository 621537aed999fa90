// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Cataloguing
import Corpus
import ReaderPages
import TextFolding

/// Shows the facts of a work in a form, or what was stated of them.
struct FactView {
  private let work: Work
  private let present: StatedFacts
  private let visit: Visit

  /// - Parameter present: The facts as they are now.
  init(_ work: Work, _ present: StatedFacts, _ visit: Visit) {
    self.work = work
    self.present = present
    self.visit = visit
  }

  private var words: Wording { visit.wording }
  private var link: CountedLink {
    CountedLink(work.displayTitle, address: visit.address(ofWork: work.id))
  }
  private var address: String { visit.address(["edit", work.id]) }

  /// The form.
  ///
  /// - Parameters:
  ///   - sent: What was sent, which is shown again; `nil` for the present facts.
  ///   - faults: What is wrong with it.
  ///   - problem: Why nothing was written.
  func form(
    token: String, sent: FactForm? = nil, faults: [StatedFactFault] = [], problem: String? = nil
  ) -> EditPage {
    EditPage(
      work: link, rows: CatalogueFact.allCases.map { row($0, sent, faults) },
      note: sent?.note ?? "",
      noteError: faults.first { $0.field == .note }.map { words.reason($0) },
      token: token, address: address, problem: problem)
  }

  private func row(
    _ fact: CatalogueFact, _ sent: FactForm?, _ faults: [StatedFactFault]
  ) -> EditPage.Row {
    let now = FactForm.text(present.values[fact] ?? [])
    var error = faults.first { $0.field == .fact(fact) }.map { words.reason($0) }
    if sent?.emptied.contains(fact) == true {
      error = words(fact == .title ? .editTitleEmpty : .editEmpty)
    }
    let kind: EditPage.Row.Kind =
      fact == .form ? .choice(WorkForm.allCases.map(\.rawValue)) : fact.isList ? .list : .line
    return EditPage.Row(
      field: fact.rawValue, label: words(fact.sentence), kind: kind,
      value: sent?.typed[fact] ?? now, shown: sent.map { $0.shown[fact] ?? "" } ?? now,
      isUnknown: fact == .title
        ? nil : sent.map { $0.unknown.contains(fact) } ?? present.unknown.contains(fact),
      error: error)
  }

  /// The page that says what was written.
  func changes(_ stated: StatedFacts, file: String, token: String) -> EditPage {
    var page = EditPage(work: link, rows: [], token: token, address: address)
    page.changes = CatalogueFact.allCases.compactMap { fact in
      let isUnknown = stated.unknown.contains(fact)
      guard isUnknown || stated.values[fact] != nil else { return nil }
      return EditPage.Change(
        label: words(fact.sentence),
        before: present.values[fact].map(FactForm.text) ?? words(.unknown),
        after: isUnknown ? words(.unknown) : FactForm.text(stated.values[fact] ?? []))
    }
    page.remarks = [words(.editTakenIn), words(.editFile, file)]
    return page
  }
}

extension Wording {
  /// Why something that was typed is refused.
  fileprivate func reason(_ fault: StatedFactFault) -> String {
    switch fault.reason {
    case .empty: self(.editEmpty)
    case .tooLong: self(.editTooLong, number(StatedFacts.longest))
    case .controlCharacters: self(.editControl)
    case .notAYear(_, let years):
      self(.editNotAYear, String(years.lowerBound), String(years.upperBound))
    case .notAForm, .notOptional: self(.editNotAForm)
    case .notALanguage(_, .malformed): self(.editNotATag)
    case .notALanguage(_, .unknown): self(.editNoLanguage)
    case .notALanguage(_, .replaced(let tag)): self(.editOtherTag, tag)
    case .notAnAddress: self(.editNotAnAddress)
    case .contradiction: self(.editContradiction)
    }
  }
}

extension CatalogueFact {
  /// Its name on pages.
  fileprivate var sentence: Sentence {
    switch self {
    case .title: .factTitle
    case .subtitle: .factSubtitle
    case .authors: .factAuthors
    case .editors: .factEditors
    case .translators: .factTranslators
    case .year: .factYear
    case .editionYear: .factEditionYear
    case .form: .factForm
    case .language: .factLanguage
    case .container: .factContainer
    case .publisher: .factPublisher
    case .place: .factPlace
    case .url: .factURL
    case .rights: .factRights
    }
  }
}
