// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

extension CitedFacts {
  /// The address, if a browser can open it.
  var webAddress: String? {
    url.flatMap { $0.hasPrefix("https://") || $0.hasPrefix("http://") ? $0 : nil }
  }

  /// The source as keys and values of an OpenURL context object (ANSI/NISO Z39.88-2004).
  var contextObject: [(key: String, value: String)] {
    var pairs = [(key: "ctx_ver", value: "Z39.88-2004")]
    func add(_ key: String, _ value: String?) {
      if let value = value?.onOneLine, !value.isEmpty { pairs.append((key, value)) }
    }
    let form = contextForm
    add("rft_val_fmt", "info:ofi/fmt:kev:mtx:\(form.format)")
    add("rfr_id", "info:sid/pamphlet")
    add("rft_id", webAddress)
    add("rft.genre", form.genre)
    add(form.title, fullTitle)
    if let container = form.container { add(container, self.container) }
    if let first = authors.first {
      if first.family == nil {
        add("rft.aucorp", first.name)
      } else {
        add("rft.aulast", first.shortName)
        add("rft.aufirst", first.given)
        add("rft.ausuffix", first.familyParts.suffix)
      }
    }
    for author in authors where author.family != nil { add("rft.au", author.invertedName) }
    add("rft.date", (editionYear ?? year).map(String.init))
    add("rft.volume", form.format == "journal" ? volume : nil)
    add(form.format == "dissertation" ? "rft.inst" : "rft.pub", publisher)
    add("rft.place", publisherPlace)
    if let pages = place.pages {
      add("rft.pages", pages.text(.full).replacing("–", with: "-"))
      add("rft.spage", pages.bounds?.first)
      add("rft.epage", pages.bounds?.last)
    }
    add("rft.language", language)
    return pairs
  }

  /// The metadata format, its genre, and the keys of the title and of the container.
  private var contextForm: (format: String, genre: String?, title: String, container: String?) {
    switch kind {
    case .book where isThesis: ("dissertation", nil, "rft.title", nil)
    case .book: ("book", "book", "rft.btitle", "rft.series")
    case .part where isArticle: ("journal", "article", "rft.atitle", "rft.jtitle")
    case .part: ("book", "bookitem", "rft.atitle", "rft.btitle")
    case .paper, .named: ("book", "document", "rft.title", nil)
    }
  }
}
