// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The styles that a style takes properties over from.
enum StyleChain {
  private static let longest = 20

  /// The identifiers of a style's bases, the nearest first; a circle of styles ends.
  ///
  /// - Parameter base: The base of a style; `nil` if it has none.
  static func bases(of style: String, _ base: (String) -> String?) -> [String] {
    var seen: Set<String> = [style]
    var bases: [String] = []
    var next = base(style)
    while let id = next, seen.insert(id).inserted, seen.count < longest {
      bases.append(id)
      next = base(id)
    }
    return bases
  }
}
