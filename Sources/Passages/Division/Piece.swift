// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// A part of a block, or all of it, on its way into a passage.
struct Piece {
  /// The block's index in the text.
  var block: Int
  /// The code points of the block; `nil` for all of it.
  var range: Range<Int>?
  /// Its text.
  var text: String
}

extension Block {
  /// The parts of the block that become passages.
  func pieces(index: Int) -> [Piece] {
    guard let parts = Division.parts(of: text) else {
      return [Piece(block: index, range: nil, text: text)]
    }
    // One walk through the text: each part begins where the one before it ended, or after it.
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
