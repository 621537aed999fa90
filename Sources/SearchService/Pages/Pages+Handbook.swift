// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Answers
import Corpus
import IndexSchema
import PassageSearch
import People
import QueryLanguage
import ReaderPages
import SearchAPI
import TextFolding

extension Pages {
  /// Answers `/help`: the query language, from its tables.
  func help(_ target: RequestTarget) throws -> Answer {
    let request = try PlainPageRequest.table.request(target.parameters)
    let visit = visit(request.visit)
    let words = visit.wording
    var parts = QuerySyntax.sections.enumerated().map { index, section in
      HandbookPage.Part(
        section.title, id: "part-\(index)", columns: ["Query", "Finds"],
        rows: section.rules.map { ["`\($0.example)`", $0.meaning] })
    }
    parts.append(
      HandbookPage.Part(
        "All fields", id: "fields", columns: ["Field", "Example", "Description"],
        rows: Schema.fields.filter(\.isSearchable).map {
          ["`\($0.name)`", "`\($0.example)`", $0.summary]
        }))
    parts.append(
      HandbookPage.Part("Rules for all queries", id: "rules", paragraphs: QuerySyntax.remarks))
    parts.append(
      HandbookPage.Part(
        "Keys", id: "keys", columns: ["Key", "Does"],
        rows: [
          ["`/`", "goes to the search field"], ["`j` `k`", "next and previous hit"],
          ["`n` `p`", "next and previous page or chapter"], ["`c`", "cites the passage at hand"],
        ]))
    let page = HandbookPage(
      title: words(.helpTitle),
      intro: ["A query is words, found in all inflected forms; the best passages come first."],
      parts: parts)
    return try self.page(
      PageFrame(
        words(.helpTitle), search: Self.box(), main: page.html(visit), path: ["help"]), visit)
  }

  /// Answers `/api`: the addresses for programs, from the table that the OpenAPI document is made of.
  func api(_ target: RequestTarget) throws -> Answer {
    let request = try PlainPageRequest.table.request(target.parameters)
    let visit = visit(request.visit)
    let words = visit.wording
    let running = try RunningExamples(searcher)
    let parts = Endpoint.all.filter { $0.operationID != nil }.map { endpoint in
      let example = running.example(endpoint.example)
      return HandbookPage.Part(
        "GET \(endpoint.path.text)", id: endpoint.operationID ?? "",
        paragraphs: [endpoint.summary] + Self.answers(of: endpoint),
        columns: ["Parameter", "Values", "Default", "Meaning"],
        rows: endpoint.allParameters.map { parameter in
          [
            "`\(parameter.name)`", parameter.valuesText,
            parameter.fallback.map { "`\($0)`" } ?? (parameter.isRequired ? "required" : ""),
            parameter.about,
          ]
        }, example: CountedLink(example, address: example))
    }
    let page = HandbookPage(
      title: words(.apiTitle),
      intro: [
        "Every address answers GET and HEAD. Errors are `application/problem+json` (RFC 9457) with a "
          + "`code`. Offsets and ranges count Unicode code points. Unknown values are `null`.",
        "`/openapi.json` describes all of it for programs (OpenAPI 3.1). The examples below run.",
        "Pages on other sites may use it if the daemon was started with `--allow-origin`.",
      ], parts: parts)
    return try self.page(
      PageFrame(
        words(.apiTitle), search: Self.box(), main: page.html(visit),
        jsonAddress: "/openapi.json", path: ["api"]), visit)
  }

  private static func answers(of endpoint: Endpoint) -> [String] {
    endpoint.answers.filter { $0.status < 400 }.sorted { $0.status < $1.status }.map {
      "\($0.status): \($0.about)"
    }
  }
}

/// Examples that run on the library at hand: they name the work that the tables name if it is held,
/// else another.
private struct RunningExamples {
  private var replacements: [(named: String, held: String)] = []

  init(_ searcher: Searcher) throws {
    guard try searcher.work(Example.work) == nil,
      let entry = try searcher.catalogue().entries.first(where: { $0.passages > 0 }),
      let divided = try searcher.dividedWork(entry.id), let chapter = divided.chapters.first
    else { return }
    let id = percentEncoded(entry.id)
    let label = percentEncoded(chapter.label)
    replacements = [
      ("\(Example.work)/p31", "\(id)/\(label)"),
      ("\(Example.work)/chapters/p1", "\(id)/chapters/\(label)"), (Example.work, id),
      ("author=wetzel&", ""),
    ]
    if let person = try searcher.people().first {
      replacements.append(("Tom%20Wetzel", percentEncoded(person.name)))
    }
  }

  /// An example of the tables with what is held here.
  func example(_ address: String) -> String {
    replacements.reduce(address) { $0.replacing($1.named, with: $1.held) }
  }
}
