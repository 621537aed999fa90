// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Reads a document from its beginning to its end, with the open groups on a stack.
struct RTFReader {
  /// Deepest nesting whose groups have properties of their own.
  private static let deepest = 4_000

  struct Field {
    let depth: Int
    var instruction = ""
  }

  /// The story that is being read, above those that it stands in.
  var stories: [(story: RTFStory, depth: Int)] = [(RTFStory(), 0)]
  var group = RTFGroup()
  private var groups: [RTFGroup] = []
  /// Number of open groups beyond the deepest.
  private var excess = 0
  private(set) var isTooDeep = false
  private(set) var isCut = false
  var isStarred = false
  var fields: [Field] = []

  var facts: [String: String] = [:]
  /// Facts whose groups have ended.
  var statedFacts: Set<String> = []
  var fonts = RTFFonts()
  var styles = RTFStyles()
  var numbers = RTFNoteNumbers()
  var decoder = RTFDecoder()
  var documentPage = 1_252
  private var defaultFont = 0
  var source = 0
  var metadata = 0
  /// Number of open groups with properties of their own.
  var depth: Int { groups.count }
  var noteCount = 0
  var pageCount = 1
  /// Whether an automatic mark stands where the next note follows.
  var hasNoteMark = false

  /// Characters in one place: bytes that are not decoded yet, after decoded ones.
  var run = ""
  var bytes: [UInt8] = []
  var bytesPage = 1_252
  var isRaw = false
  var highSurrogate: UInt32?
  /// Number of characters to pass over after a Unicode character.
  var passing = 0
  private var scanner: RTFScanner
  var line = 1

  init(_ source: [UInt8]) { scanner = RTFScanner(source) }

  mutating func read() {
    while true {
      line = scanner.line
      guard let token = scanner.next() else { break }
      read(token)
    }
    isCut = !groups.isEmpty
    while !groups.isEmpty { close() }
    flush(group.sink)
    stories[0].story.end(kind, line: line)
  }

  private mutating func read(_ token: RTFScanner.Token) {
    switch token {
    case .open: open()
    case .close: close()
    case .bytes(let range):
      isStarred = false
      let skipped = min(passing, range.count)
      passing -= skipped
      guard skipped < range.count else { return }
      add(scanner.source[range.dropFirst(skipped)], isRaw: true)
    case .hex(let byte):
      if isPassing { return }
      add([byte], isRaw: false)
    case .symbol(let symbol):
      if symbol == 0x2A {
        isStarred = true
      } else if !isPassing {
        read(symbol)
      }
    case .word(let word, let number):
      if isPassing { return }
      read(word, number)
      isStarred = false
    }
  }

  /// Whether the next character stands in place of a Unicode character before it.
  private var isPassing: Bool {
    mutating get {
      guard passing > 0 else { return false }
      passing -= 1
      return true
    }
  }

  // MARK: Groups

  private mutating func open() {
    passing = 0
    isStarred = false
    guard groups.count < Self.deepest else {
      excess += 1
      isTooDeep = true
      return
    }
    groups.append(group)
  }

  private mutating func close() {
    passing = 0
    isStarred = false
    guard excess == 0 else {
      excess -= 1
      return
    }
    guard let outer = groups.last else { return }
    // A note ends with its group, and its last words are its own.
    if outer.sink != group.sink || stories.last?.depth == groups.count
      || group.destination == .fonts || group.destination == .styles
    {
      flush(group.sink)
    }
    if let last = stories.last, stories.count > 1, last.depth == groups.count { endStory() }
    if fields.last?.depth == groups.count { fields.removeLast() }
    groups.removeLast()
    if group.destination == .styles { styles.end() }
    if case .fact(let name) = group.destination, outer.destination == .information {
      statedFacts.insert(name)
    }
    group = outer
  }

  /// Changes the properties of the group; words before it go where they belonged.
  mutating func change(_ body: (inout RTFGroup) -> Void) {
    var changed = group
    body(&changed)
    if changed.sink != group.sink { flush(group.sink) }
    group = changed
  }

