// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CGumbo

extension UnsafePointer<GumboNode> {
  /// The start of an element's text, enough to examine a mark.
  var headText: String {
    var text = ""
    var walk = HTMLWalk(self)
    while let step = walk.next(), text.utf8.count < 64 {
      if case .enter(let inner) = step, inner.isText, let piece = inner.text {
        text += String(cString: piece)
      }
    }
    return text
  }

  /// Whether an element has more than a number of bytes of text.
  func hasText(longerThan limit: Int) -> Bool {
    var size = 0
    var walk = HTMLWalk(self)
    while size <= limit, let step = walk.next() {
      if case .enter(let inner) = step, inner.isText, let piece = inner.text {
        size += String(cString: piece).utf8.count
      }
    }
    return size > limit
  }

  /// The whole text of an element.
  var wholeText: String {
    var text = ""
    var walk = HTMLWalk(self)
    while let step = walk.next() {
      if case .enter(let inner) = step, inner.isText, let piece = inner.text {
        text += String(cString: piece)
      }
    }
    return text
  }
}
