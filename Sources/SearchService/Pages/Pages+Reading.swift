// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Citation
import Corpus
import HTTPTypes
import IndexSchema
import PassageSearch
import QueryLanguage
import ReaderPages
import SearchAPI

extension Pages {
  /// Answers `/passages/{work}/{label}`: leads to the passage in its chapter.
  func passage(_ id: String, _ target: RequestTarget) throws -> Answer {
    let request = try ReadingPageRequest.table.request(target.parameters)
    let visit = visit(request.visit, query: request.query ?? "")
    let words = visit.wording
    switch try searcher.resolve(id) {
    case .exact(let passage, let work), .moved(let passage, let work, _):
      return Self.see(try readAddress(passage, of: work, visit))
    case .gone(let work, let label):
      guard asker.wantsPage else {
        return .problem(
          IndexError(.notFound, words(.goneWords, label, work.displayTitle)), status: 410)
      }
      let main = ProblemPage(
        words(.goneTitle), words(.goneWords, label, work.displayTitle),
        link: CountedLink(work.displayTitle, address: visit.address(ofWork: work.id))
      ).html
      return try page(
        PageFrame(words(.goneTitle), search: Self.box(), main: main, isListed: false), visit,
        status: .gone)
    case .unknown:
      let near = try searcher.nearestPassage(to: id, comparing: ServiceLimits.worksCompared)
      return try missing(
        .noSuchPassage, visit,
        near: near.map { CountedLink($0, address: visit.address(ofPassage: $0)) })
    }
  }

  /// Answers `/works/{work}/{chapter}`.
  func chapter(_ label: String, ofWork id: String, _ target: RequestTarget) throws -> Answer {
    let request = try ReadingPageRequest.table.request(target.parameters)
    let visit = visit(request.visit, query: request.query ?? "")
    guard let divided = try searcher.dividedWork(id) else { return try unknownWork(id, visit) }
    guard divided.work.id == id,
      let index = divided.chapters.firstIndex(where: { $0.label == label })
    else {
      // Another passage, or the work's former id: leads to the chapter that holds it.
      return try passage("\(divided.work.id)/\(label)", target)
    }
    let chapter = divided.chapters[index]
    let passages = try searcher.passages(ofWork: id, ordinals: chapter.ordinals)
    var matches = WorkMatches()
    if !visit.query.isEmpty {
      // A query that cannot be read marks nothing; the chapter is shown all the same.
      matches =
        (try? searcher.matches(
          of: SearchRequest(visit.query), inWork: id, marking: passages, until: deadline))
        ?? WorkMatches()
    }
    let reading = ChapterReading(
      pages: self, divided: divided, index: index, passages: passages, matches: matches,
      request: request, visit: visit)
    let page = try reading.page()
    let work = divided.work
    return try self.page(
      PageFrame(
        "\(reading.title) – \(WorkTitle.short(work))", section: .works,
        search: Self.box(visit.query, work: work.id), main: page.html(visit), skip: .skipToText,
        head: Self.tags(work, passages.first),
        jsonAddress: "/v1" + Visit().address(["works", work.id, "chapters", chapter.label]),
        path: ["works", id, label], parameters: visit.queryParameter), visit)
  }

  /// The tags by which reference managers recognise a work, and the COinS of a passage.
  static func tags(_ work: Work, _ passage: Passage? = nil) -> HTML {
    HTML.joined(
      CitationTags.meta(of: work).map {
        "<meta name=\"\($0.name)\" content=\"\($0.content)\">\n"
      })
  }

  /// The page for a work that does not exist.
  func unknownWork(_ id: String, _ visit: Visit) throws -> Answer {
    let near = try searcher.nearestWork(to: id, comparing: ServiceLimits.worksCompared)
    return try missing(
      .noSuchWork, visit, near: near.map { CountedLink($0, address: visit.address(ofWork: $0)) })
  }

