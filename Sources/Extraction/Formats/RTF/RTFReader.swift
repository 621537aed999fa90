// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Reads a document from its beginning to its end, with the open groups on a stack.
struct RTFReader {
  /// Deepest nesting whose groups have properties of their own.
  private static let deepest = 4_000

  private struct Field {
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
  private var isStarred = false
  private var fields: [Field] = []

  private(set) var facts: [String: String] = [:]
  private(set) var fonts = RTFFonts()
  private(set) var styles = RTFStyles()
  var numbers = RTFNoteNumbers()
  private(set) var decoder = RTFDecoder()
  private var documentPage = 1_252
  private var defaultFont = 0
  private(set) var source = 0
  private(set) var metadata = 0
  /// Number of open groups with properties of their own.
  var depth: Int { groups.count }
  var noteCount = 0
  var pageCount = 1
  /// Whether an automatic mark stands where the next note follows.
  var hasNoteMark = false

  /// Characters in one place: bytes that are not decoded yet, after decoded ones.
  private var run = ""
  private var bytes: [UInt8] = []
  private var bytesPage = 1_252
  private var isRaw = false
  private var highSurrogate: UInt32?
  /// Number of characters to pass over after a Unicode character.
  private var passing = 0
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
    group = outer
  }

  /// Changes the properties of the group; words before it go where they belonged.
  private mutating func change(_ body: (inout RTFGroup) -> Void) {
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

  // MARK: Characters

  private mutating func read(_ symbol: UInt8) {
    switch symbol {
    case 0x7E: add("\u{A0}")
    case 0x5F: add("-")
    case 0x5C, 0x7B, 0x7D: add([symbol], isRaw: false)
    case 0x09: add(" ")
    default: break
    }
  }

  private mutating func add(_ new: some Sequence<UInt8>, isRaw: Bool) {
    guard group.destination != .skipped, group.destination != .container else { return }
    highSurrogate = nil
    if group.destination != .fonts, fonts[group.font]?.isOfSymbols == true {
      for byte in new { addSign(byte) }
      return
    }
    let page =
      group.destination == .fonts
      ? documentPage : fonts.page(of: group.font, documentPage: documentPage)
    // Bytes of one character can be written in both ways.
    let isRaw = isRaw && new.contains { $0 >= 0x80 }
    if page != bytesPage || isRaw && !self.isRaw { decodeBytes() }
    bytesPage = page
    self.isRaw = isRaw
    bytes += new
  }

  /// Adds a sign of a font without letters; only those of the Symbol font are known.
  private mutating func addSign(_ byte: UInt8) {
    let isKnown = fonts[group.font]?.isSymbol == true || byte <= 0x20
    decodeBytes()
    run.unicodeScalars.append(isKnown ? RTFCodePage.symbol(byte) ?? " " : "•")
  }

  private mutating func add(_ text: String) {
    guard group.destination != .skipped, group.destination != .container else { return }
    decodeBytes()
    run += text
  }

  /// Adds `\uN`, in UTF-16 and mostly as a signed number.
  private mutating func addUnicode(_ number: Int) {
    passing = group.substitutes
    guard group.destination != .skipped, group.destination != .container else { return }
    let unit = UInt32(truncatingIfNeeded: number < 0 ? number + 0x1_0000 : number)
    if unit & 0xFC00 == 0xD800, unit < 0x1_0000 {
      highSurrogate = unit
      return
    }
    var value = unit
    if unit & 0xFC00 == 0xDC00, unit < 0x1_0000, let high = highSurrogate {
      value = 0x1_0000 + (high - 0xD800) << 10 + (unit - 0xDC00)
    }
    highSurrogate = nil
    // Signs of symbol fonts are in the private use area.
    if value >= 0xF000, value <= 0xF0FF, group.destination == .text {
      return addSign(UInt8(value - 0xF000))
    }
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    // U+00AD is an optional hyphen, as `\-` is.
    guard value >= 0x20 || value == 9, value != 0xAD else { return }
    add(String(scalar))
  }

  private mutating func decodeBytes() {
    guard !bytes.isEmpty else { return }
    let text = decoder.text(bytes, page: bytesPage, isRaw: isRaw)
    run.unicodeScalars.append(
      contentsOf: text.unicodeScalars.filter { $0.value >= 0x20 && $0 != "\u{AD}" || $0 == "\t" })
    bytes.removeAll(keepingCapacity: true)
  }

  /// Sends the words so far where they belong.
  mutating func flush(_ sink: RTFSink) {
    decodeBytes()
    guard !run.isEmpty else { return }
    let text = Normalization.composed(run)
    run = ""
    let count = Ledger.count(text)
    let last = stories.count - 1
    switch sink.destination {
    case .skipped, .container, .information: return
    case .fonts: fonts.add(name: text)
    case .styles: styles.add(name: text)
    case .fieldInstruction:
      if !fields.isEmpty, fields[fields.count - 1].instruction.utf8.count < 200 {
        fields[fields.count - 1].instruction += text
      }
    case .fact(let name):
      (source, metadata) = (source + count, metadata + count)
      facts[name, default: ""] += text
    case .omitted(let rule):
      source += count
      stories[last].story.omit(text, rule: rule)
    case .listNumber:
      source += count
      stories[last].story.isItem = true
      if Self.isNumber(text) {
        addWords(text, RTFSink(destination: .text))
      } else {
        stories[last].story.remove(text)
      }
    case .text:
      source += count
      addWords(text, sink)
    }
  }

  private mutating func addWords(_ text: String, _ sink: RTFSink) {
    stories[stories.count - 1].story.add(
      text, kind, sink: sink, isItem: group.paragraph.isInTable, line: line)
  }

  /// Whether the sign of a list item is a number or letter rather than a bullet, such as the `o` of
  /// Courier.
  private static func isNumber(_ text: String) -> Bool {
    let bare = text.trimmed
    return bare != "o" && bare.contains { $0.isLetter || $0.isNumber }
  }
}
