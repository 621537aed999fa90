// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus
package import IndexSchema
import QueryLanguage
package import PassageSearch
package import Citation

/// A passage as the contract has it, compact JSON; with its selector and link, if they are given.
package func passageJSON(
  _ passage: Passage, of work: Work, hit: Hit? = nil, in request: SearchRequest? = nil,
  place: TextPlace? = nil
) -> String {
  var json = JSONWriter()
  json.passage(passage, of: work, hit: hit, in: request, place: place)
  return json.text
}

/// Several passages: `{"passages": […], "missing": […]}`.
package func passagesJSON(_ passages: [(Passage, Work)], missing: [String] = []) -> String {
  var json = JSONWriter()
  json.object { json in
    json.name("passages")
    json.array(passages) { $0.passage($1.0, of: $1.1) }
    json.member("missing", missing)
  }
  return json.text
}

/// The answer to a search.
package func searchJSON(
  _ results: SearchResults,
  request: SearchRequest,
  tookMilliseconds: Double
) -> String {
  var json = JSONWriter()
  json.object { json in
    json.name("query")
    json.query(results.query)
    json.name("total")
    json.object { json in
      json.member("value", results.total)
      json.member("relation", results.totalIsEstimate ? "estimate" : "eq")
    }
    json.member("took_ms", tookMilliseconds)
    json.member("revision", results.revision)
    if results.isCut { json.member("deadline", true) }
    json.name("passages")
    json.array(results.hits) { $0.passage($1.passage, of: $1.work, hit: $1, in: request) }
    json.name("facets")
    json.object { json in
      for field in Schema.fields {
        guard let counts = results.facets[field.name] else { continue }
        json.facetName(field.name)
        json.array(counts) { json, count in
          json.object { json in
            json.member("value", count.value)
            json.member("passages", count.passages)
            json.member("works", count.works)
          }
        }
      }
    }
    json.member("next", nextPage(after: results, request))
  }
  return json.text
}

/// The address of the next page; `nil` if there is none.
func nextPage(after results: SearchResults, _ request: SearchRequest) -> String? {
  let next = request.offset + results.hits.count
  guard results.hits.count == request.limit, request.limit > 0, next < results.total,
    next <= SearchLimits.offset
  else { return nil }
  var request = request
  request.revision = results.revision
  return searchPath(request, offset: next)
}

/// The answer to a concordance.
package func concordanceJSON(
  _ concordance: Concordance, next: String?, tookMilliseconds: Double
) -> String {
  var json = JSONWriter()
  json.object { json in
    json.name("query")
    json.query(concordance.query)
    json.member("total", concordance.total)
    json.member("passages", concordance.passages)
    json.member("took_ms", tookMilliseconds)
    json.member("revision", concordance.revision)
    if concordance.isCut { json.member("deadline", true) }
    json.name("lines")
    json.array(concordance.lines) { json, line in
      json.object { json in
        json.member("id", line.passage.id)
        json.member("range", line.range)
        json.member("left", line.left)
        json.member("match", line.match)
        json.member("right", line.right)
        json.member("citation", citation(of: line.passage, in: line.work, style: .chicago))
      }
    }
    json.member("next", next)
  }
  return json.text
}

extension JSONWriter {
  fileprivate mutating func query(_ query: InterpretedQuery) {
    object { json in
      json.member("text", query.text)
      json.member("interpreted", query.interpreted)
      json.member("suggestion", query.suggestion)
      json.name("warnings")
      json.array(query.warnings) { json, warning in
        json.object { json in
          json.member("code", warning.code)
          json.member("message", warning.message)
          json.name("position")
          if let position = warning.position { json.range(position) } else { json.null() }
        }
      }
    }
  }

  /// The name of a member that is known at run time only.
  mutating func facetName(_ name: String) {
    string(name)
    colon()
  }
}

/// A work.
package func workJSON(_ work: Work) -> String {
  var json = JSONWriter()
  json.work(work)
  return json.text
}

/// A page of works: `{"works": […], "next": …}`.
package func worksJSON(_ works: [Work], next: String?) -> String {
  var json = JSONWriter()
  json.object { json in
    json.name("works")
    json.array(works) { $0.work($1) }
    json.member("next", next)
  }
  return json.text
}

extension JSONWriter {
  fileprivate mutating func work(_ work: Work) {
    let metadata = work.metadata
    let facts: [(StaticString, String?)] = [
      ("language", metadata.language?.value), ("collection", metadata.collection?.value),
      ("publisher", metadata.publisher?.value), ("place", metadata.place?.value),
      ("url", metadata.url?.value), ("rights", metadata.rights?.value),
    ]
    object { json in
      json.member("id", work.id)
      json.member("title", metadata.title?.value)
      json.member("subtitle", metadata.subtitle?.value)
      json.member("authors", work.authorNames)
      json.name("people")
      json.people(metadata.people)
      json.member("year", metadata.year?.value)
      json.member("edition_year", metadata.editionYear?.value)
      for (name, value) in facts {
        json.name(name)
        json.string(value)
      }
      json.member("file", work.file)
      json.member("format", work.format)
      json.member("passages", work.passageCount)
      json.member("words", work.wordCount)
      json.member("pages", work.pageCount)
    }
  }
}

/// The numbers of an index.
package func statisticsJSON(_ statistics: IndexStatistics) -> String {
  var json = JSONWriter()
  json.object { json in
    json.member("works", statistics.works)
    json.member("passages", statistics.passages)
    json.name("kinds")
    json.object { json in
      for kind in Passage.Kind.allCases {
        json.facetName(kind.rawValue)
        json.number(statistics.kinds[kind] ?? 0)
      }
    }
    json.name("languages")
    json.object { json in
      for (language, count) in statistics.languages.sorted(by: { $0.key < $1.key }) {
        json.facetName(language.isEmpty ? "unknown" : language)
        json.number(count)
      }
    }
    json.member("words", statistics.words)
    json.member("pages", statistics.pages)
    json.member("bytes", statistics.bytes)
    json.member("revision", statistics.revision)
  }
  return json.text
}

/// Words that a query may go on with.
package func suggestionsJSON(query: String, suggestions: [String]) -> String {
  var json = JSONWriter()
  json.object { json in
    json.member("query", query)
    json.member("suggestions", suggestions)
  }
  return json.text
}

/// An error as `application/problem+json` (RFC 9457), with a code, and the place of a query error.
package func problemJSON(_ error: IndexError, status: Int) -> String {
  var json = JSONWriter()
  json.object { json in
    json.member("type", "about:blank")
    json.member("title", error.message)
    json.member("status", status)
    json.member("detail", error.hint)
    json.member("code", error.code.rawValue)
    json.name("position")
    if let position = error.position { json.range(position) } else { json.null() }
  }
  return json.text
}

/// A page of a work's passages: `{"passages": […], "next": …}`.
package func workPassagesJSON(_ passages: [(Passage, Work)], next: String?) -> String {
  var json = JSONWriter()
  json.object { json in
    json.name("passages")
    json.array(passages) { $0.passage($1.0, of: $1.1) }
    json.member("next", next)
  }
  return json.text
}

/// A diagnostic, as one line.
package func diagnosticJSON(_ diagnostic: Diagnostic) -> String {
  var json = JSONWriter()
  json.object { json in
    json.member("severity", diagnostic.severity.rawValue)
    json.member("code", diagnostic.code)
    json.member("message", diagnostic.message)
    json.member("file", diagnostic.file)
    json.member("line", diagnostic.line)
    json.member("offset", diagnostic.offset)
  }
  return json.text
}