  /// The head of a work's pages.
  func head(_ work: Work, _ visit: Visit, isOwnPage: Bool = false) throws -> WorkHead {
    WorkHead(
      work,
      authors: try work.authorNames.map { name in
        CountedLink(
          name, address: visit.address(ofPerson: try searcher.preferredName(of: name) ?? name))
      },
      address: isOwnPage ? nil : visit.address(ofWork: work.id),
      editAddress: asker.mayEdit ? visit.address(["edit", work.id]) : nil,
      coins: CitationTags.coins(of: work))
  }
}

/// The making of a chapter's page.
private struct ChapterReading {
  let pages: Pages
  let divided: DividedWork
  let index: Int
  let passages: [Passage]
  let matches: WorkMatches
  let request: ReadingPageRequest
  let visit: Visit

  private var work: Work { divided.work }
  private var chapter: Chapter { divided.chapters[index] }
  private var words: Wording { visit.wording }

  /// The title of the chapter.
  var title: String { title(of: chapter) }

  func page() throws -> ChapterPage {
    let isSlice = chapter.slice > 1 || chapter.path.isEmpty
    return ChapterPage(
      head: try pages.head(work, visit), title: title,
      path: Array(chapter.path.dropLast(isSlice ? 0 : 1)),
      showsTitle: isSlice && divided.chapters.count > 1, items: try items(),
      lists: lists(), previous: neighbour(-1), next: neighbour(1), steps: steps())
  }

  // MARK: The text

  private func items() throws -> [ChapterPage.Item] {
    var items: [ChapterPage.Item] = []
    let notes = shownNotes
    var page: String?
    var lastParagraph: Int?
    for passage in passages {
      let opened = min(passage.openedHeadings, passage.section.count)
      for depth in (passage.section.count - opened)..<passage.section.count {
        items.append(
          .heading(
            passage.section[depth], depth: depth,
            id: depth == passage.section.count - 1
              ? "h-\(passage.label)" : "h\(depth)-\(passage.label)"))
      }
      // A note in the margin of its passage need not be read twice; a heading alone has no text.
      if notes.contains(passage.label) || passage.isContents && passage.text == passage.section.last
      {
        continue
      }
      let starts = passage.pages.flatMap { $0.first != page ? $0.first : nil }
      var kept = request
      kept.visit.kept.append(passage.id)
      items.append(
        .passage(
          ReadPassage(
            passage, workLanguage: work.metadata.language?.value,
            marks: matches.marks[passage.label] ?? [],
            quotations: try passage.quotations.enumerated().map {
              try pages.quotedWords($1, number: $0 + 1, of: passage)
            },
            isHere: passage.label == request.match,
            showsNumber: passage.paragraph == nil || passage.paragraph != lastParagraph,
            startsPage: passage.kind == .note ? nil : starts,
            keepAddress: visit.kept.count < APILimits.kept && !visit.kept.contains(passage.id)
              ? ReadingPageRequest.table.address(
                kept, at: Visit().address(["works", work.id, chapter.label])) + "#\(passage.label)"
              : nil,
            backAddress: passage.kind == .note ? passage.belongsTo.map { "#\($0)" } : nil)))
      if passage.kind != .note { page = passage.pages?.last ?? page }
      lastParagraph = passage.paragraph
    }
    return items
  }

  /// The labels of the notes that stand in the margins of this chapter.
  private var shownNotes: Set<String> { Set(passages.flatMap { $0.notes.map(\.label) }) }

  // MARK: Around the text

  private func lists() -> [SideList] {
    var lists = [SideList(words(.contents), contents(), isWhole: divided.chapters.count < 60)]
    let here = hitsByChapter()
    if !here.isEmpty { lists.append(SideList(words(.hitsHere, short(visit.query)), here)) }
    lists.append(
      SideList(
        words(.thisWork),
        [
          CountedLink(words(.factsTitle), address: visit.address(ofWork: work.id) + "#facts"),
          CountedLink(
            words(.whomItQuotes),
            address: visit.address(ofWork: work.id)
              + (divided.contents.quotations > 0 ? "#quotes" : ""),
            count: words.number(divided.contents.quotations)),
        ]))
    return lists
  }

