// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// References to the web: addresses, and the names of sites before the titles of their pages.
enum WebReference {
  /// Ranges of the tokens of addresses: `https://example.org/a`.
  static func addresses(_ tokens: ArraySlice<Token>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = tokens.startIndex
    while index < tokens.endIndex {
      guard ["http", "https", "www"].contains(tokens[index].folded), index + 2 < tokens.endIndex,
        [":", "."].contains(tokens[index + 1].folded),
        tokens[index + 1].range.lowerBound == tokens[index].range.upperBound
      else {
        index += 1
        continue
      }
      var end = index + 1
      while end < tokens.endIndex, tokens[end].range.lowerBound == tokens[end - 1].range.upperBound,
        ![">", "<", "\"", "”", "»"].contains(tokens[end].folded)
      {
        end += 1
      }
      found.append(index..<end)
      index = end
    }
    return found
  }

  /// The host of an address, without `www`: `example.org`; `nil` if there is none.
  static func host(_ address: ArraySlice<Token>) -> String? {
    let start = address.prefix { ["http", "https", ":", "/"].contains($0.folded) }.count
    var parts = address.dropFirst(start).prefix { $0.folded != "/" && $0.folded != ":" }
      .map(\.folded)
    if parts.first == "www" { parts.removeFirst(min(2, parts.count)) }
    while parts.last == "." || parts.last == "," { parts.removeLast() }
    let host = parts.joined()
    return host.contains(".") && host.utf8.count <= 100 ? host : nil
  }

  /// A page by its site: `Wikipedia: Kronstadt rebellion`, `libcom.org - The Makhnovists`; `nil`
  /// unless the whole stretch is of this form.
  static func page(
    _ tokens: ArraySlice<Token>, _ text: [Unicode.Scalar], isAfterQuotation: Bool
  ) -> ParsedSource? {
    guard
      let sign = tokens.prefix(6).firstIndex(where: {
        $0.isSign(":") || ["-", "–", "—"].contains($0.folded) && $0.kind == .sign
      }), sign > tokens.startIndex, sign + 1 < tokens.endIndex,
      tokens[sign + 1].range.lowerBound > tokens[sign].range.upperBound
    else { return nil }
    let site = tokens[..<sign]
    let isSite = isHost(site) || site.contains { sites.contains($0.folded) }
    guard isSite || isAfterQuotation && site.allSatisfy({ $0.isCapital }) else { return nil }
    var title = tokens[(sign + 1)...]
    if let visit = title.lastIndex(where: { ReferenceWords.accessed.contains($0.folded) }) {
      title = title[..<visit]
    }
    while let last = title.last, [".", ",", "(", "["].contains(last.folded) {
      title = title.dropLast()
    }
    guard let first = title.first, let last = title.last, let start = site.first,
      let end = site.last, title.count <= 30,
      first.isCapital || first.kind == .number
        || SourceReader.isQuote(first),
      !title.contains(where: {
        $0.kind == .word && !$0.isCapital && ReferenceWords.finite.contains($0.folded)
      })
    else { return nil }
    var source = ParsedSource()
    source.title = Locators.string(first.range.lowerBound..<last.range.upperBound, text)
    source.container = Locators.string(start.range.lowerBound..<end.range.upperBound, text)
    source.isSet = true
    return source
  }

  /// Whether tokens are the name of a host: `libcom.org`.
  static func isHost(_ tokens: ArraySlice<Token>) -> Bool {
    guard tokens.count == 3, let first = tokens.first, let last = tokens.last else { return false }
    return tokens[tokens.startIndex + 1].isSign(".") && first.kind == .word && last.kind == .word
      && first.range.upperBound + 1 == last.range.lowerBound && hosts.contains(last.folded)
  }

  private static let hosts: Set<String> = [
    "org", "com", "net", "info", "edu", "gov", "eu", "uk", "fr", "de", "es", "it", "nl", "ru", "io",
    "lib", "library",
  ]
  private static let sites: Set<String> = [
    "wikipedia", "wikisource", "wikiquote", "prolewiki", "britannica", "wikimedia", "youtube",
    "википедия",
  ]
}
