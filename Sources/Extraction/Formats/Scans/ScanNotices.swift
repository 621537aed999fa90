// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Finds what those who scanned a book added to it: notices on pages of their own, and a line at
/// the foot of each page.
///
/// OCR reads these lines too, and often badly: `Digitized by VjOOQIC`.
struct ScanNotices {
  /// Indices of the lines.
  private(set) var lines: Set<Int> = []

  /// Most lines between the first and the last of a notice.
  private static let longestNotice = 160
  /// Most lines of what follows `Digitized by the Internet Archive`.
  private static let longestCredit = 8

  /// The letters of each line near a hint, or of the beginning of a long one; empty for the others.
  private let letters: [String]
  /// Where the last lines of each notice are, in order.
  private let endings: [[Int]]

  init(_ all: [TextLine]) {
    let near = ScanHints.near(all)
    let letters = zip(all, near).map { line, isNear in
      guard isNear else { return "" }
      return Self.letters(
        line.length <= Self.longestLine ? line.text : String(line.text.prefix(Self.longestLine)))
    }
    self.letters = letters
    endings = ScanNoticeWords.notices.map { notice in
      letters.indices.filter { index in notice.endings.contains { letters[index].contains($0) } }
    }
    var index = 0
    while index < all.count {
      if letters[index].isEmpty {
        index += 1
      } else if let end = endOfNotice(from: index) ?? endOfCredit(all, from: index) {
        lines.formUnion((index..<end).filter { !all[$0].isBlank })
        takeMark(above: index)
        index = end
      } else {
        if isNotice(all, index) { lines.insert(index) }
        index += 1
      }
    }
  }

  private static let longestLine = 160

  /// Takes the company's mark at the top of its notice.
  private mutating func takeMark(above index: Int) {
    let before = (max(0, index - 4)..<index).last { !letters[$0].isEmpty }
    if let before, ScanNoticeWords.isMark(letters[before][...]) { lines.insert(before) }
  }

  /// Takes the notices out of a text, so that blank lines remain.
  static func remove(from all: inout [TextLine], _ omissions: inout Omissions) {
    for index in ScanNotices(all).lines.sorted() {
      omissions.add(all[index].text, rule: "scan-notice")
      all[index].text = ""
      (all[index].length, all[index].indent, all[index].gaps) = (0, 0, [])
    }
  }

  // MARK: Notices on several lines

  private func endOfNotice(from start: Int) -> Int? {
    let first = letters[start]
    guard first.utf8.count >= Self.shortestOpening else { return nil }
    for (notice, endings) in zip(ScanNoticeWords.notices, endings) {
      let beginning = first.prefix(Self.shortestOpening)
      guard notice.openings.contains(where: { $0.hasPrefix(beginning) }) else { continue }
      let opening = letters[start...].prefix(4).joined()
      guard notice.openings.contains(where: { opening.hasPrefix($0) }) else { continue }
      let limit = start + Self.longestNotice
      // The first ending after each: a notice can be there twice, in two languages.
      if let last = endings.last(where: { $0 < limit }), last >= start { return last + 1 }
    }
    return nil
  }

  private static let shortestOpening = 10

  /// The end of `Digitized by the Internet Archive in 2007 with funding from … http://…`.
  private func endOfCredit(_ all: [TextLine], from start: Int) -> Int? {
    let line = all[start]
    guard line.length >= 8, Self.isNear(letters[start], ScanNoticeWords.archiveCredit) else {
      return nil
    }
    var end = start + 1
    var isFunded = ScanNoticeWords.mentionsFunding(line.text)
    for index in (start + 1)..<min(all.count, start + Self.longestCredit) where !all[index].isBlank
    {
      let text = all[index].text
      let isYear = text.lowercased().hasPrefix("in 20") && all[index].length <= 60
      let isAddress = Self.isArchiveAddress(text, letters[index])
      let isFunding = ScanNoticeWords.mentionsFunding(text)
      guard isYear || isAddress || isFunding || isFunded && all[index].length <= 60 else { break }
      // The line after the words is the name of who paid.
      isFunded = isFunding && text.split(separator: " ").count <= 5
      end = index + 1
      if isAddress { break }
    }
    return end
  }

  // MARK: Single lines

  private func isNotice(_ all: [TextLine], _ index: Int) -> Bool {
    let line = all[index]
    let letters = letters[index]
    if line.length <= 48, Self.isDigitizedBy(letters) { return true }
    // `Google` below `Digitized by`.
    if line.length <= 12, index > 0, ScanNoticeWords.isMark(letters[...]),
      self.letters[..<index].suffix(3).last(where: { !$0.isEmpty }) == "digitizedby"
    {
      return true
    }
    if index < Self.headOfPage, Self.isPageTitle(line.text) || ScanNoticeWords.isPageLine(letters) {
      return true
    }
    return Self.isArchiveAddress(line.text, letters)
      || line.length <= 140 && ScanNoticeWords.isMargin(letters)
  }

  /// Number of lines at the top in which an archive's page names the text.
  private static let headOfPage = 60

  /// `Full text of "On Bread"`, with which the Internet Archive heads the page of a text.
  private static func isPageTitle(_ line: String) -> Bool {
    line.hasPrefix("Full text of \"") && line.last == "\"" && line.utf8.count <= 400
  }

  /// `Digitized by Google`, however OCR reads the company's mark.
  private static func isDigitizedBy(_ letters: String) -> Bool {
    guard (9...30).contains(letters.utf8.count) else { return false }
    guard
      ["digitiz", "digitis", "digitlz", "digiliz", "bigitiz"].contains(where: letters.hasPrefix)
    else { return false }
    let rest = letters.dropFirst("digitizedby".count)
    return rest.isEmpty || ScanNoticeWords.isMark(rest)
  }

  private static func isArchiveAddress(_ text: String, _ letters: String) -> Bool {
    guard text.utf8.count <= 120, text.contains("/") else { return false }
    return letters.hasPrefix("http") || letters.hasPrefix("littp") || letters.hasPrefix("www")
      ? ["archiveorgdetails", "arcliiveorgdetails", "archiveorgstream", "arciiiveorgdetails"]
        .contains { letters.contains($0) }
      : false
  }

  // MARK: Letters

  private static func letters(_ text: String) -> String {
    var letters = String.UnicodeScalarView()
    letters.append(contentsOf: text.lowercased().unicodeScalars.filter(\.properties.isAlphabetic))
    return String(letters)
  }

  /// Whether a text begins with some words, but for a few letters that OCR takes for others.
  private static func isNear(_ text: String, _ words: String) -> Bool {
    guard text.hasPrefix("dig") || text.hasPrefix("big") || text.hasPrefix("dlg") else {
      return false
    }
    let (one, other) = (Array(text.utf8.prefix(words.utf8.count + 2)), Array(words.utf8))
    guard one.count + 2 >= other.count else { return false }
    var row = Array(0...other.count)
    var best = other.count
    for (number, letter) in one.enumerated() {
      var next = [number + 1]
      for (place, wanted) in other.enumerated() {
        next.append(
          min(row[place] + (letter == wanted ? 0 : 1), row[place + 1] + 1, next[place] + 1))
      }
      row = next
      best = min(best, row[other.count])
    }
    return best <= 5
  }
}
