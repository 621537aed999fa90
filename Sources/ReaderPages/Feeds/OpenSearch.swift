// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The OpenSearch 1.1 description with which browsers offer the search.
///
/// - Parameter host: The name and port by which the browser reached the daemon.
package func openSearchDescription(host: String) -> String {
  let description: HTML = """
    <?xml version="1.0" encoding="UTF-8"?>
    <OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
      <ShortName>Pamphlet</ShortName>
      <Description>Where is that said, by whom, and on what page?</Description>
      <InputEncoding>UTF-8</InputEncoding>
      <Url type="text/html" template="http://\(host)/?q={searchTerms}"/>
      <Url type="application/json" template="http://\(host)/v1/search?q={searchTerms}"/>
    </OpenSearchDescription>

    """
  return description.text
}
