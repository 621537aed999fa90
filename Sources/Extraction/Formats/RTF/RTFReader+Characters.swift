// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Characters of code pages, of Unicode and of symbol fonts, and where they go.
extension RTFReader {
  mutating func read(_ symbol: UInt8) {
    switch symbol {
    case 0x7E: add("\u{A0}")
    case 0x5F: add("-")
    case 0x5C, 0x7B, 0x7D: add([symbol], isRaw: false)
    case 0x09: add(" ")
    default: break
    }
  }

  mutating func add(_ new: some Sequence<UInt8>, isRaw: Bool) {
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

  mutating func add(_ text: String) {
    guard group.destination != .skipped, group.destination != .container else { return }
    decodeBytes()
    run += text
  }

  /// Adds `\uN`, in UTF-16 and mostly as a signed number.
  mutating func addUnicode(_ number: Int) {
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
    // A fact that a second group repeats is the first one's.
    case .fact(let name) where statedFacts.contains(name): return
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
    stories[stories.count - 1].story.isCentred = group.paragraph.isCentred
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
