// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The search field in the head of each page.
package struct SearchBox: Sendable {
  /// The query in the field.
  package var query: String
  /// The maximum length of a query, in characters.
  package var longest: Int
  /// The work to which the search can be restricted; `nil` outside of works.
  package var work: String?
  /// Filters and the like that the next search keeps.
  package var hidden: [Visit.Parameter]
  /// Whether the field has the focus when the page opens.
  package var hasFocus: Bool

  /// Creates a field.
  package init(
    _ query: String = "", longest: Int, work: String? = nil, hidden: [Visit.Parameter] = [],
    hasFocus: Bool = false
  ) {
    self.query = query
    self.longest = longest
    self.work = work
    self.hidden = hidden
    self.hasFocus = hasFocus
  }

  func html(_ visit: Visit) -> HTML {
    let words = visit.wording
    let scope: HTML? = work.map { work in
      """
      <label class="vh" for="in">\(words(.searchWhere))</label><select id="in" name="work">\
      <option value="\(work)">\(words(.searchInWork))</option>\
      <option value="">\(words(.searchEverywhere))</option></select>
      """
    }
    let kept = (hidden + visit.carried).map { field -> HTML in
      "<input type=\"hidden\" name=\"\(field.name)\" value=\"\(field.value)\">"
    }
    return """
      <form class="ask" role="search" action="/search" method="get">\
      <label class="vh" for="q">\(words(.searchLabel))</label>\
      <input id="q" name="q" type="search" value="\(query)" maxlength="\(longest)" \
      placeholder="\(words(.searchPlaceholder))" autocomplete="off" autocapitalize="none" \
      spellcheck="false"\(hasFocus ? " autofocus" as HTML : "")>\
      \(scope)<button>\(words(.searchButton))</button>\(HTML.joined(kept))</form>
      """
  }
}
