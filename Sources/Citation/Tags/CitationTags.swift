// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

/// What a page about a work tells reference managers and search engines.
package enum CitationTags {
  /// Names and contents of `meta` elements about a work.
  ///
  /// Highwire Press tags, as Google Scholar (Inclusion Guidelines for Webmasters) and Zotero
  /// (translator Embedded Metadata) read them.
  package static func meta(of work: Work) -> [(name: String, content: String)] {
    let facts = CitedFacts(work)
    var tags: [(name: String, content: String)] = []
    func add(_ name: String, _ content: String?) {
      guard let content = content?.onOneLine, !content.isEmpty else { return }
      tags.append(("citation_\(name)", content))
    }
    add("title", facts.fullTitle)
    for author in facts.authors { add("author", author.tagName) }
    for editor in facts.editors { add("editor", editor.tagName) }
    add("publication_date", (facts.editionYear ?? facts.year).map(String.init))
    if facts.isArticle {
      add("journal_title", facts.container)
    } else if facts.kind == .book {
      add("series_title", facts.container)
    } else {
      // Google Scholar reads the first, Zotero learns the kind of work from the second.
      add("inbook_title", facts.container)
      add("book_title", facts.container)
    }
    add(facts.isThesis ? "dissertation_institution" : "publisher", facts.publisher)
    if facts.kind == .book {
      add("isbn", work.metadata.others.first { $0.name == "isbn" }?.value)
    }
    add("language", facts.language)
    add("public_url", facts.webAddress)
    return tags
  }

  /// A work, or a passage of it, as the `title` of a COinS element, before it is escaped for HTML.
  ///
  /// ANSI/NISO Z39.88-2004, key/encoded-value format, with the metadata formats for books,
  /// journals and dissertations; OpenURL COinS 1.0.
  package static func coins(of work: Work, passage: Passage? = nil) -> String {
    let facts = passage.map { CitedFacts(work, $0) } ?? CitedFacts(work)
    return facts.contextObject.map { "\($0)=\(percentEncoded($1))" }.joined(separator: "&")
  }

  /// Percent-encodes all but the unreserved characters (RFC 3986, 2.3).
  private static func percentEncoded(_ text: String) -> String {
    text.utf8.reduce(into: "") { result, byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        result += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
  }
}

extension Person {
  /// The name as a tag has it: `King, Martin Luther, Jr.`.
  ///
  /// Zotero takes `van der Linden, Marcel Jan`, with spaces on both sides of a comma, for two
  /// people; such names stay as printed.
  var tagName: String {
    let parts = invertedName.split(separator: ",", maxSplits: 1)
    let isDivided = parts.count == 2 && parts.allSatisfy { $0.drop { $0 == " " }.contains(" ") }
    return isDivided ? name : invertedName
  }
}
