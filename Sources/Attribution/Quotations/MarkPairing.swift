// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Pairs the quotation marks of a passage.
///
/// Double marks take precedence. Single marks are paired inside them, or on their own in texts that
/// follow British practice. A quotation that lacks its closing mark ends with the sentence or
/// paragraph, and its span says so.
struct MarkPairing {
  private struct Open {
    var mark: QuotationMark
    var brackets: Int
  }

  /// Maximum length of a quotation in single marks, in code points.
  private static let singleLimit = 1_200

  private let text: [Unicode.Scalar]
  private let marks: [QuotationMark]
  private var open: [Open] = []
  private var brackets = 0
  private(set) var spans: [QuoteSpan] = []
  /// Whether the last double mark that was opened is never closed.
  private(set) var isUnclosed = false
  /// End of a closing mark that precedes any opening mark, in code points.
  private(set) var strayEnd: Int?

  /// Pairs the marks.
  ///
  /// - Parameters:
  ///   - references: Brackets that are certainly references. A quotation does not extend past one,
  ///     unless the next double mark after it is a closing one.
  ///   - convention: Which way the guillemets of the whole text point.
  init(_ text: [Unicode.Scalar], references: [Range<Int>], convention: MarkConvention = .mixed) {
    self.text = text
    marks = QuotationMark.marks(text, convention)
    guard !marks.isEmpty else { return }
    var place = 0
    var reference = 0
    for (index, mark) in marks.enumerated() {
      while reference < references.count, references[reference].upperBound <= mark.start {
        endBefore(references[reference], next: index)
        reference += 1
      }
      if reference < references.count, references[reference].contains(mark.start) { continue }
      count(from: &place, to: mark.start)
      if mark.isSingle { addSingle(mark, index) } else { addDouble(mark, index) }
    }
    while reference < references.count {
      endBefore(references[reference], next: marks.count)
      reference += 1
    }
    finish()
    spans.sort {
      ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound)
    }
    nest()
  }

  /// Sets the nesting depth of each span.
  private mutating func nest() {
    var ends: [Int] = []
    for index in spans.indices {
      while let end = ends.last, end <= spans[index].range.lowerBound { ends.removeLast() }
      spans[index].depth = ends.count
      ends.append(spans[index].range.upperBound)
    }
  }

  private mutating func count(from place: inout Int, to end: Int) {
    while place < end {
      if text[place] == "[" || text[place] == "(" { brackets += 1 }
      if text[place] == "]" || text[place] == ")" { brackets = max(0, brackets - 1) }
      place += 1
    }
  }

  private var openDouble: Int? { open.lastIndex { !$0.mark.isSingle } }

  private mutating func addDouble(_ mark: QuotationMark, _ index: Int) {
    guard let last = openDouble else {
      if mark.canOpen {
        open.append(Open(mark: mark, brackets: brackets))
      } else if spans.isEmpty, strayEnd == nil {
        strayEnd = mark.end
      }
      return
    }
    let next = marks[(index + 1)...].first { !$0.isSingle }
    if mark.canClose, !mark.canOpen {
      close(partner(of: mark) ?? last, at: mark)
    } else if mark.canOpen, !mark.canClose {
      if brackets > open[last].brackets || nests(after: index) || isEnclosed(index, in: last) {
        open.append(Open(mark: mark, brackets: brackets))
      } else {
        closeUnmarked(last, before: mark.start)
        open.append(Open(mark: mark, brackets: brackets))
      }
    } else if next.map({ $0.canClose && !$0.canOpen }) == true, nests(after: index) {
      open.append(Open(mark: mark, brackets: brackets))
    } else {
      close(partner(of: mark) ?? last, at: mark)
    }
  }

  /// The innermost open mark of the same family.
  private func partner(of mark: QuotationMark) -> Int? {
    open.suffix(Self.reach).lastIndex { $0.mark.family == mark.family }
  }

  /// How many marks ahead are looked at before a quotation counts as nested.
  private static let reach = 16

  /// Whether the following marks close both this mark and the one that is already open, in that
  /// order: others of the same kind may open and close between.
  private func nests(after index: Int) -> Bool {
    var depth = 2
    for mark in marks[(index + 1)...].prefix(Self.reach) where !mark.isSingle {
      guard mark.canOpen != mark.canClose else { return false }
      depth += mark.canOpen ? 1 : -1
      if depth == 0 { return true }
    }
    return false
  }

  /// Whether a mark of another family closes before the one that is already open does: `« “so” »`.
  private func isEnclosed(_ index: Int, in outer: Int) -> Bool {
    let family = marks[index].family
    guard family != open[outer].mark.family else { return false }
    for mark in marks[(index + 1)...].prefix(Self.reach) {
      if mark.family == family { return mark.canClose }
      if mark.family == open[outer].mark.family { return false }
    }
    return false
  }

  private mutating func addSingle(_ mark: QuotationMark, _ index: Int) {
    if let last = open.indices.last, open[last].mark.isSingle, mark.canClose {
      if mark.start - open[last].mark.start > Self.singleLimit {
        open.removeLast()
      } else if mark.isDoubtful, hasBetterEnd(after: index) {
        return
      } else {
        close(last, at: mark)
        return
      }
    }
    if mark.canOpen, open.last?.mark.isSingle != true {
      open.append(Open(mark: mark, brackets: brackets))
    }
  }

  /// Whether an unambiguous closing single mark follows before the sentence ends.
  private func hasBetterEnd(after index: Int) -> Bool {
    let start = marks[index].end
    var seen = start
    for mark in marks[(index + 1)...] {
      guard mark.isSingle, mark.start - start <= Self.singleLimit else { return false }
      let since = text[min(seen, mark.start)..<mark.start]
      seen = mark.start
      if since.contains(where: { $0 == "." || $0 == "?" || $0 == "!" }) {
        // The full stop may be the last character of the quotation itself.
        return mark.canClose && !mark.isDoubtful && !mark.canOpen
          && !text[start..<max(start, mark.start - 1)].contains(where: { $0 == "." })
      }
      if mark.canOpen, !mark.canClose { return false }
      if mark.canClose, !mark.isDoubtful { return true }
    }
    return false
  }

  private mutating func close(_ index: Int, at mark: QuotationMark) {
    let first = open[index].mark
    add(first, end: mark.end, inner: first.end..<max(first.end, mark.start), .marked)
    open.removeSubrange(index...)
  }

  /// Ends a quotation that lacks its closing mark.
  private mutating func closeUnmarked(_ index: Int, before limit: Int) {
    let first = open[index].mark
    let end = sentenceEnd(from: first.end, before: limit)
    if end > first.end { add(first, end: end, inner: first.end..<end, .unclosed) }
    open.removeSubrange(index...)
  }

  /// The end of the last complete sentence before `limit`; `limit` itself if there is none.
  private func sentenceEnd(from start: Int, before limit: Int) -> Int {
    var end = limit
    while end > start,
      text[end - 1].isSpace || "([".unicodeScalars.contains(text[end - 1])
    {
      end -= 1
    }
    var index = end
    while index > start {
      if ".?!".unicodeScalars.contains(text[index - 1]), index < text.count,
        text[index].isSpace
      {
        return index
      }
      index -= 1
    }
    return end
  }

  private mutating func endBefore(_ reference: Range<Int>, next: Int) {
    guard let last = openDouble, open[last].mark.end < reference.lowerBound else { return }
    if let following = marks[min(next, marks.count)...].first(where: { !$0.isSingle }),
      following.canClose, !following.canOpen
    {
      return
    }
    var end = reference.lowerBound
    while end > open[last].mark.end, text[end - 1].isSpace { end -= 1 }
    let first = open[last].mark
    add(first, end: end, inner: first.end..<end, .unclosed)
    open.removeSubrange(last...)
  }

  private mutating func finish() {
    guard let last = openDouble else { return }
    isUnclosed = true
    let first = open[last].mark
    add(first, end: text.count, inner: first.end..<text.count, .unclosed)
  }

  private mutating func add(
    _ first: QuotationMark, end: Int, inner: Range<Int>, _ ends: QuoteSpan.Ends
  ) {
    var inner = inner
    while let last = inner.last, text[last].isSpace { inner.removeLast() }
    while let first = inner.first, text[first].isSpace { inner.removeFirst() }
    guard !inner.isEmpty else { return }
    spans.append(
      QuoteSpan(
        range: first.start..<end, inner: inner, depth: 0, isSingle: first.isSingle, ends: ends))
  }
}
