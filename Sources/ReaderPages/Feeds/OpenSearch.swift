// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The search of this site for browsers and reading programs (OpenSearch 1.1, draft 6).
package enum OpenSearch {
  /// The media type of a description.
  package static let descriptionType = "application/opensearchdescription+xml"
  /// The media type of suggestions.
  package static let suggestionsType = "application/x-suggestions+json"

  /// The paths that answer a query in another form than a page, up to the query itself.
  package struct Paths: Sendable {
    /// The catalogue of works, such as `/opds/search?q=`; `nil` if works are not searched.
    package var catalogue: String?
    /// The feed of passages, such as `/search.atom?q=`; `nil` if there is none.
    package var feed: String?

    /// Creates the paths.
    package init(catalogue: String? = nil, feed: String? = nil) {
      self.catalogue = catalogue
      self.feed = feed
    }
  }
}

/// The OpenSearch description with which browsers offer the search.
///
/// - Parameters:
///   - host: The name and port by which the browser reached the daemon.
///   - scheme: How it reached the daemon, perhaps through a proxy.
///   - paths: The searches that do not answer with a page.
package func openSearchDescription(
  host: String, scheme: SiteAddress.Scheme = .http, paths: OpenSearch.Paths = OpenSearch.Paths()
) -> String {
  let site = SiteAddress(scheme: scheme, host: host)
  func url(_ type: String, _ path: String, _ relation: HTML = "results") -> HTML {
    let address = site.complete(path)
    return "<Url rel=\"\(relation)\" type=\"\(type)\" template=\"\(address){searchTerms}\"/>"
  }
  let urls: [HTML?] = [
    url("text/html", "/search?q="),
    url(OpenSearch.suggestionsType, "/suggest?q=", "suggestions"),
    url("application/json", "/v1/search?q="),
    paths.catalogue.map { url(OPDSCatalogue.Kind.acquisition.mediaType, $0) },
    paths.feed.map { url(AtomFeed.mediaType, $0) },
  ]
  let itself = site.complete("/opensearch.xml")
  return XMLDocument.text(
    """
    <OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
    <ShortName>Pamphlet</ShortName>
    <LongName>Pamphlet: where is that said, by whom?</LongName>
    <Description>Where is that said, by whom, and on what page?</Description>
    <Image width="16" height="16" type="image/svg+xml">\(site.complete("/favicon.svg"))</Image>
    <InputEncoding>UTF-8</InputEncoding>
    <OutputEncoding>UTF-8</OutputEncoding>
    \(XMLDocument.lines(urls.compactMap(\.self)))
    <Url rel="self" type="\(OpenSearch.descriptionType)" template="\(itself)"/>
    </OpenSearchDescription>
    """)
}
