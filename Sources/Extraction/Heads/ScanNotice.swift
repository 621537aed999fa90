// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Recognises what those who scan books print before them, in the plain texts of archives.
///
/// The Internet Archive heads the page of a text by `Full text of "On Bread"`; Google prints two
/// pages of terms before each of its books.
struct ScanNotice {
  /// Indices of the paragraphs that belong to notices.
  let parts: Set<Int>

  /// Number of paragraphs in which notices stand.
  static let depth = 40

  /// - Parameter paragraphs: The first paragraphs of a text.
  init(_ paragraphs: [String]) {
    var parts: Set<Int> = []
    var isCertain = false
    for (index, text) in paragraphs.enumerated() {
      let folded = text.prefix(200).lettersAndDigits
      let isSentence = folded.utf8.count >= 12 && Self.starts.contains(where: folded.hasPrefix)
      guard isSentence || Self.lines.contains(folded) || Self.isPageTitle(text) else { continue }
      isCertain = isCertain || isSentence || Self.isPageTitle(text)
      parts.insert(index)
    }
    self.parts = isCertain && parts.count < paragraphs.count ? parts : []
  }

  private static func isPageTitle(_ line: String) -> Bool {
    line.hasPrefix("Full text of \"") && line.last == "\"" && line.utf8.count <= 400
  }

  private static let lines: Set<String> = [
    "google", "seeotherformats", "fulltextof", "aboutgooglebooksearch", "aboutgooglebooks",
    "usageguidelines", "aboutthisbook", "digitizedbygoogle", "ebookandtextsarchive",
  ]

  private static let starts = [
    "thisisadigitalcopyofabookthatwaspreservedforgenerations",
    "ithassurvivedlongenoughforthecopyrighttoexpire",
    "marksnotationsandothermarginaliapresentintheoriginalvolume",
    "googleisproudtopartnerwithlibraries", "wealsoaskthatyou", "makenoncommercialuseofthefiles",
    "refrainfromautomatedquerying", "maintainattributionthegooglewatermark",
    "maintainattribution", "keepitlegalwhateveryouruse", "keepitlegal",
    "googlesmissionistoorganizetheworldsinformation", "digitizedbytheinternetarchive",
    "digitizedbygoogle", "digitizedbymicrosoft", "httpwwwarchiveorgdetails",
    "httpsarchiveorgdetails", "httpbooksgooglecom", "generatedforathathitrust",
    "sourcegallicabnffr",
  ]
}
