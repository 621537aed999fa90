// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

extension WordReader {
  mutating func beginRun() -> Frame {
    let outer = run
    let style = stories[stories.count - 1].style
    run = RunState(isBold: style.isBold ?? false, isHidden: style.isHidden ?? false)
    return .run(outer)
  }

  mutating func addWords(_ text: String) {
    guard !text.isEmpty else { return }
    let text = run.isSymbol ? WordSymbol.decoded(text) : text
    // Words outside a paragraph, as in damaged files, are in one of their own.
    if stories[stories.count - 1].paragraph == nil { beginParagraph() }
    if let rule = omission {
      append(.omission(text, rule: rule))
    } else if readingDepth > 0 {
      append(.removal(text, rule: "ruby"))
    } else if run.awaitsMark, text.unicodeScalars.count <= Self.longestMark, setMark(text) {
      run.awaitsMark = false
    } else {
      append(.text(text, isStrong: run.isBold))
    }
  }

  /// Longest mark that people give a note, in code points.
  private static let longestMark = 8

  /// The rule by which words are left out here; `nil` if they are read.
  private var omission: String? {
    // What people wrote into a form may still be marked as its invitation to write.
    let rule = omissions.last { !$0.isEmpty && ($0 != Self.placeholder || run.isPlaceholder) }
    if let rule { return rule }
    if let rule = fields.lazy.compactMap(\.omission).first { return rule }
    if stories.last?.paragraph?.role == .contents { return "contents" }
    return run.isHidden ? "hidden" : nil
  }

  private static let placeholder = "placeholder"

  /// Leaves out the contents of the innermost structured tag.
  mutating func leaveTagOut(_ rule: String) {
    if !omissions.isEmpty { omissions[omissions.count - 1] = rule }
  }

  // MARK: Notes

  mutating func addMark(_ kind: OfficeMark.Kind, _ tag: XMLTag) {
    guard omission == nil, let id = tag["id"] else { return }
    if stories[stories.count - 1].paragraph == nil { beginParagraph() }
    append(.mark(OfficeMark(kind: kind, id: id)))
    run.awaitsMark = WordValue.isOn(tag["customMarkFollows"])
  }

  /// Gives the last mark the form that is printed.
  private mutating func setMark(_ printed: String) -> Bool {
    let last = stories.count - 1
    guard let place = stories[last].paragraph?.pieces.indices.last,
      case .mark(var mark)? = stories[last].paragraph?.pieces[place]
    else { return false }
    mark.printed = printed
    stories[last].paragraph?.pieces[place] = .mark(mark)
    return true
  }

  // MARK: Fields

  /// Most fields within fields that are told apart.
  private static let deepestField = 32

  mutating func readFieldMark(_ type: String?) {
    switch type {
    case "begin":
      if fields.count < Self.deepestField { fields.append(WordField()) } else { deepFields += 1 }
    case "separate":
      if deepFields == 0, !fields.isEmpty { fields[fields.count - 1].hasResult = true }
    case "end": if deepFields > 0 { deepFields -= 1 } else { _ = fields.popLast() }
    default: break
    }
  }
}
