// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Reads the text of a document, element by element.
struct TEIReader {
  /// What elements inherit from those around them.
  struct Mode {
    var kind = Block.Kind.paragraph
    var isItem = false
    var speaker: Attributed<String>?
    var language: String?
    /// Number of open divisions.
    var divisions = 0
    var isInQuotation = false
    /// Whether an element is open whose words form a block.
    var isInBlock = false
    var isSilent = false
    var omission: String?
  }

  /// An open element.
  struct Open {
    let name: String
    let role: TEIRole
    /// The mode around it.
    let outer: Mode
    /// Whether it ends a block when it ends.
    var endsBlock = false
  }

  let survey: TEISurvey
  /// Language of the document; blocks in it state none.
  let language: String?
  var writer = BlockWriter()
  var mode = Mode()
  var open: [Open] = []
  /// Whether words go into the current block, or else begin a new one.
  var isOpen = false
  /// Depth of the element whose lines of verse form the current block.
  var verseDepth: Int?

  /// The label of a speaker that precedes the next words.
  var label: (text: String, name: String, line: Int)?
  /// Words that are kept until their element ends.
  var captured: (text: String, depth: Int)?
  var choices: [Choice] = []
  /// The note that the reference being read leads to.
  var reference: Int?
  /// Who speaks from here on, by the label in the text.
  var pendingSpeaker: Attributed<String>?
  /// Quotations in the text: whether marks were inserted, which the next words tell.
  var quotations: [(depth: Int, isInserted: Bool?)] = []
  var lastScalar: Unicode.Scalar = " "
  /// A hyphen at the end of the words so far.
  var hyphen: (text: String, isAtLineEnd: Bool)?
  /// Whether the next words belong to the last one.
  var joinsNext = false
  /// Whether space stands before a word or sign, which the sign tells.
  var holdsSpace = false
  var lastClosed = ""
  var noteCount = 0
  var openNotes: [(wasOpen: Bool, depth: Int)] = []
  var pageCount = 0
  var lastPage: String?
  /// Lines of the title page.
  var titlePage: [(text: String, line: Int)] = []
  var apparatus: [(depth: Int, hasReading: Bool)] = []

  init(_ survey: TEISurvey, language: String?) {
    self.survey = survey
    self.language = language
  }

  mutating func read(_ event: XMLEvent) {
    switch event {
    case .start(let tag): start(tag)
    case .end(let name): end(name)
    case .text(let text, let line): add(text, line: line)
    case .instruction: break
    }
  }

  // MARK: Words

  mutating func add(_ text: String, line: Int) {
    if mode.isSilent || open.isEmpty { return }
    if captured != nil {
      captured?.text += text
      return
    }
    if let choice = choices.last, choice.isReadingPrinted {
      choices[choices.count - 1].printed += text
      return
    }
    if let rule = mode.omission {
      if rule == "title-page" { addTitlePage(text, line: line) }
      return writer.omit(text, rule: rule)
    }
    if text.allSatisfy(\.isWhitespace) { return addSpace() }
    addWords(text, line: line)
  }

  private mutating func addSpace() {
    guard isOpen, !joinsNext else { return }
    if lastClosed == "w" || lastClosed == "pc" {
      if !survey.hasSpaceElements { holdsSpace = true }
    } else {
      writer.space()
      lastScalar = " "
    }
  }

