// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// What stands in the margins of a page: marks of pages, numbers of lines, and notes.
struct PDFMargins {
  /// Parts of lines of the text itself, in the order of the file.
  private(set) var text: [PDFLine] = []
  /// Marks of the pages of another edition.
  private(set) var marks: [PDFLine] = []
  /// Numbers that count the lines.
  private(set) var lineNumbers: [PDFLine] = []
  /// Notes beside the text, each by its lines.
  private(set) var notes: [[PDFLine]] = []

  /// Number of letters from which a part of a line shows how wide the text is.
  private static let longLine = 30
  private static let minimumLines = 8
  /// Number of parts in the margins above which they are not examined.
  private static let mostOutside = 200

  init(_ boxes: [PDFLine], bodySize: Double) {
    text = boxes
    let long = boxes.filter { $0.text.count > Self.longLine }
    guard let left = long.map(\.left).min(), let right = long.map(\.right).max() else { return }
    var outside: [Int] = []
    var gone: Set<Int> = []
    for (index, box) in boxes.enumerated() {
      if box.left >= right - bodySize || box.right <= left + bodySize,
        PageMark.certainLabel(of: box.text) != nil
      {
        marks.append(box)
        gone.insert(index)
      } else if box.left >= right + 0.5 * bodySize || box.right <= left - 0.5 * bodySize {
        outside.append(index)
      }
    }
    defer { text = boxes.indices.filter { !gone.contains($0) }.map { boxes[$0] } }
    guard long.count >= Self.minimumLines, outside.count <= Self.mostOutside else { return }
    for side in [
      outside.filter { boxes[$0].left < left }, outside.filter { boxes[$0].left >= left },
    ]
    where lineNumbers.isEmpty {
      let numbers = Self.counting(side, boxes)
      lineNumbers = numbers.map { boxes[$0] }
      gone.formUnion(numbers)
    }
    outside.removeAll { gone.contains($0) }
    let beside = boxes.indices.filter { !gone.contains($0) && !outside.contains($0) }
      .map { boxes[$0] }
    let others = outside.map { boxes[$0] }
    if Self.areNotes(others, beside: beside, width: right - left, bodySize) {
      notes = Self.groups(others)
      gone.formUnion(outside)
    }
  }

  /// The numbers of lines among parts in one margin: they rise by one step, at equal distances.
  private static func counting(_ margin: [Int], _ boxes: [PDFLine]) -> [Int] {
    let numbers = margin.compactMap { index in
      boxes[index].text.utf8.count <= 4
        ? Int(boxes[index].text).map { (index: index, top: boxes[index].top, value: $0) } : nil
    }.sorted { $0.top < $1.top }
    guard numbers.count >= 4 else { return [] }
    let steps = zip(numbers.dropFirst(), numbers).map { next, last in
      (by: next.value - last.value, distance: next.top - last.top)
    }
    let usual = steps.map(\.by).sorted()[steps.count / 2]
    let distance = steps.map(\.distance).sorted()[steps.count / 2]
    let regular = steps.count { abs($0.distance - distance) < 0.3 * distance && $0.by == usual }
    return usual >= 1 && regular * 10 >= steps.count * 8 ? numbers.map(\.index) : []
  }

  /// Whether parts beside the text are notes: few, narrow, and not in the rows of its lines, which
  /// labels and numbers of paragraphs are in.
  private static func areNotes(
    _ boxes: [PDFLine], beside text: [PDFLine], width: Double, _ bodySize: Double
  ) -> Bool {
    guard let top = text.map(\.top).min(), let bottom = text.map(\.bottom).max(), !boxes.isEmpty
    else { return false }
    let letters = boxes.reduce(0) { $0 + $1.text.count }
    let isApart = boxes.count { box in
      box.size < 0.93 * bodySize
        || !text.contains { $0.isBeside(box) && abs($0.bottom - box.bottom) < 0.15 * bodySize }
    }
    return letters * 5 <= text.reduce(0) { $0 + $1.text.count }
      && isApart * 2 > boxes.count
      && boxes.allSatisfy { box in
        box.right - box.left <= 0.35 * width && box.middle > top && box.middle < bottom
          && box.text.contains(where: \.isLetter)
      }
  }

  /// Lines that follow one another closely, as those of one note do.
  private static func groups(_ boxes: [PDFLine]) -> [[PDFLine]] {
    var groups: [[PDFLine]] = []
    for box in boxes {
      if let last = groups.last?.last, box.top >= last.top, box.top - last.bottom < 0.8 * box.size,
        box.left < last.right, last.left < box.right
      {
        groups[groups.count - 1].append(box)
      } else {
        groups.append([box])
      }
    }
    return groups
  }
}
