// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Reads the events of a document's files as paragraphs.
struct ODTReader {
  /// A text with paragraphs: that of the document, of a note, or one in a frame.
  private struct Story {
    var items: [OfficeItem] = []
    var paragraph: OfficeParagraph?
    var style = ODTStyles.Style()
    var listDepth = 0
    var isBold = false
    var isHidden = false
  }

  /// What an open element has to undo when it ends.
  private enum Frame {
    case none, silent, omission, body, paragraph, words(isBold: Bool, isHidden: Bool)
    case note, citation, noteBody, box(omission: String?), list, table(OfficeItem.TablePart)
    case removal
  }

  private(set) var notes: [OfficeNote] = []
  /// Number of formulas, charts and documents that are in files of their own and are not read.
  private(set) var otherParts = 0

  private var styles = ODTStyles()
  private var stories = [Story()]
  private var frames: [Frame] = []
  private var silence = 0
  private var omissions: [String] = []
  private var removals: [String] = []
  private var isInBody = false
  private var paragraphCount = 0
  /// The marks of the open notes.
  private var marks: [OfficeMark] = []
  private var isInCitation = false

  /// Deepest frame in frames that is kept apart.
  private static let deepestBox = 8

  /// The paragraphs of the document.
  var items: [OfficeItem] { stories[0].items }

  mutating func read(_ event: XMLEvent) {
    switch event {
    case .start(let tag): start(tag)
    case .end: end()
    case .text(let text, _): if silence == 0 { add(text) }
    case .instruction: break
    }
  }

  // MARK: Elements

  private mutating func start(_ tag: XMLTag) {
    guard silence == 0 else {
      silence += 1
      return frames.append(.silent)
    }
    let name = ODTElement.name(tag)
    if !isInBody { styles.read(name, tag) }
    let frame = enter(ODTElement(name), tag)
    frames.append(frame)
    if case .silent = frame { silence = 1 }
  }

  private mutating func enter(_ element: ODTElement, _ tag: XMLTag) -> Frame {
    switch element {
    case .transparent: return .none
    case .silent: return .silent
    case .omitted(let rule): return omit(rule)
    case .conditional:
      let isHidden =
        tag["display"] == "none" || tag["is-hidden"] == "true"
      return isHidden ? omit("hidden") : .none
    case .body:
      isInBody = true
      return .body
    case .paragraph: return beginParagraph(styles.paragraph(tag["style-name"]), level: nil)
    case .heading:
      let level = tag["outline-level"].flatMap { Int($0) } ?? 1
      return beginParagraph(styles.paragraph(tag["style-name"]), level: min(max(level, 1), 10))
    case .words:
      let last = stories.count - 1
      let outer = Frame.words(isBold: stories[last].isBold, isHidden: stories[last].isHidden)
      let style = styles.words(tag["style-name"])
      stories[last].isBold = style.isBold ?? stories[last].isBold
      stories[last].isHidden = style.isHidden ?? stories[last].isHidden
      return outer
    case .space: append(.space)
    case .lineBreak: append(.lineBreak)
    case .pageBreak: append(.pageBreak)
    case .note:
      let kind: OfficeMark.Kind = tag["note-class"] == "endnote" ? .endnote : .footnote
      marks.append(OfficeMark(kind: kind, id: String(notes.count + marks.count + 1)))
      return .note
    case .citation:
      guard !marks.isEmpty else { return .none }
      isInCitation = true
      return .citation
    case .noteBody:
      guard !marks.isEmpty else { return .none }
      stories.append(Story())
      return .noteBody
    case .box(let omission):
      guard stories.count <= Self.deepestBox else { return .none }
      stories.append(Story())
      return .box(omission: omission)
    // In a flat file it stands here.
    case .object: if tag["href"] != nil { otherParts += 1 }
    case .list:
      stories[stories.count - 1].listDepth += 1
      return .list
    case .table(let part):
      endParagraph()
      stories[stories.count - 1].items.append(.table(part))
      return .table(part)
    case .removed(let rule):
      removals.append(rule)
      return .removal
    }
    return .none
  }

  private mutating func omit(_ rule: String) -> Frame {
    omissions.append(rule)
    return .omission
  }

