// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema
import PassageSearch
import QueryLanguage
import SearchAPI
import Testing

struct ParameterTests {
  @Test func `the parameters of a search are read`() throws {
    var request = try SearchRequest.table.request([
      ("q", "a b"), ("limit", "5"), ("author", "Bee"), ("author", "Dee"), ("facets", "author,year"),
      ("group", "work"),
    ])
    #expect(request.query == "a b")
    #expect(request.limit == 5)
    #expect(
      request.filters == [
        Filter(field: "author", value: "Bee"), Filter(field: "author", value: "Dee"),
      ])
    #expect(request.facets == ["author", "year"])
    #expect(request.groupByWork)
    request.offset = 5
    #expect(
      SearchRequest.table.address(request, at: "/v1/search")
        == "/v1/search?q=a%20b&limit=5&offset=5&author=Bee&author=Dee&facets=author,year&group=work"
    )
  }

  @Test(arguments: [
    ("limit", "101"), ("limit", "-1"), ("limit", "x"), ("offset", "1001"), ("group", "author"),
    ("nonsense", "1"),
    ("limit", "٣"), ("snippet", "1"),
  ])
  func `a parameter out of bounds is an error that names it`(_ name: String, _ value: String) {
    let error = #expect(throws: IndexError.self) {
      try SearchRequest.table.request([(name, value)])
    }
    #expect(error?.code == .invalidArgument)
    #expect(error?.message.contains(name) == true)
  }

  @Test func `filters stay in the order in which they were given`() throws {
    let request = try SearchRequest.table.request([
      ("year", "1917"), ("author", "Bee"), ("year", "1918"),
    ])
    #expect(
      SearchRequest.table.address(request, at: "/v1/search")
        == "/v1/search?q=&year=1917&author=Bee&year=1918")
  }

  @Test func `what an address says is what was asked`() throws {
    let all: Parameters = [
      ("q", "a & b"), ("limit", "7"), ("offset", "14"), ("kind", "note"), ("facets", "year,work"),
      ("group", "work"), ("snippet", "80"), ("sort", "newest"), ("like", "w/p1"),
      ("explain", "true"), ("revision", "3.1"),
    ]
    let request = try SearchRequest.table.request(all)
    let address = SearchRequest.table.address(request, at: "")
    #expect(
      address
        == "?q=a%20%26%20b&limit=7&offset=14&kind=note&facets=year,work&group=work&snippet=80&sort=newest"
        + "&like=w%2Fp1&explain=true&revision=3.1")
  }

  @Test func `an unknown parameter or word names the one that was meant`() {
    let parameter = #expect(throws: IndexError.self) {
      try SearchRequest.table.request([("auther", "Bee")])
    }
    #expect(parameter?.hint?.hasPrefix("Did you mean `author`? ") == true)
    let style = #expect(throws: IndexError.self) {
      try CiteRequest.table.request([("style", "chigaco")])
    }
    #expect(style?.hint?.hasPrefix("Did you mean `chicago`? ") == true)
  }

  @Test func `what must be given is asked for`() {
    let error = #expect(throws: IndexError.self) { try SuggestRequest.table.request([]) }
    #expect(error?.message == "`q` is missing.")
  }

  @Test func `the filters are the searchable fields of the schema`() {
    let filters = SearchRequest.table.descriptions.filter(\.isFilter).map(\.name)
    #expect(
      Set(filters) == [
        "author", "title", "work", "year", "decade", "language", "speaker", "cites", "section",
        "kind", "collection", "page",
      ])
  }
}
