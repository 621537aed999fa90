// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// What the notices of libraries and companies that scan books say, in letters only.
enum ScanNoticeWords {
  /// A notice on a page of its own, by how it begins and what its last line contains.
  struct Notice: Sendable {
    var openings: [String]
    var endings: [String]
  }

  static let notices = [
    // Google Books puts a page in front of each book, in the language of the reader.
    Notice(
      openings: [
        "thisisadigitalcopyofabookthatwaspreserved", "thisisareproductionofalibrarybookthatwas",
        "googlethisisadigitalcopyofabook", "diesisteindigitalesexemplareinesbuches",
        "ceciestunecopienumériqued", "estaesunacopiadigitaldeunlibro",
        "informazionisuquestolibro", "questaèlacopiadigitaldi", "questaèlacopiadigitalediunlibro",
        "estaéumacópiadigitaldeumlivro", "ditiseendigitalekopievaneenboek",
        "detteerendigitalkopiafenbog", "dettaärendigitalkopiaavenbok", "этоцифроваякопия",
        "aboutthisbookfromgooglebooks",
      ],
      endings: ["booksgooglecom", "booksgoogle", "booksgooglede", "booksgooglefr"]),
    Notice(
      openings: ["earlyjournalcontentonjstor", "stopearlyjournalcontentonjstor"],
      endings: ["supportjstororg", "contactsupport"]),
  ]

  static let archiveCredit = "digitizedbytheinternetarchive"

  /// Whether a line says who paid for the scan, however OCR reads it.
  static func mentionsFunding(_ text: String) -> Bool {
    let lower = text.lowercased()
    return ["with funding from", "funding from", "witii funding", "with support from"]
      .contains { lower.contains($0) }
  }

  /// Whether letters are OCR's reading of Google's mark: `google`, `vjooqic`, `goosle`.
  static func isMark(_ letters: Substring) -> Bool {
    (3...9).contains(letters.utf8.count)
      && (letters.contains("oo") || letters.hasPrefix("goog") || letters.hasSuffix("gle")
        || letters.hasSuffix("ogle"))
  }

  /// Whether a line is what HathiTrust and Google print in margins.
  static func isMargin(_ letters: String) -> Bool {
    margins.contains { letters.contains($0) }
  }

  /// Whether a line is one that the Internet Archive prints above the text of a scan.
  static func isPageLine(_ letters: String) -> Bool {
    ["seeotherformats", "fulltextof", "ebookandtextsarchive", "aboutgooglebooksearch"]
      .contains(letters)
  }

  private static let margins = [
    "hathitrustorgaccess", "hdlhandlenetmdp", "hdlhandlenetuc", "hdlhandlenetnyp",
    "hdlhandlenethvd", "publicdomaingoogledigitized",
    "publicdomainintheunitedstatesgoogledigitized",
    "generatedforanonymous",
  ]
}