  private mutating func addWords(_ text: String, line: Int) {
    beginIfNeeded(line: line)
    var words = text[...]
    if holdsSpace {
      holdsSpace = false
      let isClosing = words.first.map { ".,;:!?)]}’”»…".contains($0) } ?? false
      if open.last?.name != "pc" || !isClosing { writer.space() }
    }
    if joinsNext {
      words = words.drop(while: \.isWhitespace)
      writer.joinNext()
      joinsNext = false
    }
    if hyphen != nil { words = resolveHyphen(before: words, line: line) }
    decideQuotation(before: words)
    let tail = Self.hyphen(endOf: words)
    if let tail { words = words[..<tail] }
    // Only `l` and the end of a stanza end a line of verse.
    writer.add(
      words.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: " "),
      line: line)
    if let last = words.unicodeScalars.last { lastScalar = last }
    if let tail { hyphen = (String(text[tail...]), false) }
  }

  mutating func beginIfNeeded(line: Int) {
    guard !isOpen else { return }
    isOpen = true
    let isVerse = mode.kind == .verse
    // The label in the text is what tells the words of the speaker from it.
    var speaker = mode.speaker
    speaker?.evidence = label?.name
    writer.begin(
      mode.kind, line: line, isItem: mode.isItem, language: mode.language, speaker: speaker)
    lastScalar = " "
    guard let label else { return }
    self.label = nil
    writer.add(label.text, line: label.line)
    if isVerse { writer.breakLine() } else { writer.space() }
  }

  mutating func endBlock() {
    flushHyphen()
    joinsNext = false
    holdsSpace = false
    if openNotes.isEmpty {
      writer.end()
      isOpen = false
    } else {
      writer.space()
    }
    verseDepth = nil
  }

  // MARK: Hyphens

  private static let hyphens: Set<Unicode.Scalar> = ["-", "¬", "‐", "⸗", "\u{AD}"]

  /// Where a hyphen and the space after it begin, if a text ends so.
  private static func hyphen(endOf text: Substring) -> String.Index? {
    let scalars = text.unicodeScalars
    guard let last = scalars.lastIndex(where: { !$0.properties.isWhitespace }),
      hyphens.contains(scalars[last]), last > scalars.startIndex,
      scalars[scalars.index(before: last)].properties.isAlphabetic
    else { return nil }
    return last
  }

  /// Decides about the hyphen before some words, which a line end follows.
  ///
  /// - Returns: The words without the space of the line end.
  private mutating func resolveHyphen(before words: Substring, line: Int) -> Substring {
    guard let held = hyphen, held.isAtLineEnd else {
      flushHyphen()
      return words
    }
    hyphen = nil
    let rest = words.drop(while: \.isWhitespace)
    let sign = held.text.trimmed
    if sign != "-" && sign != "‐" || rest.first?.isLowercase == true {
      writer.remove(sign + "\n", rule: "hyphen-joined")
    } else {
      writer.add(sign, line: line)
    }
    writer.joinNext()
    return rest
  }

  mutating func flushHyphen() {
    guard let held = hyphen else { return }
    hyphen = nil
    writer.add(held.text, line: 1)
  }

  // MARK: Quotations

  private static let marks: Set<Unicode.Scalar> = [
    "“", "”", "„", "«", "»", "‹", "›", "‘", "‚", "\"", "「", "『", "'", "—", "–",
  ]

  /// Inserts the marks that a quotation is printed with, unless its words or those before it have
  /// them.
  private mutating func decideQuotation(before words: Substring) {
    for index in quotations.indices where quotations[index].isInserted == nil {
      let first = words.unicodeScalars.first { !$0.properties.isWhitespace } ?? "“"
      let hasMarks = Self.marks.contains(first) || Self.marks.contains(lastScalar)
      quotations[index].isInserted = !hasMarks
      if !hasMarks {
        let isSpaced = words.first?.isWhitespace == true
        if isSpaced { writer.space() }
        writer.insert(mark(isOpening: true, depth: index), isOpening: true)
      }
    }
  }

  mutating func endQuotation() {
    guard let last = quotations.last, last.depth == open.count else { return }
    if last.isInserted == true {
      flushHyphen()
      writer.insert(mark(isOpening: false, depth: quotations.count - 1), isOpening: false)
    }
    quotations.removeLast()
  }

  private func mark(isOpening: Bool, depth: Int) -> String {
    let marks = QuotationElement.marks(mode.language ?? language ?? "en")
    return String(marks[(depth % 2 == 1 ? 2 : 0) + (isOpening ? 0 : 1)])
  }

  /// The number of a note or page in an attribute, without brackets: `12)`, `[iv]`; empty if the
  /// attribute says something else.
  static func label(_ text: String, longest: Int = 6) -> String {
    let bare = text.trimmed.filter { !"()[]{}.".contains($0) }.trimmed
    return bare.unicodeScalars.count <= longest && !bare.contains(" ") ? bare : ""
  }
}
