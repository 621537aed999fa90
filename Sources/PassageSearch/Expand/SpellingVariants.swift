// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Converts between British and American spellings.
///
/// The rules may produce words that do not exist; callers keep only those that are in the index.
enum SpellingVariants {
  /// Endings with s in one spelling and z in the other.
  private static let endings = [
    "e", "ed", "es", "er", "ers", "ing", "ings", "ation", "ations", "able", "ational",
  ]

  /// Beginnings of words that end in -our or -or; a list, so that `four` is not turned into `for`.
  private static let ours: Set<String> = [
    "arm", "behavi", "cand", "clam", "col", "demean", "endeav", "fav", "ferv", "flav", "glam",
    "harb", "hon", "hum", "lab", "mis", "neighb", "od", "parl", "ranc", "rig", "rum", "savi",
    "splend", "succ", "tum", "val", "vap", "vig",
  ]

  /// Parts with two spellings, each with the letters that may follow.
  private static let pairs: [(String, String)] = [
    ("centre", "center"), ("theatre", "theater"), ("metre", "meter"), ("litre", "liter"),
    ("fibre", "fiber"), ("calibre", "caliber"), ("spectre", "specter"), ("sombre", "somber"),
    ("meagre", "meager"), ("lustre", "luster"), ("defence", "defense"), ("offence", "offense"),
    ("licence", "license"), ("pretence", "pretense"), ("practise", "practice"),
    ("catalogue", "catalog"), ("dialogue", "dialog"), ("analogue", "analog"),
    ("programme", "program"), ("plough", "plow"), ("cheque", "check"), ("grey", "gray"),
    ("gaol", "jail"), ("mould", "mold"), ("sceptic", "skeptic"), ("judgement", "judgment"),
    ("acknowledgement", "acknowledgment"), ("ageing", "aging"), ("tyre", "tire"),
    ("fulfil", "fulfill"), ("enrol", "enroll"), ("skilful", "skillful"), ("wilful", "willful"),
    ("travelled", "traveled"), ("travelling", "traveling"), ("traveller", "traveler"),
    ("labelled", "labeled"), ("cancelled", "canceled"), ("modelled", "modeled"),
    ("counsellor", "counselor"), ("marvellous", "marvelous"), ("manoeuvre", "maneuver"),
    ("mediaeval", "medieval"), ("encyclopaedia", "encyclopedia"), ("anaemi", "anemi"),
    ("connexion", "connection"), ("shew", "show"),
  ]

  /// The other spellings of a word in its search form; most of them are not words.
  static func of(_ term: String) -> [String] {
    guard term.utf8.count >= 4, term.utf8.allSatisfy({ $0 &- 0x61 < 26 }) else { return [] }
    var variants: Set<String> = []
    for (one, other) in [("is", "iz"), ("iz", "is"), ("ys", "yz"), ("yz", "ys")] {
      for ending in endings where term.hasSuffix(one + ending) {
        variants.insert(term.dropLast(one.count + ending.count) + other + ending)
      }
    }
    for (one, other) in [("our", "or"), ("or", "our")] {
      for (start, rest) in splits(of: term, at: one)
      where ours.contains(where: { start.hasSuffix($0) }) {
        variants.insert(start + other + rest)
      }
    }
    for (one, other) in pairs {
      for (from, to) in [(one, other), (other, one)] {
        for (start, rest) in splits(of: term, at: from) { variants.insert(start + to + rest) }
      }
    }
    variants.remove(term)
    return variants.sorted()
  }

  private static func splits(of term: String, at part: String) -> [(String, String)] {
    var splits: [(String, String)] = []
    var index = term.startIndex
    while index < term.endIndex {
      if term[index...].hasPrefix(part) {
        splits.append(
          (String(term[..<index]), String(term[term.index(index, offsetBy: part.count)...])))
      }
      index = term.index(after: index)
    }
    return splits
  }
}
