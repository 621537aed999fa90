// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Divides a page at the strips of white space between its columns.
///
/// A gutter is an upright strip that no line crosses, with running text on both sides (whitespace
/// analysis: T. Breuel, “Two Geometric Algorithms for Layout Analysis”, 2002). What is above it is
/// read first, then its sides, then what is below; each is divided further in the same way (X-Y cut:
/// G. Nagy and S. Seth, “Hierarchical Representation of Optically Scanned Documents”, 1984). Cells
/// of tables, markers of lists and numbers in margins are not running text, so nothing is divided
/// there.
struct PDFGutters {
  /// A strip between columns.
  struct Gutter: Equatable {
    var left: Double
    var right: Double
    var top: Double
    var bottom: Double
  }

  /// Parts of lines in the order of the file, within which spaces are narrow.
  private let boxes: [PDFLine]
  private let bodySize: Double
  private let isRightToLeft: Bool
  /// Indices of the boxes of each column, in reading order.
  private(set) var columns: [[Int]] = []

  /// Smallest width of a gutter, in type sizes.
  private static let narrowest = 0.8
  /// Number of boxes above which the order of the file is taken.
  private static let mostBoxes = 2_000
  /// Number of regions into which a page is divided at most, and of strips that are tried in each.
  private static let mostRegions = 48
  private static let mostStrips = 300

  /// - Parameter boxes: Parts of lines that do not cross gutters.
  init(_ boxes: [PDFLine], bodySize: Double, isRightToLeft: Bool) {
    self.boxes = boxes
    self.bodySize = max(bodySize, 1)
    self.isRightToLeft = isRightToLeft
    var regions = [Array(boxes.indices)]
    var divisions = boxes.count > Self.mostBoxes ? 0 : Self.mostRegions
    while let region = regions.popLast() {
      guard !region.isEmpty else { continue }
      if divisions > 0, let parts = divided(region) {
        divisions -= 1
        regions += parts.reversed()
      } else {
        columns.append(region)
      }
    }
  }

  /// The parts of a region in reading order; `nil` if it is one column.
  private func divided(_ region: [Int]) -> [[Int]]? {
    guard region.count >= 6, let gutter = gutter(in: region) else { return nil }
    let above = region.filter { boxes[$0].middle < gutter.top }
    let below = region.filter { boxes[$0].middle > gutter.bottom }
    let beside = region.filter { (gutter.top...gutter.bottom).contains(boxes[$0].middle) }
    if let gap = commonGap(beside) {
      return [
        above + beside.filter { boxes[$0].middle < gap }, beside.filter { boxes[$0].middle >= gap },
        below,
      ]
    }
    let left = beside.filter { boxes[$0].right <= gutter.right }
    let right = beside.filter { boxes[$0].right > gutter.right }
    return [above] + (isRightToLeft ? [right, left] : [left, right]) + [below]
  }

  /// The tallest gutter of a region.
  private func gutter(in region: [Int]) -> Gutter? {
    guard let end = region.map({ boxes[$0].right }).max(),
      let start = region.map({ boxes[$0].left }).min()
    else { return nil }
    let width = Self.narrowest * bodySize
    let step = max(1, (end - start) / Double(Self.mostStrips))
    let edges = Set(region.map { (boxes[$0].right / step).rounded(.up) * step }).sorted()
    var best: (gutter: Gutter, height: Double)?
    for edge in edges.prefix(Self.mostStrips) where edge + width < end {
      for gap in gaps(from: edge, to: edge + width, region) {
        guard let (gutter, height) = divide(region, edge, width, gap),
          height > (best?.height ?? 0) + 0.5 * bodySize
        else { continue }
        best = (gutter, height)
      }
    }
    return best?.gutter
  }

  /// Heights at which no box crosses a strip.
  private func gaps(from left: Double, to right: Double, _ region: [Int]) -> [Range<Double>] {
    let blocks = region.filter { boxes[$0].left < right && boxes[$0].right > left }
      .map { (boxes[$0].top, boxes[$0].bottom) }.sorted { $0.0 < $1.0 }
    var gaps: [Range<Double>] = []
    var end = -Double.greatestFiniteMagnitude
    for (top, bottom) in blocks {
      if top - end > 4 * bodySize { gaps.append(end..<top) }
      end = max(end, bottom)
    }
    return gaps + [end..<Double.greatestFiniteMagnitude]
  }

  /// The gutter at a strip, and the height to which text stands on both sides.
  private func divide(
    _ region: [Int], _ edge: Double, _ width: Double, _ gap: Range<Double>
  ) -> (Gutter, Double)? {
    let inside = region.filter { gap.contains(boxes[$0].middle) }
    let left = inside.filter { boxes[$0].right <= edge + 0.01 }
    let right = inside.filter { boxes[$0].left >= edge + width - 0.01 }
    guard left.count + right.count == inside.count, let one = prose(left), let other = prose(right)
    else { return nil }
    let height = min(one.upperBound, other.upperBound) - max(one.lowerBound, other.lowerBound)
    let start = right.map { boxes[$0].left }.min() ?? edge + width
    // A narrow strip over few lines may be chance, where the spaces of a paragraph meet.
    let isWide = start - edge >= 1.5 * bodySize
    guard height > (isWide ? 3 : 8) * bodySize else { return nil }
    return (
      Gutter(
        left: edge, right: max(edge, start - 0.01), top: gap.lowerBound, bottom: gap.upperBound),
      height
    )
  }

  /// The extent of running text; `nil` if most letters are in short pieces, as in tables.
  private func prose(_ side: [Int]) -> ClosedRange<Double>? {
    var all = 0
    var long = 0
    var lines = 0
    var extent: ClosedRange<Double>?
    for index in side {
      let box = boxes[index]
      all += box.text.count
      guard box.words.count >= 3, box.text.count >= 12, box.hasLetters else { continue }
      long += box.text.count
      lines += 1
      extent =
        min(
          extent?.lowerBound ?? box.top, box.top)...max(
          extent?.upperBound ?? box.bottom, box.bottom)
    }
    return lines >= 4 && long * 10 >= all * 6 ? extent : nil
  }

  /// The middle of the first wide gap over all columns: above it is read before what is below.
  private func commonGap(_ region: [Int]) -> Double? {
    let sorted = region.map { boxes[$0] }.sorted { $0.top < $1.top }
    guard var end = sorted.first?.bottom else { return nil }
    for box in sorted {
      if box.top - end > 2.5 * bodySize { return (box.top + end) / 2 }
      end = max(end, box.bottom)
    }
    return nil
  }
}
