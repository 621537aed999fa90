// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CGumbo
import Corpus

/// The blocks that elements begin and end, and what they are.
extension HTMLReader {
  /// Ends the current block; within a note, only the current line.
  mutating func endBlock(at node: HTMLNode) {
    if builder.mode.kind == .note, notes.noteInBlock[node] == nil {
      builder.breakLine()
    } else if isLine(node, ElementRole.role(of: node.tag)) {
      builder.endLine()
    } else {
      builder.finish()
    }
  }

  mutating func enterBlock(_ node: HTMLNode, _ role: ElementRole, _ hasAttributes: Bool) {
    endBlock(at: node)
    var mode = builder.mode
    if let note = notes.noteInBlock[node] {
      mode = BlockMode(
        kind: .note, treatsBoldAsHeading: mode.treatsBoldAsHeading, note: note,
        language: mode.language)
    } else if mode.kind != .note {
      switch role {
      case .heading:
        mode.kind = .heading(level: ElementRole.headingLevel(node.tag))
        mode.keepsLines = false
      case .quotation where hasAttributes && RoleWords.isVerse(node): readVerse(node, &mode)
      case .quotation: mode.kind = .quotation
      case .preformatted:
        if mode.kind == .paragraph { mode.kind = .verse }
        mode.keepsLines = true
        mode.isPreformatted = true
      default:
        if hasAttributes {
          if RoleWords.isVerse(node) || RoleWords.isStanza(node) {
            readVerse(node, &mode)
          } else if RoleWords.keepsSpace(node) {
            if mode.kind == .paragraph { mode.kind = .verse }
            mode.keepsLines = true
            mode.isPreformatted = true
          } else if mode.kind == .paragraph, RoleWords.isQuotation(node) {
            mode.kind = .quotation
          }
        }
      }
    }
    if mode.kind == .quotation, !mode.keepsLines, role == .block || role == .quotation,
      VerseLines.areBroken(in: node)
    {
      mode.keepsLines = true
      mode.marksLines = true
    }
    if isItem(node) { mode.isItem = true }
    if hasAttributes, let language = node.attribute("lang")?.lowercased() {
      mode.language = language == documentLanguage || language.isEmpty ? nil : language
    }
    if hasAttributes, let place = node.attribute("data-sourcepos") {
      builder.statedLine = Int(place.prefix { $0 != ":" })
    }
    if node.tag == GUMBO_TAG_HGROUP, mode.kind != .note, let level = Self.level(ofGroup: node) {
      mode.kind = .heading(level: level)
      headingGroup = node
    }
    modes.append((node, builder.mode))
    builder.mode = mode
    if let label = notes.labelOfNote[node] {
      builder.remove(label.headText.trimmed, rule: "note-number")
    }
  }

  private func readVerse(_ node: HTMLNode, _ mode: inout BlockMode) {
    mode.kind = .verse
    mode.keepsLines = true
    mode.isStanza = RoleWords.isStanza(node)
    mode.marksLines = mode.isStanza || VerseLines.areMarked(in: node)
  }

  /// Whether an element is an item of a list or a row of a table of data.
  private mutating func isItem(_ node: HTMLNode) -> Bool {
    switch node.tag {
    case GUMBO_TAG_LI, GUMBO_TAG_DT, GUMBO_TAG_DD: true
    case GUMBO_TAG_TR: !isLayout(node)
    default: false
    }
  }

  /// Level of the first heading in a group; `nil` if there is none.
  private static func level(ofGroup group: HTMLNode) -> Int? {
    var walk = HTMLWalk(group)
    while let step = walk.next() {
      if case .enter(let node) = step, node.isElement, ElementRole.role(of: node.tag) == .heading {
        return ElementRole.headingLevel(node.tag)
      }
    }
    return nil
  }

  /// Whether a block is a line of a stanza rather than a block of its own.
  func isLine(_ node: HTMLNode, _ role: ElementRole) -> Bool {
    guard builder.mode.kind == .verse, !builder.mode.isPreformatted, role == .block else {
      return false
    }
    return (builder.mode.isStanza || RoleWords.isLine(node)) && !RoleWords.isStanza(node)
  }

  /// Reads an image of the large initial of a paragraph, whose alternative text is the letter.
  mutating func readInitial(_ image: HTMLNode) {
    guard let letter = InitialImage.letter(of: image), builder.isEmpty else { return }
    builder.insert(letter, rule: "initial-image")
    builder.holdsInitial = !InitialImage.isWord(letter)
  }
}
