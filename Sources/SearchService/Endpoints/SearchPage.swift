// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import HTTPTypes
import Hummingbird
import IndexSchema
import QueryLanguage
import XapianStore
import PassageSearch
import SearchAPI
import Citation

/// The pages for people: plain HTML that works without JavaScript.
enum SearchPage {
  /// Answers `/?q=…`.
  static func search(
    _ target: RequestTarget, _ searcher: Searcher, _ deadline: Deadline
  ) throws -> Answer {
    let text = target.value("q") ?? ""
    guard !target.parameters.isEmpty else { return welcome(try searcher.statistics()) }
    do throws(IndexError) {
      let request = try SearchRequest(parameters: target.parameters)
      let results = try searcher.search(request, until: deadline)
      return page("\(text) – Pamphlet", query: text, body: list(results, request))
    } catch {
      guard [400, 404].contains(error.code.httpStatus) else { throw error }
      let place = caret(for: error, in: text)
      let body = """
        <p class="problem" role="alert">\(escaped(error.message)) \(escaped(error.hint ?? ""))</p>
        \(place.isEmpty ? "" : "<pre>\(escaped(place))</pre>")
        """
      var answer = page("Pamphlet", query: text, body: body)
      answer.status = .init(code: error.code.httpStatus)
      return answer
    }
  }

  /// Answers `/passages/{id}`.
  static func passage(_ id: String, _ searcher: Searcher) throws -> Answer {
    switch try searcher.resolve(id) {
    case .exact(let passage, let work):
      let around = max(0, passage.ordinal - 2)..<(passage.ordinal + 3)
      let near = try searcher.passages(ofWork: work.id, ordinals: around)
      return page(
        "\(work.displayTitle) – Pamphlet",
        query: "",
        body: reading(passage, near, work)
      )
    case .moved(let passage, _, _):
      var answer = Answer(status: .permanentRedirect)
      answer.add(.location, address(passage))
      return answer
    case .gone(let work, let label):
      var answer = page(
        "Gone – Pamphlet",
        query: "",
        body:
          "<p>The words of \(escaped(label)) are no longer in “\(escaped(work.displayTitle))”.</p>"
      )
      answer.status = .gone
      return answer
    case .unknown:
      var answer = page(
        "Not found – Pamphlet",
        query: "",
        body: "<p>There is no such passage.</p>"
      )
      answer.status = .notFound
      return answer
    }
  }

  /// The first page.
  static func welcome(_ statistics: IndexStatistics?) -> Answer {
    page("Pamphlet", query: "", body: introduction(statistics))
  }

  // MARK: Parts

  private static func introduction(_ statistics: IndexStatistics?) -> String {
    guard let statistics else {
      return "<p>There is no index yet. Make one with <code>pamphlet index PATH…</code>.</p>"
    }
    return """
      <p>\(statistics.works) works, \(statistics.passages) passages, \(statistics.words) words.</p>
      <p>Words are found in all their forms; <code>"a phrase"</code> as it stands; <code>-word</code>
      leaves out; <code>word*</code>, <code>word~</code> and <code>one NEAR/5 two</code> find what is
      like it or near it; <code>author:name</code>, <code>title:word</code> and
      <code>year:1917..1921</code> restrict. A quotation may be pasted as it is.</p>
      """
  }

  private static func list(_ results: SearchResults, _ request: SearchRequest) -> String {
    var parts: [String] = []
    for warning in results.query.warnings {
      parts.append("<p class=\"problem\">\(escaped(warning.message))</p>")
    }
    if let suggestion = results.query.suggestion {
      var other = request
      other.query = suggestion
      let link = escaped(searchPath(other, offset: 0, base: "/"))
      parts.append("<p>Did you mean <a href=\"\(link)\">\(escaped(suggestion))</a>?</p>")
    }
    let count = results.totalIsEstimate ? "About \(results.total)" : "\(results.total)"
    parts.append("<p role=\"status\">\(count) \(results.total == 1 ? "passage" : "passages")</p>")
    parts.append("<ol class=\"results\" start=\"\(request.offset + 1)\">")
    for hit in results.hits {
      let snippet = hit.snippet.map {
        $0.match ? "<mark>\(escaped($0.text))</mark>" : escaped($0.text)
      }
      parts.append(
        """
        <li><article>
        <h2><a href="\(escaped(address(hit.passage)))">\(escaped(briefCitation(of: hit.passage, in: hit.work)))</a></h2>
        \(sectionLine(hit.passage))
        <blockquote>\(snippet.joined())</blockquote>
        \(differences(hit.quotation))
        \(notes(hit.passage))
        <p class="more"><a href="/?like=\(percentEncoded(hit.passage.id))">More like this</a></p>
        </article></li>
        """
      )
    }
    parts.append("</ol>")
    parts.append(paging(results, request))
    return parts.joined(separator: "\n")
  }

