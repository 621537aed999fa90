// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Testing

@testable import ReaderPages

struct OpenSearchTests {
  @Test func `browsers are told of pages, suggestions, icon and the description itself`() {
    let text = openSearchDescription(host: "library.example", scheme: .https)
    for part in [
      "<ShortName>Pamphlet</ShortName>", "<LongName>",
      #"<Url rel="results" type="text/html" template="https://library.example/search?q={searchTerms}"/>"#,
      #"<Url rel="suggestions" type="application/x-suggestions+json" template="https://library.example/suggest?q={searchTerms}"/>"#,
      #"type="image/svg+xml">https://library.example/favicon.svg</Image>"#,
      #"<Url rel="self" type="application/opensearchdescription+xml" template="https://library.example/opensearch.xml"/>"#,
    ] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(!text.contains("atom+xml"))
  }

  @Test func `reading programs are told of the searches that there are`() {
    let text = openSearchDescription(
      host: "localhost:8017", paths: .init(catalogue: "/opds/search?q=", feed: "/search.atom?q="))
    #expect(
      text.contains(
        #"kind=acquisition" template="http://localhost:8017/opds/search?q={searchTerms}"/>"#))
    #expect(
      text.contains(#"atom+xml" template="http://localhost:8017/search.atom?q={searchTerms}"/>"#))
  }

  @Test func `suggestions are JSON, whatever is in them`() {
    let suggestions = OpenSearchSuggestions(
      query: "a\"\\\n\u{0}", completions: ["é\u{2028}", "", "</script>"])
    #expect(suggestions.text == #"["a\"\\\u000a\u0000",["é\u2028","","</script>"]]"#)
    #expect(OpenSearchSuggestions(query: "", completions: []).text == #"["",[]]"#)
  }

  @Test func `the icon has its colour without a style`() {
    #expect(favicon.contains(##"fill="#8f1d14""##))
    #expect(favicon.contains("prefers-color-scheme: dark"))
  }
}
