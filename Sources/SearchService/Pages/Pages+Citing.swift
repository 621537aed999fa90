// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Citation
import CitationLists
import Corpus
import HTTPTypes
import IndexSchema
import PassageSearch
import ReaderPages
import SearchAPI

extension Pages {
  /// Answers `/passages/{work}/{label}/cite`.
  func cite(_ id: String, _ target: RequestTarget) throws -> Answer {
    let request = try CitePageRequest.table.request(target.parameters)
    let visit = visit(request.visit)
    let words = visit.wording
    guard case .exact(let passage, let work) = try searcher.resolve(id) else {
      switch try searcher.resolve(id) {
      case .moved(let passage, _, _):
        return Self.see(
          visit.citeAddress(ofPassage: passage.id, quotation: request.cite.quotation))
      default:
        return try self.passage(
          id, RequestTarget("/" + target.path.joined(separator: "/")) ?? target)
      }
    }
    let number = request.cite.quotation.flatMap {
      passage.quotations.indices.contains($0 - 1) ? $0 : nil
    }
    let quotation = number.map { passage.quotations[$0 - 1] }
    let place = try searcher.place(of: passage, in: work, quotation: quotation)
    let kept = KeptID.text(id, quotation: number)
    var keeping = visit
    keeping.kept.append(kept)
    let styles = try CitationStyle.all.map { style -> CitePage.Style in
      let text = try reference(to: passage, in: work, quotation: number, style: style)
      return CitePage.Style(
        name: style.title, runs: text.runs.map { ReferenceRun($0.text, isItalic: $0.isItalic) },
        isRecord: style.isForPrograms)
    }
    let read = try readAddress(passage, of: work, visit)
    let page = CitePage(
      words: quotation?.text ?? passage.text,
      language: passage.language ?? work.metadata.language?.value, readAddress: read,
      choices: choices(passage, number, visit), styles: styles,
      remark: try remark(on: quotation, words),
      linkHere: place.link(within: read), linkThere: place.link,
      formats: formats(visit, ids: [kept]),
      keepAddress: visit.kept.count < APILimits.kept
        ? keeping.citeAddress(ofPassage: id, quotation: number) : nil,
      isKept: visit.kept.contains(kept), coins: CitationTags.coins(of: work, passage: passage))
    return try self.page(
      PageFrame(
        "\(words(.citeTitle)): \(WorkTitle.short(work)), \(self.place(of: passage, words))"
          + (number.map {
            " – " + words(.citeQuotation, String($0), WorkTitle.cut(quotation?.text ?? ""))
          }
            ?? ""),
        section: .works, search: Self.box(),
        main: page.html(visit), head: Self.tags(work, passage),
        jsonAddress: "/v1" + Visit().address(["cite"] + id.split(separator: "/").map(String.init)),
        path: ["passages"] + id.split(separator: "/").map(String.init) + ["cite"],
        parameters: number.map { [("quotation", String($0))] } ?? [], isListed: false), visit)
  }

  private func choices(_ passage: Passage, _ number: Int?, _ visit: Visit) -> ViewLinks {
    guard !passage.quotations.isEmpty else { return ViewLinks([]) }
    let words = visit.wording
    let own = CountedLink(
      words(.citePassage), address: visit.citeAddress(ofPassage: passage.id),
      isCurrent: number == nil)
    return ViewLinks(
      [own]
        + passage.quotations.enumerated().prefix(30).map { index, quotation in
          CountedLink(
            words(
              .citeQuotation, String(index + 1), WorkTitle.cut(quotation.speaker ?? quotation.text)),
            address: visit.citeAddress(ofPassage: passage.id, quotation: index + 1),
            isCurrent: number == index + 1)
        })
  }

  private func remark(on quotation: Quotation?, _ words: Wording) throws -> String? {
    guard let quotation else { return nil }
    if quotation.speaker == nil, quotation.source == nil { return words(.unknownSpeaker) }
    return quotation.basis == .inferred ? words(.attributionInferred) : nil
  }

  /// The reference to a passage, or to a quotation in it.
  func reference(
    to passage: Passage, in work: Work, quotation number: Int?, style: CitationStyle
  ) throws -> FormattedText {
    guard let number else { return formattedCitation(of: passage, in: work, style: style) }
    let quotation = passage.quotations[number - 1]
    return formattedCitation(
      of: quotation, number: number, from: passage, in: work, held: try held(quotation),
      style: style)
  }

