// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CitedWorks
import IndexReports
import IndexSchema
import PassageSearch
import People
import QueryLanguage
import ReaderPages
import SearchAPI

extension Pages {
  /// The number of new works on the first page.
  private static let newest = 6

  /// Answers `/`, and leads an old address with a query to `/search`.
  func welcome(_ target: RequestTarget) throws -> Answer {
    let request = try ResultsPageRequest.table.request(target.parameters)
    let isSearch =
      !request.search.query.isEmpty || !request.search.filters.isEmpty
      || request.search.like != nil
    if isSearch { return Self.see(ResultsPageRequest.table.address(request, at: "/search")) }
    let visit = visit(request.visit)
    let words = visit.wording
    let statistics = try searcher.statistics()
    let catalogue = try searcher.catalogue()
    let unread = IndexReport.read(in: index)?.unread.count ?? 0
    let page = WelcomePage(
      counts: words(
        .libraryCounts, words.count(.works, statistics.works),
        words.count(.passages, statistics.passages), words.count(.words, statistics.words)),
      samples: try samples(visit),
      decades: decades(catalogue, visit),
      newest: Self.ordered(catalogue.entries, .added).prefix(Self.newest).map { row($0, visit) },
      unread: unread > 0
        ? CountedLink(
          words.count(.unreadTexts, unread), address: visit.address(["status"], fragment: "unread"))
        : nil)
    return try self.page(
      PageFrame(
        nil, section: .search, search: Self.box(hasFocus: true), main: page.html(visit), path: []),
      visit)
  }

  /// Searches that find something in this library: its most quoted people and most cited works.
  private func samples(_ visit: Visit) throws -> [CountedLink] {
    let words = visit.wording
    let people = try searcher.people().filter { !$0.isSingleName }
    let quoted = people.filter { $0.counts.speaker > 0 }
      .sorted { ($1.counts.speaker, $0.name) < ($0.counts.speaker, $1.name) }
    var samples = quoted.prefix(3).map { person in
      CountedLink(words(.sampleQuotes, person.name), address: visit.address(ofPerson: person.name))
    }
    let authors = people.filter { $0.counts.author > 0 }
      .sorted { ($1.counts.author, $0.name) < ($0.counts.author, $1.name) }
    samples += authors.prefix(2).map { person in
      CountedLink(
        words(.sampleWorksBy, person.name),
        address: visit.address(ofPerson: person.name) + "#works")
    }
    samples += try searcher.citedWorks().works.prefix(2).map { work in
      CountedLink(
        words(.sampleCites, WorkTitle.cut(work.title)),
        address: visit.address(ofSearch: "", [(Schema.cites.name, String(work.title.prefix(150)))]))
    }
    return samples
  }

  private func decades(_ catalogue: WorkCatalogue, _ visit: Visit) -> DecadeBars {
    let counts = Dictionary(grouping: catalogue.entries.compactMap(\.decade), by: \.self)
    return DecadeBars(
      counts.sorted { $0.key < $1.key }.map { decade, works in
        DecadeBars.Bar(
          decade: decade, count: works.count,
          address: visit.address(["works"], [("order", "year"), ("decade", "\(decade)s")]),
          isCurrent: false)
      })
  }

  /// The first page where there is no index yet.
  static func noIndex(_ asker: Asker) -> Answer {
    let visit = visit(VisitRequest.blank, asker)
    return page(
      PageFrame(
        nil, section: .search, search: box(hasFocus: true),
        main: WelcomePage(counts: nil).html(visit)), visit)
  }

  /// Answers `/status`.
  func status(_ target: RequestTarget) throws -> Answer {
    let request = try PlainPageRequest.table.request(target.parameters)
    let visit = visit(request.visit)
    let words = visit.wording
    let statistics = try searcher.statistics()
    let report = IndexReport.read(in: index) ?? IndexReport()
    let watched = report.watched.map { folder -> [String] in
      let day = Day(folder.seen)
      let time = "\(day.hour):\(day.minute < 10 ? "0" : "")\(day.minute)"
      let seen = words.date(year: day.year, month: day.month, day: day.day) + ", " + time
      return [folder.path, seen, folder.problem ?? ""]
    }
    let parts = [
      HandbookPage.Part(
        words(.statusIndex), id: "index", columns: [words(.fact), words(.value)],
        rows: [
          [words(.worksTitle), words.number(statistics.works)],
          [words(.viewPassages), words.number(statistics.passages)],
          [words(.statusRevision), statistics.revision],
          ["MB", words.number(statistics.bytes / 1_000_000)],
        ]),
      HandbookPage.Part(
        words(.statusWatch), id: "watched",
        paragraphs: watched.isEmpty ? [words(.statusNoWatch)] : [],
        columns: watched.isEmpty
          ? [] : [words(.statusFile), words(.statusSeen), words(.statusWhy)],
        rows: watched),
      HandbookPage.Part(
        words(.statusUnread), id: "unread",
        paragraphs: report.unread.isEmpty ? [words(.statusNothingUnread)] : [],
        columns: report.unread.isEmpty ? [] : [words(.statusFile), words(.statusWhy)],
        rows: report.unread.prefix(1_000).map { [$0.file, $0.message] }),
    ]
    let page = HandbookPage(
      title: words(.statusTitle), intro: [], parts: parts, language: words.language)
    return try self.page(
      PageFrame(
        words(.statusTitle), search: Self.box(), main: page.html(visit), path: ["status"],
        isListed: false), visit)
  }
}
