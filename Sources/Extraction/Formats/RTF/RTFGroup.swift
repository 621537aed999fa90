// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// What a group of RTF inherits from the one around it, and can change until it ends.
struct RTFGroup {
  var destination = RTFDestination.text
  /// Where the words around two spellings of the same words go.
  var outer = RTFDestination.text
  var font = 0
  var isSuperscript = false
  var isHidden = false
  var isDeleted = false
  var isBold = false
  /// Number of characters after a Unicode character that stand in its place (`\ucN`).
  var substitutes = 1
  var paragraph = RTFParagraph()

  /// Where words go, and what tells them from others there.
  var sink: RTFSink {
    if destination == .text || destination == .listNumber {
      if isDeleted { return RTFSink(destination: .omitted("deleted")) }
      if isHidden { return RTFSink(destination: .omitted("hidden")) }
      return RTFSink(
        destination: destination, isSuperscript: isSuperscript && destination == .text,
        isBold: isBold)
    }
    return RTFSink(destination: destination)
  }

  /// Enters a destination; within what is left out only words that are nowhere text change theirs.
  mutating func enter(_ new: RTFDestination) {
    switch destination {
    case .skipped: return
    case .omitted:
      if new == .skipped || new == .fieldInstruction { destination = new }
    case .fieldInstruction where new == .text: return
    default: destination = new
    }
  }
}

/// Where words go.
struct RTFSink: Equatable {
  var destination: RTFDestination
  var isSuperscript = false
  var isBold = false
}

/// Properties of a paragraph.
struct RTFParagraph: Equatable {
  var style = 0
  /// Outline level from 0; 9 is that of running text.
  var outline: Int?
  /// Indentation in twentieths of a point.
  var left = 0
  var right = 0
  var isCentred = false
  var isInTable = false

  /// Least indentation on both sides of a quotation: a quarter of an inch.
  private static let quotationIndent = 360

  var isSetOff: Bool {
    left >= Self.quotationIndent && right >= Self.quotationIndent && !isCentred && !isInTable
  }
}
