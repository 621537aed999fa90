// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Running heads and feet: what is set off from the text at the edges of a page.
struct PDFEdges {
  /// Indices of the parts of lines at the head, in the text, and at the foot.
  private(set) var heads: [Int] = []
  private(set) var middle: [Int] = []
  private(set) var feet: [Int] = []

  /// Height of the zone for running heads and feet, as a fraction of the page height.
  private static let zone = 0.12
  /// Smallest space between them and the text, in type sizes.
  private static let space = 0.5

  init(_ boxes: [PDFLine], height: Double, bodySize: Double) {
    let zone = Self.zone * height
    let space = Self.space * bodySize
    let down = boxes.indices.sorted { boxes[$0].top < boxes[$1].top }
    // The lowest bottom of the lines down to each place, and the highest top of those up to it.
    var bottoms: [Double] = []
    for index in down { bottoms.append(max(bottoms.last ?? -.infinity, boxes[index].bottom)) }
    var heads = 0
    for (place, index) in down.enumerated() {
      guard boxes[index].bottom < zone, bottoms[place] < zone else { break }
      let next = place + 1 < down.count ? boxes[down[place + 1]].top : .infinity
      if next - bottoms[place] > space, !Self.hasColumns(down[...place].map { boxes[$0] }) {
        heads = place + 1
      }
    }
    var feet = down.count
    for place in down.indices.reversed() {
      guard place >= heads, boxes[down[place]].top > height - zone else { break }
      let above = place > 0 ? bottoms[place - 1] : -.infinity
      if boxes[down[place]].top - above > space, !Self.hasColumns(down[place...].map { boxes[$0] })
      {
        feet = place
      }
    }
    self.heads = down[..<heads].sorted()
    self.feet = down[feet...].sorted()
    middle = down[heads..<feet].sorted()
  }

  /// Whether two lines of running text stand beside each other, as they do in columns.
  private static func hasColumns(_ lines: [PDFLine]) -> Bool {
    let long = lines.prefix(200).filter { $0.words.count >= 4 && $0.text.count >= 20 }
    let beside = long.count { line in
      long.contains { other in
        line.right < other.left && line.middle < other.bottom && line.middle > other.top
      }
    }
    return beside >= 2
  }
}
