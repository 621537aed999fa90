// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus
package import PassageIndex

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
    json.name("missing")
    json.array(missing) { $0.string($1) }
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
      json.name("value")
      json.number(results.total)
      json.name("relation")
      json.string(results.totalIsEstimate ? "estimate" : "eq")
    }
    json.name("took_ms")
    json.number(tookMilliseconds)
    json.name("revision")
    json.string(results.revision)
    json.name("passages")
    json.array(results.hits) { $0.passage($1.passage, of: $1.work, hit: $1, in: request) }
    json.name("facets")
    json.object { json in
      for field in Schema.fields {
        guard let counts = results.facets[field.name] else { continue }
        json.facetName(field.name)
        json.array(counts) { json, count in
          json.object { json in
            json.name("value")
            json.string(count.value)
            json.name("passages")
            json.number(count.passages)
            json.name("works")
            json.number(count.works)
          }
        }
      }
    }
    json.name("next")
    json.string(nextPage(after: results, request))
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
    json.name("total")
    json.number(concordance.total)
    json.name("passages")
    json.number(concordance.passages)
    json.name("took_ms")
    json.number(tookMilliseconds)
    json.name("revision")
    json.string(concordance.revision)
    json.name("lines")
    json.array(concordance.lines) { json, line in
      json.object { json in
        json.name("id")
        json.string(line.passage.id)
        json.name("range")
        json.range(line.range)
        json.name("left")
        json.string(line.left)
        json.name("match")
        json.string(line.match)
        json.name("right")
        json.string(line.right)
        json.name("citation")
        json.string(citation(of: line.passage, in: line.work, style: .chicago))
      }
    }
    json.name("next")
    json.string(next)
  }
  return json.text
}

extension JSONWriter {
  fileprivate mutating func query(_ query: InterpretedQuery) {
    object { json in
      json.name("text")
      json.string(query.text)
      json.name("interpreted")
      json.string(query.interpreted)
      json.name("suggestion")
      json.string(query.suggestion)
      json.name("warnings")
      json.array(query.warnings) { json, warning in
        json.object { json in
          json.name("code")
          json.string(warning.code)
          json.name("message")
          json.string(warning.message)
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
    json.name("next")
    json.string(next)
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
      json.name("id")
      json.string(work.id)
      json.name("title")
      json.string(metadata.title?.value)
      json.name("subtitle")
      json.string(metadata.subtitle?.value)
      json.name("authors")
      json.array(work.authorNames) { $0.string($1) }
      json.name("people")
      json.people(metadata.people)
      json.name("year")
      json.number(metadata.year?.value)
      json.name("edition_year")
      json.number(metadata.editionYear?.value)
      for (name, value) in facts {
        json.name(name)
        json.string(value)
      }
      json.name("file")
      json.string(work.file)
      json.name("format")
      json.string(work.format)
      json.name("passages")
      json.number(work.passageCount)
      json.name("words")
      json.number(work.wordCount)
      json.name("pages")
      json.number(work.pageCount)
    }
  }
}

/// The numbers of an index.
package func statisticsJSON(_ statistics: IndexStatistics) -> String {
  var json = JSONWriter()
  json.object { json in
    json.name("works")
    json.number(statistics.works)
    json.name("passages")
    json.number(statistics.passages)
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
    json.name("words")
    json.number(statistics.words)
    json.name("pages")
    json.number(statistics.pages)
    json.name("bytes")
    json.number(statistics.bytes)
    json.name("revision")
    json.string(statistics.revision)
  }
  return json.text
}

/// Words that a query may go on with.
package func suggestionsJSON(query: String, suggestions: [String]) -> String {
  var json = JSONWriter()
  json.object { json in
    json.name("query")
    json.string(query)
    json.name("suggestions")
    json.array(suggestions) { $0.string($1) }
  }
  return json.text
}

/// An error as `application/problem+json` (RFC 9457), with a code, and the place of a query error.
package func problemJSON(_ error: IndexError, status: Int) -> String {
  var json = JSONWriter()
  json.object { json in
    json.name("type")
    json.string("about:blank")
    json.name("title")
    json.string(error.message)
    json.name("status")
    json.number(status)
    json.name("detail")
    json.string(error.hint)
    json.name("code")
    json.string(error.code.rawValue)
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
    json.name("next")
    json.string(next)
  }
  return json.text
}

/// A diagnostic, as one line.
package func diagnosticJSON(_ diagnostic: Diagnostic) -> String {
  var json = JSONWriter()
  json.object { json in
    json.name("severity")
    json.string(diagnostic.severity.rawValue)
    json.name("code")
    json.string(diagnostic.code)
    json.name("message")
    json.string(diagnostic.message)
    json.name("file")
    json.string(diagnostic.file)
    json.name("line")
    json.number(diagnostic.line)
    json.name("offset")
    json.number(diagnostic.offset)
  }
  return json.text
}
