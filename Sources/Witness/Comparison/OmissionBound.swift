// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// How many words a rule may leave out of one file before that is a fault of its own.
struct OmissionBound: Sendable {
  /// Words that may always be left out.
  var words: Int
  /// Words that may be left out for each page of the file.
  var wordsPerPage = 0
  /// Share of the words of the file.
  var share = 0.0
  /// Why the bound is what it is.
  var reason: String

  func allows(_ omitted: Int, of words: Int, pages: Int) -> Bool {
    omitted <= max(self.words, wordsPerPage * pages, Int(share * Double(words)))
  }

  /// The bound of a rule; that of unknown rules for rules that the table does not name.
  static func of(_ rule: String) -> OmissionBound { table[rule] ?? unknown }

  private static let unknown = OmissionBound(
    words: 60, share: 0.02, reason: "A rule without a bound of its own leaves out little.")

  private static let head = OmissionBound(
    words: 100, wordsPerPage: 20, reason: "A running head is a line on a page.")
  private static let number = OmissionBound(
    words: 40, wordsPerPage: 3, share: 0.01,
    reason: "A page has one number, with a word or two, and some hundred words of text.")
  private static let frontMatter = OmissionBound(
    words: 800, share: 0.05, reason: "Title page and imprint take a page or two.")
  private static let navigation = OmissionBound(
    words: 1_500, share: 0.15,
    reason: "Menus and tables of contents are long in a short page, but not in a book.")

  private static let table: [String: OmissionBound] = [
    "running-head": head,
    "page-footer": head,
    "page-number": number,
    "page-mark": number,
    "anchor": number,
    "rule": OmissionBound(
      words: 20, wordsPerPage: 1, reason: "Lines and ornaments have hardly any letters."),
    "image": OmissionBound(
      words: 200, share: 0.05, reason: "An image is a file name and a caption."),
    "comment": OmissionBound(
      words: 300, share: 0.05, reason: "Comments are remarks of editors."),
    "navigation": navigation,
    "contents": navigation,
    "front-matter": frontMatter,
    "title-page": frontMatter,
    "imprint": frontMatter,
    "fallback": OmissionBound(
      words: 400, share: 0.02, reason: "Notices that media cannot be shown stand beside each."),
    "byline": OmissionBound(
      words: 100, share: 0.02, reason: "A byline is a line, which archives of several texts repeat."
    ),
    "hidden": OmissionBound(
      words: 200, share: 0.05, reason: "What readers do not see is seldom text."),
    "deleted": OmissionBound(
      words: 500, share: 0.2, reason: "Deletions that nobody accepted are part of a draft."),
    "placeholder": OmissionBound(
      words: 200, share: 0.2, reason: "Forms invite people to write, a few words in each place."),
    "variant": OmissionBound(
      words: 500, share: 0.5, reason: "An edition of several witnesses prints all their readings."),
    "index-entry": OmissionBound(
      words: 300, share: 0.05, reason: "Words marked for an index stand in the text too."),
    "scan-notice": OmissionBound(
      words: 1_200, wordsPerPage: 12,
      reason: "A notice takes a page or two, and its line at the foot a few words."),
    "transcribers-note": OmissionBound(
      words: 1_500, share: 0.1, reason: "A list of corrections may take some pages."),
    "gutenberg-credits": OmissionBound(words: 150, reason: "Credits are a few lines."),
    "gutenberg-header": OmissionBound(
      words: 3_500, reason: "The header had the whole small print until 2003."),
    "gutenberg-licence": OmissionBound(
      words: 4_500, reason: "The licence has 3,000 words; the index page adds some."),
    "metadata": OmissionBound(
      words: 400, share: 0.03, reason: "Titles, bylines and dates are a few lines."),
    "marks": OmissionBound(
      words: 60, wordsPerPage: 4, share: 0.08, reason: "Marks and numbers of notes and pages."),
  ]
}