  /// How the passage differs from the quotation that was searched for.
  private static func differences(_ match: QuotationMatch?) -> String {
    guard let match, !match.differences.isEmpty else { return "" }
    let items = match.differences.prefix(20).map { difference in
      let found = difference.found.isEmpty ? "nothing" : "“\(difference.found)”"
      let asked = difference.asked.isEmpty ? "nothing" : "“\(difference.asked)”"
      return "<li>\(escaped(found)) for \(escaped(asked))</li>"
    }
    return "<p class=\"note\">Printed otherwise:</p><ul class=\"note\">\(items.joined())</ul>"
  }

  private static func paging(_ results: SearchResults, _ request: SearchRequest) -> String {
    var links: [String] = []
    if request.offset > 0 {
      let path = searchPath(request, offset: max(0, request.offset - request.limit), base: "/")
      links.append("<a rel=\"prev\" href=\"\(escaped(path))\">Previous</a>")
    }
    let next = request.offset + results.hits.count
    if results.hits.count == request.limit, next < results.total, next <= SearchLimits.offset {
      var request = request
      request.revision = results.revision
      links.append(
        "<a rel=\"next\" href=\"\(escaped(searchPath(request, offset: next, base: "/")))\">Next</a>"
      )
    }
    return links.isEmpty ? "" : "<nav aria-label=\"Pages\">\(links.joined(separator: " "))</nav>"
  }

  private static func reading(_ passage: Passage, _ near: [Passage], _ work: Work) -> String {
    var parts = [
      "<h1>\(escaped(briefCitation(of: passage, in: work)))</h1>", sectionLine(passage),
    ]
    // A note that is shown under its passage is not shown again beside it.
    let shown = Set(passage.notes.map(\.label))
    for other in near where !shown.contains(other.label) {
      let isHere = other.ordinal == passage.ordinal
      let text = escaped(other.text).replacing("\n", with: "<br>")
      parts.append(
        """
        <div class="\(other.kind.rawValue)\(isHere ? " here" : "")">
        <a class="label" href="\(escaped(address(other)))">\(escaped(other.label))</a>
        <p>\(isHere ? "<mark>\(text)</mark>" : text)</p></div>
        """
      )
      if isHere { parts.append(notes(other)) }
    }
    let api = escaped("/v1" + address(passage))
    parts.append("<p><a href=\"\(api)\">JSON</a></p>")
    return parts.joined(separator: "\n")
  }

  private static func sectionLine(_ passage: Passage) -> String {
    passage.section.count <= (passage.pages == nil ? 1 : 0)
      ? "" : "<p class=\"section\">\(escaped(passage.section.joined(separator: " › ")))</p>"
  }

  private static func notes(_ passage: Passage) -> String {
    passage.notes.map {
      "<p class=\"note\"><sup>\(escaped($0.number))</sup> \(escaped($0.text))</p>"
    }.joined(separator: "\n")
  }

  private static func address(_ passage: Passage) -> String {
    "/passages/\(percentEncoded(passage.work))/\(percentEncoded(passage.label))"
  }

  private static func page(_ title: String, query: String, body: String) -> Answer {
    let html = """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(escaped(title))</title>
      <link rel="stylesheet" href="/style.css">
      <link rel="search" type="application/opensearchdescription+xml" title="Pamphlet" href="/opensearch.xml">
      </head>
      <body>
      <header>
      <form action="/" method="get" role="search">
      <label for="q">Where is that said, by whom, and on what page?</label>
      <div><input id="q" name="q" type="search" value="\(escaped(query))" maxlength="4000" autocomplete="off">
      <button>Search</button></div>
      </form>
      </header>
      <main>
      \(body)
      </main>
      </body>
      </html>

      """
    var answer = Answer.text(html, "text/html; charset=utf-8")
    answer.add(
      .contentSecurityPolicy,
      "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; "
        + "frame-ancestors 'none'")
    answer.add(.cacheControl, "no-cache")
    return answer
  }
}
