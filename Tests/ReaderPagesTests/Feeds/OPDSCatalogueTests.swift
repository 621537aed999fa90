// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Testing

@testable import ReaderPages

struct OPDSCatalogueTests {
  private let site = SiteAddress(scheme: .http, host: "localhost:8017")

  @Test func `the root leads to newest, authors, years and all works`() {
    let text = OPDSCatalogue.root(site: site, updated: 0, works: 12).text
    let atom = "application/atom+xml;profile=opds-catalog;kind"
    for link in [
      #"rel="self" href="http://localhost:8017/opds" type="\(atom)=navigation""#,
      #"rel="start" href="http://localhost:8017/opds" type="\(atom)=navigation""#,
      #"rel="search" href="http://localhost:8017/opensearch.xml" type="application/open"#,
      #"rel="http://opds-spec.org/sort/new" href="http://localhost:8017/opds/newest" type="\(atom)=a"#,
      #"rel="subsection" href="http://localhost:8017/opds/authors" type="\(atom)=navigation""#,
      #"rel="subsection" href="http://localhost:8017/opds/years" type="\(atom)=navigation""#,
      #"rel="subsection" href="http://localhost:8017/opds/all" type="\(atom)=acquisition" thr:count="12""#,
    ] {
      #expect(text.contains("<link \(link.replacing("\\(atom)", with: atom))"), "\(link)")
    }
    #expect(!text.contains("rel=\"up\""))
  }

  @Test func `a work has its facts, its page, and its text only where there is one`() {
    let known = OPDSWork(
      id: "bee-on-bread", title: "On Bread", authors: ["Ann Bee", "Cy Dee"], language: "de",
      year: 917, summary: "A pamphlet.", path: "/works/bee-on-bread",
      downloads: [.init(path: "/works/bee-on-bread/text", mediaType: "text/html", title: "Page")],
      updated: 86_400)
    let unknown = OPDSWork(
      id: "urn:isbn:9780000000002", title: " ", authors: [], language: "Old Norse", year: 0,
      path: "/works/x")
    let text = OPDSAcquisition(
      site: site, title: "All works", path: "/opds/all?offset=2",
      paging: FeedPaging(
        first: "/opds/all", previous: "/opds/all", next: "/opds/all?offset=4", total: 5, offset: 2,
        size: 2),
      updated: 0, works: [known, unknown]
    ).text
    #expect(
      text.contains(
        """
        <title>On Bread</title>
        <updated>1970-01-02T00:00:00Z</updated>
        <author><name>Ann Bee</name></author>
        <author><name>Cy Dee</name></author>
        <dc:language>de</dc:language>
        <dc:issued>0917</dc:issued>
        <summary type="text">A pamphlet.</summary>
        <link rel="alternate" href="http://localhost:8017/works/bee-on-bread" type="text/html" \
        hreflang="de"/>
        <link rel="http://opds-spec.org/acquisition/open-access" \
        href="http://localhost:8017/works/bee-on-bread/text" type="text/html" title="Page"/>
        </entry>
        <entry>
        <id>urn:isbn:9780000000002</id>
        <title>–</title>
        <updated>1970-01-01T00:00:00Z</updated>
        <author><name>Author unknown</name></author>
        <link rel="alternate" href="http://localhost:8017/works/x" type="text/html"/>
        </entry>
        """))
    #expect(text.contains("<link rel=\"up\" href=\"http://localhost:8017/opds\""))
    #expect(text.contains("<link rel=\"previous\" href=\"http://localhost:8017/opds/all\""))
    #expect(text.contains("<link rel=\"next\" href=\"http://localhost:8017/opds/all?offset=4\""))
    #expect(text.contains("<opensearch:totalResults>5</opensearch:totalResults>"))
    #expect(text.contains("<opensearch:startIndex>3</opensearch:startIndex>"))
  }
}
