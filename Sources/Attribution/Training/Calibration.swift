// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Isotonic regression of the share of right candidates on their score.
///
/// Pooled adjacent violators (Ayer et al., 1955) over blocks of neighbouring scores, drawn towards
/// what all patterns show together, so that few cases do not decide alone.
enum Calibration {
  /// The best candidate of a quotation.
  struct Choice {
    var score: Float
    var isRight: Bool
    var weight: Float
  }

  typealias Steps = [(score: Float, share: Float)]

  /// Weight of the shares before, in cases.
  private static let pull: Float = 12

  static func steps(_ choices: [Choice], towards prior: Steps? = nil) -> Steps {
    let sorted = choices.filter { $0.weight > 0 }.sorted { $0.score < $1.score }
    let size = max(20, sorted.count / 40)
    var blocks: [(score: Float, right: Float, weight: Float)] = []
    for start in stride(from: 0, to: sorted.count, by: size) {
      let part = sorted[start..<min(sorted.count, start + size)]
      blocks.append(
        (
          part.reduce(0) { $0 + $1.score } / Float(part.count),
          part.reduce(0) { $0 + ($1.isRight ? $1.weight : 0) },
          part.reduce(0) { $0 + $1.weight }
        ))
      while blocks.count > 1 {
        let (high, low) = (blocks[blocks.count - 1], blocks[blocks.count - 2])
        guard low.right / low.weight >= high.right / high.weight else { break }
        blocks.removeLast(2)
        let weight = low.weight + high.weight
        let score = (low.score * low.weight + high.score * high.weight) / weight
        blocks.append((score, low.right + high.right, weight))
      }
    }
    return blocks.map { block in
      guard let prior else { return (block.score, block.right / block.weight) }
      let before = SpeakerModel.share(prior, at: block.score)
      return (block.score, (block.right + pull * before) / (block.weight + pull))
    }
  }
}
