// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Reads the events of a part with text as paragraphs.
struct WordReader {
  /// A text with paragraphs: that of the part, or one in a text box.
  struct Story {
    var items: [OfficeItem] = []
    var paragraph: OfficeParagraph?
    var style = WordStyles.Style()
    var outline: Int?
    /// The section that ends with the paragraph.
    var section: OfficeSection?
  }

  /// What an open element has to undo when it ends.
  enum Frame {
    case none, silent, omission, paragraph, paragraphProperties, run(RunState)
    case words, instruction, field, box, table(OfficeItem.TablePart), section, reading
    case alternatives, note(String)
  }

  /// What holds for the words of a run.
  struct RunState {
    var isBold = false
    var isHidden = false
    var isPlaceholder = false
    /// Whether its letters are those of the font Symbol.
    var isSymbol = false
    /// Whether the next words are the mark of a note.
    var awaitsMark = false
  }

  /// Where text belongs to.
  enum Place { case between, words, instruction }

  let styles: WordStyles
  let noteKind: OfficeMark.Kind?
  /// Number of parts in other formats that stand in the text and are not read.
  var otherParts = 0
  /// Notes, in parts that hold them.
  var notes: [OfficeNote] = []

  var stories = [Story()]
  var run = RunState()
  var fields: [WordField] = []
  /// Number of open fields that are too deep in others to be told apart.
  var deepFields = 0
  /// Rules of the open elements that leave words out, outermost first; empty for those that do not.
  var omissions: [String] = []
  var isInProperties = false
  var readingDepth = 0
  var section: OfficeSection?
  var sectionNotes: OfficeMark.Kind?
  var paragraphCount = 0

  private var frames: [Frame] = []
  private var silence = 0
  /// For each open set of alternatives, whether one has been chosen.
  private var choices: [Bool] = []
  private var place = Place.between

  /// Deepest text box in text boxes that is kept apart.
  private static let deepestBox = 8

  /// - Parameter notes: What notes the part holds; `nil` if it is the document.
  init(styles: WordStyles, notes: OfficeMark.Kind? = nil) {
    self.styles = styles
    noteKind = notes
  }

  /// The paragraphs of the part.
  var items: [OfficeItem] { stories[0].items }

  mutating func read(_ event: XMLEvent) {
    switch event {
    case .start(let tag): start(tag)
    case .end: end()
    case .text(let text, _):
      switch place {
      case .between: break
      case .words: addWords(text)
      case .instruction: if !fields.isEmpty { fields[fields.count - 1].add(text) }
      }
    case .instruction: break
    }
  }

  // MARK: Elements

  private mutating func start(_ tag: XMLTag) {
    guard silence == 0 else {
      silence += 1
      return frames.append(.silent)
    }
    let frame = enter(WordElement(tag), tag)
    frames.append(frame)
    if case .silent = frame { silence = 1 }
  }

  private mutating func enter(_ element: WordElement, _ tag: XMLTag) -> Frame {
    switch element {
    case .transparent: return .none
    case .silent: return .silent
    case .omitted(let rule):
      // In the properties of a paragraph it says that the end of the paragraph is deleted.
      if isInProperties {
        stories[stories.count - 1].paragraph?.joinsNext = true
        return .none
      }
      omissions.append(rule)
      return .omission
    case .paragraph:
      beginParagraph()
      return .paragraph
    case .paragraphProperties:
      isInProperties = true
      return .paragraphProperties
    case .run: return beginRun()
    case .property: readProperty(tag)
    case .words:
      place = .words
      return .words
    case .instruction:
      place = .instruction
      return .words
    case .space: append(.space)
    case .lineBreak: append(.lineBreak)
    case .breakOrPage: append(tag["type"] == "page" ? .pageBreak : .lineBreak)
    case .pageBreak: append(.pageBreak)
    case .hyphen: addWords("-")
    case .symbol: addWords(WordSymbol.text(tag["char"], font: tag["font"]))
    case .reference(let kind): addMark(kind, tag)
    case .fieldMark: readFieldMark(tag["fldCharType"])
    case .simpleField:
      fields.append(WordField(tag["instr"] ?? "", hasResult: true))
      return .field
    case .structuredTag:
      omissions.append("")
      return .omission
    case .tagProperty(let rule):
      if rule != "contents" || tag["val"] == "Table of Contents" { leaveTagOut(rule) }
    case .box:
      guard stories.count <= Self.deepestBox else { return .none }
      stories.append(Story())
      return .box
    case .table(let part):
      endParagraph()
      stories[stories.count - 1].items.append(.table(part))
      return .table(part)
    case .section:
      section = OfficeSection()
      return .section
    case .sectionProperty: readSectionProperty(tag)
    case .note:
      guard noteKind != nil else { return .none }
      // Lines between the text and the notes have a type (17.11.7).
      guard let id = tag["id"], tag["type"] == nil || tag["type"] == "normal" else {
        return .silent
      }
      stories = [Story()]
      return .note(id)
    case .reading:
      readingDepth += 1
      return .reading
    case .alternatives:
      choices.append(false)
      return .alternatives
    case .choice:
      guard let last = choices.indices.last, !choices[last] else { return .silent }
      choices[last] = true
    case .otherPart: otherParts += 1
    }
    return .none
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
    case .paragraph: endParagraph()
    case .paragraphProperties:
      isInProperties = false
      settleParagraph()
    case .run(let outer): run = outer
    case .words, .instruction: place = .between
    case .field: _ = fields.popLast()
    case .box: endBox()
    case .table(let part):
      endParagraph()
      if let ending = part.ending { stories[stories.count - 1].items.append(.table(ending)) }
    case .section: endSection()
    case .note(let id):
      endParagraph()
      if let noteKind { notes.append(OfficeNote(kind: noteKind, id: id, items: items)) }
      stories = [Story()]
    case .reading: readingDepth -= 1
    case .alternatives: _ = choices.popLast()
    }
  }
}
