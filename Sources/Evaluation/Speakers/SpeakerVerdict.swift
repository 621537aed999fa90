// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Foundation

/// Whether a name offered for a speaker is right.
///
/// Right is the speaker's name, another name that the label gives, the same family name with nothing
/// that is not the speaker's, or a full name of it with titles or a middle name; also a given name
/// before a family name that stands for the speaker alone.
struct SpeakerVerdict {
  private let names: [(folded: String, words: [String], bare: [String])]
  private let words: Set<String>
  private let initials: Set<Character>
  private let byFamily: Bool

  /// - Parameter byFamily: Whether the labels give family names where the text gives full ones.
  init(_ names: [String], byFamily: Bool = false) {
    self.byFamily = byFamily
    self.names = names.map { (Self.fold($0), Self.words($0), Self.bare($0)) }
    words = Set(self.names.flatMap(\.words))
    initials = Set(words.compactMap(\.first))
  }

  func accepts(_ offered: String) -> Bool {
    let bare = Self.bare(offered)
    guard let family = bare.last else { return false }
    return names.contains { name in
      if name.folded == Self.fold(offered) || name.bare == bare { return true }
      guard let last = name.bare.last else { return false }
      if family == last, bare.allSatisfy(isOf) { return true }
      if name.bare.count == 1, bare.count == 1, min(last.count, family.count) > 4,
        last + "s" == family || family + "s" == last
      {
        return true
      }
      if byFamily, name.bare.count == 1, family == last { return true }
      if Set(bare).isSubset(of: name.bare), name.bare.count <= 4, bare.count > 1 { return true }
      guard name.bare.count > 1 else { return false }
      // With a title before, with a middle name, or by the given name alone.
      return bare.count > 2 && Self.words(offered).suffix(2).elementsEqual(name.bare.suffix(2))
        || bare.count == 3 && bare[0] == name.bare[0] && family == last
        || bare.count == 1 && bare[0] == name.bare[0]
    }
  }

  /// Whether a word, or what it is short for, is one of the names'.
  private func isOf(_ word: String) -> Bool {
    words.contains(word) || word.count <= 2 && word.first.map(initials.contains) ?? false
  }

  private static func fold(_ text: String) -> String {
    text.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func words(_ name: String) -> [String] {
    var text = fold(name).replacingOccurrences(of: "’", with: "'")
    if text.hasSuffix("'s") { text.removeLast(2) }
    return text.replacingOccurrences(of: "'s ", with: " ")
      .split { !$0.isLetter && !$0.isNumber && $0 != "'" }
      .map { String($0).trimmingCharacters(in: ["'"]) }.filter { !$0.isEmpty }
  }

  /// The words of a name without titles and articles, or all of them if there are no others.
  private static func bare(_ name: String) -> [String] {
    let words = words(name)
    let bare = words.filter { !titles.contains($0) }
    return bare.isEmpty ? words : bare
  }

  private static let titles = Set(
    """
    mr mrs miss ms dr prof professor sir lord lady st saint comrade citizen citizeness president \
    general gen col colonel captain capt major senator sen rep governor gov king queen prince \
    princess count baron judge justice rev reverend father secretary minister pastor sheriff doctor \
    mister madam master misses messrs papa mama mamma brother sister uncle aunt cousin ambassador \
    speaker commissioner mayor congressman congresswoman representative chairman chairwoman director \
    spokesman spokeswoman attorney historian author economist former old young herr frau monsieur m \
    mme mlle madame house us un one the a an der die das den le la les el los las une ein eine
    """.split(separator: " ").map(String.init))
}