  private mutating func end() {
    guard let frame = frames.popLast() else { return }
    if silence > 0 {
      silence -= 1
      return
    }
    switch frame {
    case .none, .silent: break
    case .omission: _ = omissions.popLast()
    case .body: isInBody = false
    case .paragraph: endParagraph()
    case .words(let isBold, let isHidden):
      stories[stories.count - 1].isBold = isBold
      stories[stories.count - 1].isHidden = isHidden
    case .note: if let mark = marks.popLast() { endNote(mark) }
    case .citation: isInCitation = false
    case .noteBody:
      endParagraph()
      guard let body = stories.popLast(), let mark = marks.last else { return }
      notes.append(OfficeNote(kind: mark.kind, id: mark.id, items: body.items))
    case .box(let omission): endBox(omission)
    case .list: stories[stories.count - 1].listDepth -= 1
    case .table(let part):
      endParagraph()
      if let ending = part.ending { stories[stories.count - 1].items.append(.table(ending)) }
    case .removal: _ = removals.popLast()
    }
  }

  // MARK: Paragraphs

  private mutating func beginParagraph(_ style: ODTStyles.Style, level: Int?) -> Frame {
    endParagraph()
    if isInBody { paragraphCount += 1 }
    let last = stories.count - 1
    var paragraph = OfficeParagraph()
    paragraph.number = paragraphCount
    paragraph.role = style.role ?? .body
    if let level, paragraph.role != .title { paragraph.role = .heading(level: level) }
    paragraph.isItem = stories[last].listDepth > 0 && [.body, .quotation].contains(paragraph.role)
    if style.breaksBefore == true { paragraph.pieces.append(.pageBreak) }
    stories[last].paragraph = paragraph
    stories[last].style = style
    stories[last].isBold = style.isBold ?? false
    stories[last].isHidden = style.isHidden ?? false
    return .paragraph
  }

  private mutating func endParagraph() {
    let last = stories.count - 1
    guard var paragraph = stories[last].paragraph else { return }
    if stories[last].style.breaksAfter == true { paragraph.pieces.append(.pageBreak) }
    stories[last].paragraph = nil
    stories[last].items.append(.paragraph(paragraph))
  }

  /// Adds a piece; a break between paragraphs, of pages or lines, is at the end of the last one.
  private mutating func append(_ piece: OfficePiece) {
    let last = stories.count - 1
    if stories[last].paragraph != nil {
      stories[last].paragraph?.pieces.append(piece)
    } else if case .pageBreak = piece {
      stories[last].items.append(
        .paragraph(OfficeParagraph(number: paragraphCount, pieces: [piece])))
    }
  }

  private mutating func add(_ text: String) {
    if isInCitation, !marks.isEmpty {
      return marks[marks.count - 1].printed = (marks[marks.count - 1].printed ?? "") + text
    }
    let last = stories.count - 1
    if stories[last].paragraph == nil {
      // Between paragraphs there should be only line ends, for those who read the file.
      guard isInBody, !text.allSatisfy(\.isWhitespace) else { return }
      _ = beginParagraph(ODTStyles.Style(), level: nil)
    }
    guard let paragraph = stories[last].paragraph else { return }
    if let rule = omissions.last {
      append(.omission(text, rule: rule))
    } else if paragraph.role == .contents {
      append(.omission(text, rule: "contents"))
    } else if stories[last].isHidden {
      append(.omission(text, rule: "hidden"))
    } else if let rule = removals.last {
      append(.removal(text, rule: rule))
    } else {
      append(.text(text, isStrong: stories[last].isBold))
    }
  }

  // MARK: Notes and frames

  private mutating func endNote(_ mark: OfficeMark) {
    guard omissions.isEmpty else {
      // A deleted note goes with its text; the words of its body have been left out already.
      if let printed = mark.printed { append(.omission(printed, rule: omissions.last ?? "")) }
      return
    }
    var mark = mark
    if mark.printed?.allSatisfy(\.isWhitespace) == true { mark.printed = nil }
    append(.mark(mark))
  }

  private mutating func endBox(_ omission: String?) {
    endParagraph()
    guard let box = stories.popLast(), !box.items.isEmpty else { return }
    let last = stories.count - 1
    if let omission {
      for words in box.items.words { append(.omission(words, rule: omission)) }
    } else if stories[last].paragraph != nil {
      append(.box(box.items))
    } else {
      stories[last].items += box.items
    }
  }
}