  /// The chapters, and below the one that is read its own headings.
  private func contents() -> [CountedLink] {
    divided.chapters.enumerated().flatMap { number, chapter -> [CountedLink] in
      let link = CountedLink(
        title(of: chapter), address: address(of: chapter), count: chapter.page,
        isCurrent: number == index, language: foreign(work))
      guard number == index else { return [link] }
      let inside = headings(in: chapter)
      if divided.chapters.count == 1, !inside.isEmpty { return inside }
      return [link] + inside
    }
  }

  /// The headings within a chapter, without the one that names it.
  private func headings(in chapter: Chapter) -> [CountedLink] {
    let inside = divided.contents.headings.filter { chapter.ordinals.contains($0.ordinal) }
    let own = divided.chapters.count == 1 ? nil : chapter.path.last
    return inside.filter { $0.title != own || $0.ordinal != chapter.ordinals.lowerBound }.prefix(60)
      .map { heading in
        CountedLink(
          heading.title, address: "#h-\(heading.label)", count: heading.page,
          language: foreign(work),
          depth: divided.chapters.count == 1 ? heading.depth : heading.depth + 1)
      }
  }

  private func foreign(_ work: Work) -> String? {
    work.metadata.language?.value == words.language ? nil : work.metadata.language?.value
  }

  private func hitsByChapter() -> [CountedLink] {
    var counts: [Int: (count: Int, first: String)] = [:]
    for place in matches.places {
      guard let number = divided.chapter(at: place.ordinal) else { continue }
      let known = counts[number] ?? (0, place.label)
      counts[number] = (known.count + 1, known.first)
    }
    return counts.sorted { $0.key < $1.key }.map { number, hits in
      let chapter = divided.chapters[number]
      return CountedLink(
        title(of: chapter),
        address: visit.address(
          ofPassage: hits.first, inChapter: chapter.label, ofWork: work.id),
        count: words.number(hits.count), isCurrent: number == index, language: foreign(work))
    }
  }

  private func neighbour(_ step: Int) -> CountedLink? {
    guard divided.chapters.indices.contains(index + step) else { return nil }
    let chapter = divided.chapters[index + step]
    return CountedLink(title(of: chapter), address: address(of: chapter))
  }

  private func address(of chapter: Chapter) -> String {
    visit.address(["works", work.id, chapter.label], visit.queryParameter)
  }

  /// The last heading of a chapter, or for a slice its pages or paragraphs.
  private func title(of chapter: Chapter) -> String {
    if let heading = chapter.path.last {
      return chapter.slice > 1 ? "\(heading) (\(chapter.slice))" : heading
    }
    if divided.chapters.count == 1 { return work.displayTitle }
    if chapter.ordinals.lowerBound == 0, divided.chapters.count > 1, chapter.slice == 0 {
      return words(.beginning)
    }
    if let page = chapter.page { return words(.page, page) }
    return chapter.label.hasPrefix("p") ? "¶ \(chapter.label.dropFirst())" : chapter.label
  }

  /// The way to the hits before and behind the one that the reader has come to, which the address
  /// names: without a script a page cannot know at which of its passages the reader is.
  private func steps() -> HitSteps? {
    let places = matches.places
    guard !places.isEmpty else { return nil }
    let inside = places.indices.filter { chapter.ordinals.contains(places[$0].ordinal) }
    let here = inside.first { places[$0].label == request.match } ?? inside.first
    let before =
      here ?? places.lastIndex { $0.ordinal < chapter.ordinals.lowerBound }.map { $0 + 1 } ?? 0
    func address(_ number: Int) -> String? {
      guard places.indices.contains(number) else { return nil }
      return visit.address(
        ofPassage: places[number].label,
        inChapter: divided.chapterLabel(at: places[number].ordinal), ofWork: work.id)
    }
    return HitSteps(
      number: before + (here == nil ? 0 : 1), total: max(matches.total, places.count),
      previous: address(before - 1), next: address(here == nil ? before : before + 1),
      all: CountedLink(words(.allHits), address: visit.address(ofSearch: visit.query)))
  }

  private func short(_ query: String) -> String {
    let words = query.filter { !"\"“”«»„".contains($0) }
    return words.count > 30 ? words.prefix(28) + "…" : words
  }
}