  private func held(_ quotation: Quotation) throws -> [String: Work] {
    var held: [String: Work] = [:]
    for id in quotation.heldWorks { held[id] = try searcher.work(id) }
    return held
  }

  // MARK: The kept list

  /// Answers `/kept` and `/v1/kept`.
  func kept(_ target: RequestTarget, isFile: Bool = false) throws -> Answer {
    let request = try KeptRequest.table.request(target.parameters)
    let (items, missing) = try keptItems(request.all)
    if let format = request.format ?? (isFile ? ListFormat.all[0] : nil) {
      return try file(items.map(\.item), format, request.style)
    }
    var visitRequest = request.visit
    visitRequest.kept = request.all
    let visit = visit(visitRequest)
    let words = visit.wording
    func address(_ change: (inout VisitRequest) -> Void) -> String {
      var changed = KeptRequest.blank
      changed.visit = visitRequest
      changed.style = request.style
      change(&changed.visit)
      return KeptRequest.table.address(changed, at: "/kept")
    }
    let rows = try items.map { kept -> KeptPage.Row in
      let item = kept.item
      let text = try reference(
        to: item.passage, in: item.work, quotation: item.number, style: request.style)
      let quotation = item.number.map { item.passage.quotations[$0 - 1] }
      return KeptPage.Row(
        reference: text.runs.map { ReferenceRun($0.text, isItalic: $0.isItalic) },
        words: quotation?.text ?? item.passage.text,
        language: item.passage.language ?? item.work.metadata.language?.value,
        address: try readAddress(item.passage, of: item.work, visit),
        removeAddress: address { $0.kept.removeAll { $0 == kept.id } },
        coins: CitationTags.coins(of: item.work, passage: item.passage))
    }
    let styles = CitationStyle.all.filter { !$0.isForPrograms }.map { style -> CountedLink in
      var changed = KeptRequest.blank
      changed.visit = visitRequest
      changed.style = style
      return CountedLink(
        style.title, address: KeptRequest.table.address(changed, at: "/kept"),
        isCurrent: style.name == request.style.name)
    }
    let page = KeptPage(
      rows: rows, missing: missing, styles: ViewLinks(styles),
      formats: formats(visit, style: request.style.name), limit: APILimits.kept,
      isFull: visit.kept.count >= APILimits.kept, clearAddress: address { $0.kept = [] })
    return try self.page(
      PageFrame(
        words(.sectionKept), section: .kept, search: Self.box(), main: page.html(visit),
        path: ["kept"], isListed: false), visit)
  }

  private func keptItems(
    _ ids: [String]
  ) throws -> (items: [(id: String, item: KeptItem)], missing: [String]) {
    var items: [(id: String, item: KeptItem)] = []
    var missing: [String] = []
    for id in ids {
      let kept = KeptID(id)
      switch try searcher.resolve(kept.passage) {
      case .exact(let passage, let work), .moved(let passage, let work, _):
        let quotation = kept.quotation.flatMap {
          passage.quotations.indices.contains($0 - 1) ? passage.quotations[$0 - 1] : nil
        }
        let around =
          max(0, passage.ordinal - TextPlace.reach)..<(passage.ordinal + TextPlace.reach + 1)
        items.append(
          (
            id,
            KeptItem(
              passage, in: work, quotation: kept.quotation,
              held: try quotation.map(held) ?? [:],
              among: try searcher.passages(ofWork: work.id, ordinals: around))
          ))
      case .gone, .unknown: missing.append(id)
      }
    }
    return (items, missing)
  }

  private func file(
    _ items: [KeptItem], _ format: ListFormat, _ style: CitationStyle
  ) throws -> Answer {
    guard !items.isEmpty else {
      throw IndexError(
        .invalidArgument, "No passage was named.",
        hint: "Give the ids of passages: `id=work/p31`.")
    }
    guard let today = Day.today else {
      throw IndexError(.internalFault, "The date of this machine is not known.")
    }
    var answer = Answer(
      contentType: format.mediaType,
      body: format.bytes(of: CitationList(items, accessed: today), style: style))
    answer.add(.contentDisposition, "attachment; filename=\"\(format.fileName)\"")
    // The date of access changes every day.
    answer.add(.cacheControl, "no-store")
    return answer
  }
}

extension CitationStyle {
  /// The name for people.
  var title: String {
    switch name {
    case "chicago": "Chicago"
    case "mla": "MLA"
    case "apa": "APA"
    case "bibtex": "BibTeX"
    case "ris": "RIS"
    case "csl-json": "CSL-JSON"
    default: name
    }
  }
}
