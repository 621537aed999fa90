// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Paragraphs, pages, notes and text boxes.
extension RTFReader {
  private static let mostStories = 64

  /// What the current paragraph is.
  var kind: Block.Kind {
    if stories[stories.count - 1].story.note != nil { return .note }
    if let outline = group.paragraph.outline, (0..<9).contains(outline) {
      return .heading(level: outline + 2)
    }
    switch styles.role(of: group.paragraph.style) {
    // The title stands above headings of the first level.
    case .title: return .heading(level: 1)
    case .heading(let level): return .heading(level: level + 1)
    case .quotation: return .quotation
    case .verse: return .verse
    case .contents, nil: return group.paragraph.isSetOff ? .quotation : .paragraph
    }
  }

  mutating func readBreak(_ control: RTFControl) {
    let last = stories.count - 1
    switch control {
    case .endLine: stories[last].story.breakLine()
    case .endCell:
      stories[last].story.release(kind, line: line)
      stories[last].story.space()
    case .endSection:
      endParagraph()
      numbers.beginSection()
    case .beginPage:
      guard last == 0 else { return }
      pageCount += 1
      stories[0].story.release(kind, line: line)
      stories[0].story.beginPage(
        Attributed(String(pageCount), .inferred, rule: "page-break", line: line), line: line)
    default: endParagraph()
    }
  }

  private mutating func endParagraph() {
    stories[stories.count - 1].story.endParagraph(kind, line: line)
  }

  // MARK: Notes

  mutating func readNoteMark() {
    flush(group.sink)
    let last = stories.count - 1
    stories[last].story.release(kind, line: line)
    if stories[last].story.note != nil {
      stories[last].story.note?.isNumbered = true
    } else {
      hasNoteMark = true
    }
  }

  mutating func beginNote() {
    flush(group.sink)
    guard stories.count < Self.mostStories, stories[stories.count - 1].story.note == nil else {
      return
    }
    let last = stories.count - 1
    var mark = ""
    if hasNoteMark {
      stories[last].story.release(kind, line: line)
    } else {
      mark = stories[last].story.takeMark()
    }
    let page = stories[0].story.builder.pages.indices.last
    let note = RTFStory.Note(key: noteCount, page: page, mark: mark, isNumbered: hasNoteMark)
    hasNoteMark = false
    noteCount += 1
    begin(RTFStory(note: note))
  }

  mutating func beginBox() {
    flush(group.sink)
    guard stories.count < Self.mostStories, stories[stories.count - 1].story.note == nil else {
      return group.destination = .text
    }
    begin(RTFStory())
  }

  private mutating func begin(_ story: RTFStory) {
    stories.append((story, depth))
    group.destination = .text
    group.paragraph = RTFParagraph()
    (group.isSuperscript, group.isBold) = (false, false)
  }

  /// Ends a note or text box; its blocks follow the paragraph that it stands in.
  mutating func endStory() {
    guard var (story, _) = stories.popLast() else { return }
    story.end(story.note == nil ? .paragraph : .note, line: line)
    var blocks = story.blocks
    let last = stories.count - 1
    if let note = story.note { tie(note, to: &blocks) }
    stories[last].story.adopt(story)
    stories[last].story.follow(blocks)
  }

  /// Ties a note to its mark in the text, which may be one that only programs print.
  private mutating func tie(_ note: RTFStory.Note, to blocks: inout [Block]) {
    let last = stories.count - 1
    guard !blocks.isEmpty else { return stories[last].story.remove(note.mark) }
    let printed = note.mark.isEmpty ? note.label : note.mark
    let isAutomatic = note.isNumbered || printed.isEmpty
    var number = (label: printed, isInferred: false)
    if isAutomatic {
      number = numbers.next(isEndnote: note.isEndnote)
      number.isInferred = number.isInferred || !note.isNumbered
    }
    stories[last].story.mark(
      BlockNote(number: number.label, key: note.key, isInferred: number.isInferred),
      printed: note.mark.isEmpty ? number.label : note.mark, isGenerated: note.mark.isEmpty)
    blocks[0].number = Attributed(
      number.label, number.isInferred ? .inferred : .stated, rule: "note-number",
      evidence: number.label, line: blocks[0].line)
    blocks[0].noteKey = note.key
    for index in blocks.indices { blocks[index].page = note.page }
  }
}
