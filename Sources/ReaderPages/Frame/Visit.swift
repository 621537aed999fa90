// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import TextFolding

/// What all links of a page carry on, since there are no cookies: the language that was chosen and
/// the kept passages.
package struct Visit: Sendable {
  /// A parameter of an address, not encoded.
  package typealias Parameter = (name: String, value: String)

  /// The words of the page.
  package var wording: Wording
  /// The tag of the language, if the address names one.
  package var chosenLanguage: String?
  /// The ids of the kept passages, in the order in which they were kept.
  package var kept: [String]
  /// The query that the reader has asked; empty if none.
  package var query: String

  /// Creates a visit.
  package init(
    wording: Wording = .english, chosenLanguage: String? = nil, kept: [String] = [],
    query: String = ""
  ) {
    self.wording = wording
    self.chosenLanguage = chosenLanguage
    self.kept = kept
    self.query = query
  }

  /// The parameters that every address repeats.
  var carried: [Parameter] {
    (chosenLanguage.map { [("lang", $0)] } ?? []) + kept.map { ("kept", $0) }
  }

  /// An address of this site.
  ///
  /// - Parameter path: The components of the path, which are encoded here.
  package func address(
    _ path: [String], _ parameters: [Parameter] = [], fragment: String? = nil
  ) -> String {
    var address = "/" + path.map(percentEncoded).joined(separator: "/")
    let all = parameters + carried
    if !all.isEmpty {
      address += "?" + all.map { "\($0.name)=\(Self.encoded($0.value))" }.joined(separator: "&")
    }
    if let fragment { address += "#" + percentEncoded(fragment) }
    return address
  }

  /// An id keeps its slash, which is allowed in a query (RFC 3986, 3.4), so that it can be read.
  private static func encoded(_ value: String) -> String {
    value.split(separator: "/", omittingEmptySubsequences: false).map { percentEncoded(String($0)) }
      .joined(separator: "/")
  }

  /// The query as a parameter, if there is one.
  package var queryParameter: [Parameter] { query.isEmpty ? [] : [("q", query)] }
}

extension Visit {
  /// The address of a work's page.
  package func address(ofWork id: String) -> String { address(["works", id], queryParameter) }

  /// The address of a passage within its chapter.
  ///
  /// - Parameter chapter: The label of the first passage of the chapter.
  package func address(
    ofPassage label: String, inChapter chapter: String, ofWork id: String
  )
    -> String
  {
    address(
      ["works", id, chapter], queryParameter + (query.isEmpty ? [] : [("at", label)]),
      fragment: label)
  }

  /// The address that leads to a passage, wherever its chapter begins.
  package func address(ofPassage id: String) -> String {
    address(["passages"] + Self.parts(of: id), queryParameter)
  }

  /// The address of the ways to cite a passage or a quotation in it.
  package func citeAddress(
    ofPassage id: String, quotation: Int? = nil, style: String? = nil
  )
    -> String
  {
    address(
      ["passages"] + Self.parts(of: id) + ["cite"],
      (quotation.map { [("quotation", String($0))] } ?? []) + (style.map { [("style", $0)] } ?? []))
  }

  /// The address where a quotation stands beside its source.
  package func compareAddress(ofQuotation number: Int, inPassage id: String) -> String {
    address(["quotations"] + Self.parts(of: id) + [String(number)])
  }

  /// The address of a person's page.
  package func address(ofPerson name: String) -> String { address(["people", name]) }

  /// The address of a search.
  package func address(ofSearch query: String, _ parameters: [Parameter] = []) -> String {
    address(["search"], [("q", query)] + parameters)
  }

  private static func parts(of id: String) -> [String] {
    id.split(separator: "/").map(String.init)
  }
}
