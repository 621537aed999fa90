// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// All or part of a block, about to be put in a passage.
struct Piece {
  /// Index of the block in the text.
  var block: Int
  /// Range of code points in the block; `nil` for the whole block.
  var range: Range<Int>?
  var text: String
}

extension Block {
  /// Splits the block into pieces short enough for a passage.
  func pieces(index: Int) -> [Piece] {
    guard let parts = Division.parts(of: text) else {
      return [Piece(block: index, range: nil, text: text)]
    }
    // A single pass suffices, since the parts are in order and do not overlap.
    var pieces: [Piece] = []
    let scalars = text.unicodeScalars
    var position = scalars.startIndex
    var offset = 0
    for part in parts {
      position = scalars.index(position, offsetBy: part.lowerBound - offset)
      let end = scalars.index(position, offsetBy: part.count)
      pieces.append(Piece(block: index, range: part, text: String(scalars[position..<end])))
      position = end
      offset = part.upperBound
    }
    return pieces
  }
}
