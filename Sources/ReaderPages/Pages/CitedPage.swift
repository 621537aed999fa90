// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The works that are cited, and whether they are held.
package struct CitedPage: Sendable {
  /// A cited work.
  package struct Row: Sendable {
    package var authors: String
    package var title: String
    /// Container, editions, volumes.
    package var remarks: [String]
    package var references: Int
    /// The texts that cite it, with the numbers of references.
    package var citing: [CountedLink]
    /// The works of the library that it is.
    package var held: [CountedLink]
    package var searchAddress: String

    /// Creates a row.
    package init(
      authors: String, title: String, remarks: [String], references: Int, citing: [CountedLink],
      held: [CountedLink], searchAddress: String
    ) {
      self.authors = authors
      self.title = title
      self.remarks = remarks
      self.references = references
      self.citing = citing
      self.held = held
      self.searchAddress = searchAddress
    }
  }

  package var total: String
  package var rows: [Row]
  package var orders: ViewLinks
  package var pager: Pager
  package var remark: String?

  /// Creates a page.
  package init(total: String, rows: [Row], orders: ViewLinks, pager: Pager, remark: String?) {
    self.total = total
    self.rows = rows
    self.orders = orders
    self.pager = pager
    self.remark = remark
  }

  /// The HTML of the page.
  package func html(_ visit: Visit) -> HTML {
    let words = visit.wording
    let lines = rows.map { row -> HTML in
      let held: HTML =
        row.held.isEmpty
        ? "<span class=\"soft\">\(words(.notHeld))</span>"
        : HTML.joined(
          row.held.map { "<a href=\"\($0.address)\">\($0.name)</a>" as HTML }, by: ", ")
      let citing = row.citing.map { link -> HTML in
        "<a href=\"\(link.address)\">\(link.name)</a>\(link.count.map { " (\($0))" as HTML })"
      }
      let remarks: HTML =
        row.remarks.isEmpty
        ? "" : "<br><span class=\"small soft\">\(row.remarks.joined(separator: " · "))</span>"
      let authors: HTML = row.authors.isEmpty ? "" : "\(row.authors), "
      return """
        <tr><td>\(authors)<cite>\(row.title)</cite>\(remarks)</td>\
        <td class="num"><a href="\(row.searchAddress)">\(row.references)</a></td>\
        <td>\(HTML.joined(citing, by: ", "))</td><td>\(held)</td></tr>
        """
    }
    return """
      <main class="cols" id="main"><div class="catalogue wide">
      <div class="lead"><h1>\(words(.citedTitle))</h1><p role="status">\(total)</p>\
      \(orders.html(label: words(.orderLabel)))</div>
      \(remark.map { "<p class=\"aside\">\($0)</p>" as HTML })
      <table class="cited"><caption class="vh">\(words(.citedTitle))</caption><thead><tr>\
      <th scope="col">\(words(.work))</th><th scope="col">\(words(.references))</th>\
      <th scope="col">\(words(.citedBy))</th><th scope="col">\(words(.held))</th></tr></thead>\
      <tbody>\(HTML.joined(lines, by: "\n"))</tbody></table>
      \(pager.html(words))</div></main>
      """
  }
}
