// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The words of Rich Text: what stands between its control words.
///
/// A group is passed over if it begins with `\*` or with one of a few words; what is left of the
/// control words has no letters.
struct PlainRTF {
  private static let silent: Set<String> = [
    "fonttbl", "colortbl", "stylesheet", "pict", "fldinst", "objdata", "nonshppict", "shprslt",
    "listtable", "listoverridetable", "sp", "nonesttables", "creatim", "revtim", "printim",
    "buptim", "operator", "company", "manager", "generator", "private", "keywords", "subject",
    "doccomm", "category", "comment", "template", "filetbl", "revtbl",
  ]
  /// Groups with `\*` that have words all the same.
  private static let spoken: Set<String> = [
    "shpinst", "ud", "nesttableprops", "annotation", "footnote",
  ]
  private static let signs: [String: String] = [
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "tab": " ", "line": " ", "cell": " ", "row": "\n", "par": "\n", "sect": "\n", "page": "\n",
    "nestcell": " ", "nestrow": "\n", "bullet": "•", "title": "\n", "author": "\n",
    "footnote": "\n", "header": "\n", "footer": "\n",
  ]

  private let source: [UInt8]
  private var index = 0
  /// Whether each open group is passed over, and how many bytes stand in for a character in it.
  private var groups: [(isSilent: Bool, substitutes: Int)] = []
  private var isSilent = false
  private var substitutes = 1
  private var isStarred = false
  private var line = 1
  /// The current paragraph: bytes in some code page, and characters.
  private var bytes: [UInt8] = []
  private var text = ""
  private var paragraphs: [PlainReading.Paragraph] = []
  /// Runs of bytes beyond ASCII, and the sign that stands for each in its paragraph.
  private var runs: [[UInt8]] = []
  private static let placeholder: Unicode.Scalar = "\u{F8FF}"
  private let accounted: AccountedText

  static func read(_ bytes: [UInt8], like accounted: AccountedText) -> PlainReading {
    var reader = PlainRTF(bytes, accounted)
    while reader.index < bytes.count { reader.step() }
    reader.finish()
    reader.resolveRuns()
    return PlainReading(reader.paragraphs)
  }

  private init(_ source: [UInt8], _ accounted: AccountedText) {
    self.source = source
    self.accounted = accounted
  }

  private mutating func step() {
    let byte = source[index]
    index += 1
    switch byte {
    case 0x7B: if groups.count < 1 << 20 { groups.append((isSilent, substitutes)) }
    case 0x7D: if let group = groups.popLast() { (isSilent, substitutes) = group }
    case 0x0A: line += 1
    case 0x0D, 0: break
    case 0x5C: control()
    default: if !isSilent { bytes.append(byte) }
    }
  }

  private mutating func control() {
    guard index < source.count else { return }
    let first = source[index]
    index += 1
    switch first {
    case 0x27:
      let digits = String(decoding: source[index...].prefix(2), as: UTF8.self)
      index = min(index + 2, source.count)
      if !isSilent, let value = UInt8(digits, radix: 16) { bytes.append(value) }
    case 0x2A: isStarred = true
    case 0x7E: add(" ")
    case 0x5F: add("-")
    case 0x5C, 0x7B, 0x7D: if !isSilent { bytes.append(first) }
    case 0x0A, 0x0D: finish()
    case 0x41...0x5A, 0x61...0x7A: word(index - 1)
    default: break
    }
  }

  private mutating func word(_ start: Int) {
    while index < source.count, (source[index] | 0x20) &- 0x61 < 26 { index += 1 }
    let name = String(decoding: source[start..<index], as: UTF8.self)
    let first = index
    while index < source.count, source[index] == 0x2D && index == first || source[index] &- 48 < 10
    {
      index += 1
    }
    let number = Int(String(decoding: source[first..<index], as: UTF8.self))
    if index < source.count, source[index] == 0x20 { index += 1 }
    if Self.silent.contains(name) || isStarred && !Self.spoken.contains(name) { isSilent = true }
    if name == "ud", let outer = groups.dropLast().last { isSilent = outer.isSilent }
    if name == "upr" { isSilent = true }
    isStarred = false
    switch name {
    case "bin": index += max(0, min(number ?? 0, source.count - index))
    case "uc": substitutes = max(0, min(number ?? 1, 16))
    case "u":
      let unit = UInt16(truncatingIfNeeded: number ?? 0)
      if !isSilent { units.append(unit) }
      pass(substitutes)
    default: if let sign = Self.signs[name] { sign == "\n" ? finish() : add(sign) }
    }
  }

  /// Code units of UTF-16 that follow each other.
  private var units: [UInt16] = []

  /// Passes over what stands in for a Unicode character.
  private mutating func pass(_ count: Int) {
    flushBytes()
    if units.last.map({ $0 & 0xFC00 != 0xD800 }) == true {
      add(String(decoding: units, as: UTF16.self))
      units = []
    }
    for _ in 0..<count where index < source.count {
      if source[index] == 0x5C, index + 1 < source.count, source[index + 1] == 0x27 {
        index = min(index + 4, source.count)
      } else if ![0x5C, 0x7B, 0x7D].contains(source[index]) {
        index += 1
      }
    }
  }

  private mutating func add(_ sign: String) {
    guard !isSilent else { return }
    flushBytes()
    text += sign
  }

  private mutating func flushBytes() {
    guard !bytes.isEmpty else { return }
    if bytes.allSatisfy({ $0 < 0x80 }) {
      text += String(decoding: bytes, as: UTF8.self)
    } else {
      runs.append(bytes.map { $0 == 0x0A ? 0x20 : $0 })
      text.unicodeScalars.append(Self.placeholder)
    }
    bytes = []
  }

  /// Puts the decoded runs in their places; they are decoded once, in one encoding.
  private mutating func resolveRuns() {
    guard !runs.isEmpty else { return }
    let decoded = PlainDecoding.text(Array(runs.joined(separator: [0x0A])), like: accounted)
      .split(separator: "\n", omittingEmptySubsequences: false)
    var next = 0
    for index in paragraphs.indices {
      var text = String.UnicodeScalarView()
      for scalar in paragraphs[index].text.unicodeScalars {
        if scalar == Self.placeholder {
          if next < decoded.count { text += decoded[next].unicodeScalars }
          next += 1
        } else {
          text.append(scalar)
        }
      }
      paragraphs[index].text = String(text)
    }
  }

  private mutating func finish() {
    guard !isSilent else { return }
    flushBytes()
    if text.contains(where: { !$0.isWhitespace }) {
      paragraphs.append(.init(text: text, place: "line \(line)", line: line))
    }
    text = ""
  }
}