  // MARK: Control words

  private mutating func read(_ word: String, _ number: Int?) {
    if let control = RTFControl.of(word) { return read(control, word) }
    if isStarred { return change { $0.enter(.skipped) } }
    if readProperty(word, number) || numbers.read(word, number) { return }
    switch word {
    case "u": addUnicode(number ?? 0)
    case "uc": group.substitutes = max(0, min(number ?? 1, 16))
    case "ansicpg":
      if let number, number > 0, RTFCodePage.encoding(of: number) != nil { documentPage = number }
    case "mac": documentPage = 10_000
    case "pc": documentPage = 437
    case "pca": documentPage = 850
    case "deff": defaultFont = number ?? 0
    default: break
    }
  }

  private mutating func read(_ control: RTFControl, _ word: String) {
    switch control {
    case .destination(let destination):
      if case .fact = destination, group.destination != .information { return }
      change { $0.enter(destination) }
    case .character(let text): add(text)
    case .field: if fields.count < Self.deepest { fields.append(Field(depth: groups.count)) }
    case .fieldResult: readFieldResult()
    case .unicodeSpelling where group.destination == .container:
      change { $0.destination = $0.outer }
    case .unicodeSpelling: change { $0.enter(.skipped) }
    case .footnote where group.destination == .text: beginNote()
    case .footnote: break
    case .textBox where [.text, .container].contains(group.destination): beginBox()
    case .textBox: break
    case .noteMark: readNoteMark()
    case .endParagraph, .endLine, .endCell, .endRow, .endSection, .beginPage:
      guard group.destination == .text || group.destination == .container else { return add(" ") }
      flush(group.sink)
      readBreak(control)
    }
    if word == "upr", let outer = groups.last?.destination { group.outer = outer }
  }

  private mutating func readFieldResult() {
    let words = fields.last?.instruction.split(whereSeparator: \.isWhitespace) ?? []
    guard words.first?.uppercased() == "TOC" else { return }
    change { $0.enter(.omitted("contents")) }
  }

  private mutating func readProperty(_ word: String, _ number: Int?) -> Bool {
    let isOn = number != 0
    switch word {
    case "f" where group.destination == .fonts:
      flush(group.sink)
      fonts.begin(number ?? 0)
    case "f": group.font = number ?? 0
    case "fcharset": fonts.state(characterSet: number ?? 0)
    case "cpg": fonts.state(page: number ?? 0)
    case "s" where group.destination == .styles: styles.begin(number ?? 0)
    case "s": group.paragraph.style = number ?? 0
    case "cs", "ds", "ts":
      // Styles of characters, sections and tables have numbers of their own.
      if group.destination == .styles { styles.begin(-1) }
    case "sbasedon" where group.destination == .styles: styles.state(base: number ?? -1)
    case "outlinelevel" where group.destination == .styles: styles.state(outline: number ?? 9)
    case "outlinelevel": group.paragraph.outline = number
    case "plain":
      let font = defaultFont
      change {
        $0.font = font
        ($0.isSuperscript, $0.isHidden, $0.isDeleted, $0.isBold) = (false, false, false, false)
      }
    case "pard": group.paragraph = RTFParagraph()
    case "super": change { $0.isSuperscript = isOn }
    case "up": change { $0.isSuperscript = (number ?? 6) > 0 }
    case "nosupersub", "sub": change { $0.isSuperscript = false }
    case "v": change { $0.isHidden = isOn }
    case "deleted": change { $0.isDeleted = isOn }
    case "b": change { $0.isBold = isOn }
    case "li", "lin": group.paragraph.left = number ?? 0
    case "ri", "rin": group.paragraph.right = number ?? 0
    case "qc": group.paragraph.isCentred = true
    case "ql", "qr", "qj": group.paragraph.isCentred = false
    case "intbl": group.paragraph.isInTable = true
    case "ftnalt": stories[stories.count - 1].story.note?.isEndnote = true
    default: return false
    }
    return true
  }
}
