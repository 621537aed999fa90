// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A run of a reference, in italics or not.
package struct ReferenceRun: Sendable {
  package var text: String
  package var isItalic: Bool

  /// Creates a run.
  package init(_ text: String, isItalic: Bool = false) {
    self.text = text
    self.isItalic = isItalic
  }

  var html: HTML { isItalic ? "<i>\(text)</i>" : "\(text)" }
}

/// All ways to cite a passage or a quotation in it.
package struct CitePage: Sendable {
  /// A reference in a style.
  package struct Style: Sendable {
    package var name: String
    package var runs: [ReferenceRun]
    /// Whether it is a record for programs, printed with its line breaks.
    package var isRecord: Bool

    /// Creates a reference.
    package init(name: String, runs: [ReferenceRun], isRecord: Bool) {
      self.name = name
      self.runs = runs
      self.isRecord = isRecord
    }
  }

  /// The words that are cited, and their language.
  package var words: String
  package var language: String?
  package var readAddress: String
  /// The passage and the quotations in it, of which one is cited.
  package var choices: ViewLinks
  package var styles: [Style]
  /// A remark on the attribution.
  package var remark: String?
  /// The link to these words in this site, and in the text's own page.
  package var linkHere: String
  package var linkThere: String?
  /// Files for other programs.
  package var formats: [CountedLink]
  package var keepAddress: String?
  package var isKept: Bool
  /// The passage as a ContextObject (COinS).
  package var coins: String?

  /// Creates a page.
  package init(
    words: String, language: String?, readAddress: String, choices: ViewLinks, styles: [Style],
    remark: String?, linkHere: String, linkThere: String?, formats: [CountedLink],
    keepAddress: String?, isKept: Bool, coins: String? = nil
  ) {
    self.coins = coins
    self.words = words
    self.language = language
    self.readAddress = readAddress
    self.choices = choices
    self.styles = styles
    self.remark = remark
    self.linkHere = linkHere
    self.linkThere = linkThere
    self.formats = formats
    self.keepAddress = keepAddress
    self.isKept = isKept
  }

  /// The HTML of the page.
  package func html(_ visit: Visit) -> HTML {
    let wording = visit.wording
    let lang = HitCard.lang(language, wording)
    let references = styles.enumerated().map { index, style -> HTML in
      let text = HTML.joined(style.runs.map(\.html))
      let body: HTML =
        style.isRecord
        ? "<pre class=\"ref\" id=\"ref-\(index)\" tabindex=\"0\">\(text)</pre>"
        : "<p class=\"ref\" id=\"ref-\(index)\">\(text)</p>"
      return """
        <section class="cite"><h2>\(style.name) <button type="button" class="copy" data-copy="ref-\(index)" hidden>\
        \(wording(.copyButton))</button></h2>\(body)</section>
        """
    }
    let files = formats.map { "<a href=\"\($0.address)\">\($0.name)</a>" as HTML }
    let there: HTML? = linkThere.map {
      "<a href=\"\($0)\" rel=\"noreferrer\">\(wording(.linkThere))</a>"
    }
    let keep: HTML =
      isKept
      ? "<a href=\"\(visit.address(["kept"]))\">\(wording(.keptAlready))</a>"
      : (keepAddress.map { "<a href=\"\($0)\" rel=\"nofollow\">\(wording(.keep))</a>" } ?? "")
    return """
      <main class="cols" id="main"><div class="catalogue">
      <h1>\(wording(.citeTitle))</h1>
      <blockquote class="cited-words"\(lang)>\(HTML.lines(words))</blockquote>
      \(remark.map { "<p class=\"aside\">\($0)</p>" as HTML })
      \(choices.html(label: wording(.citeWhat)))
      <p class="acts"><a href="\(readAddress)">\(wording(.readOn))</a>\n<a href="\(linkHere)">\(wording(.linkHere))</a>\n\
      \(there)\n\(keep)</p>
      \(HTML.joined(references, by: "\n"))
      <h2>\(wording(.takeAway))</h2><div class="out">\(HTML.joined(files))</div>\(Self.span(coins))
      </div></main>
      """
  }
}

extension CitePage {
  /// The span by which reference managers recognise a source (COinS).
  static func span(_ coins: String?) -> HTML {
    coins.map { "<span class=\"Z3988\" title=\"\($0)\"></span>" } ?? ""
  }
}

/// The kept passages, to be taken away.
package struct KeptPage: Sendable {
  /// A kept passage.
  package struct Row: Sendable {
    package var reference: [ReferenceRun]
    package var words: String
    package var language: String?
    package var address: String
    package var removeAddress: String
    /// The passage as a ContextObject (COinS).
    package var coins: String?

    /// Creates a row.
    package init(
      reference: [ReferenceRun], words: String, language: String?, address: String,
      removeAddress: String, coins: String? = nil
    ) {
      self.coins = coins
      self.reference = reference
      self.words = words
      self.language = language
      self.address = address
      self.removeAddress = removeAddress
    }
  }

  package var rows: [Row]
  /// Ids that lead to no passage.
  package var missing: [String]
  package var styles: ViewLinks
  package var formats: [CountedLink]
  /// How many can be kept.
  package var limit: Int
  package var isFull: Bool
  package var clearAddress: String

  /// Creates a page.
  package init(
    rows: [Row], missing: [String], styles: ViewLinks, formats: [CountedLink], limit: Int,
    isFull: Bool, clearAddress: String
  ) {
    self.rows = rows
    self.missing = missing
    self.styles = styles
    self.formats = formats
    self.limit = limit
    self.isFull = isFull
    self.clearAddress = clearAddress
  }

  /// The HTML of the page.
  package func html(_ visit: Visit) -> HTML {
    let words = visit.wording
    let lines = rows.map { row -> HTML in
      let lang = HitCard.lang(row.language, words)
      return """
        <li><p class="ref">\(HTML.joined(row.reference.map(\.html)))</p>\
        <blockquote\(lang)>\(HTML.lines(row.words))</blockquote>\
        <p class="acts"><a href="\(row.address)">\(words(.readOn))</a>\n\
        <a href="\(row.removeAddress)" rel="nofollow">\(words(.remove))</a></p>\(CitePage.span(row.coins))</li>
        """
    }
    let files = formats.map { "<a href=\"\($0.address)\">\($0.name)</a>" as HTML }
    let gone = missing.map { "<li><code>\($0)</code></li>" as HTML }
    let body: HTML =
      rows.isEmpty
      ? "<p class=\"nothing\">\(words(.keptNothing))</p>"
      : """
      <div class="out" role="group" aria-label="\(words(.takeAway))">\(HTML.joined(files))</div>
      \(styles.html(label: words(.styleLabel)))
      <ol class="kept">\(HTML.joined(lines, by: "\n"))</ol>
      <p><a href="\(clearAddress)" rel="nofollow">\(words(.keptClear))</a></p>
      """
    return """
      <main class="cols" id="main"><div class="catalogue">
      <h1>\(words(.sectionKept))</h1>
      <p class="soft">\(words(.keptAbout, String(limit)))</p>
      \(isFull ? "<p class=\"aside\">\(words(.keptFull))</p>" as HTML : "")
      \(gone.isEmpty ? "" : "<p class=\"aside\">\(words(.keptMissing))</p><ul>\(HTML.joined(gone))</ul>" as HTML)
      \(body)</div></main>
      """
  }
}
