// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// How often the references of a text name those whose words they follow.
///
/// An essay cites the books of those whom it quotes. A historian cites where words are printed, and
/// they are the words of others: `“Long live the weavers!” (Lund, II. 205)`. A text shows which it does
/// wherever a verb of saying and a reference both name somebody.
struct ReferenceHabit {
  /// Share before the text has shown anything, and how many quotations it weighs.
  private static let prior = (share: 0.9, weight: 12.0)

  private var same = 0.0
  private var other = 0.0

  /// Records a quotation whose speaker the prose names, and whether the reference names him as author.
  mutating func record(isSame: Bool) {
    if isSame { same += 1 } else { other += 1 }
  }

  /// Share of the references that name the speaker.
  var share: Double {
    (same + Self.prior.share * Self.prior.weight) / (same + other + Self.prior.weight)
  }

  /// Whether an author may be named as the speaker where the prose tells of somebody else, or of
  /// nobody who has a name.
  var prevails: Bool { share >= 0.7 }
}

extension ReadingPass {
  /// What the references of the text have been seen to do.
  func referenceHabit() -> ReferenceHabit {
    var habit = ReferenceHabit()
    for quotation in found.joined() {
      guard let resolution = quotation.resolution, resolution.namesAuthor,
        resolution.via.isEmpty, let speaker = quotation.speaker, speaker.isPerson,
        speaker.isStrong, !speaker.isCarried, speaker.confidence >= 0.75,
        // Whom a pronoun means is less sure than what a reference says.
        !speaker.isByPronoun
      else { continue }
      habit.record(
        isSame: resolution.source.authors.contains { NameReader.key($0) == speaker.key })
    }
    return habit
  }

  /// Whether the text shows that the author of a reference is a person: by a given name, as somebody who
  /// is named elsewhere, or by the year and page with which only authors are cited: `(Lund 1998: 45)`.
  func isPerson(_ author: String, citedBy resolution: Resolution) -> Bool {
    let words = author.split(separator: " ")
    guard let first = words.first, !author.contains(where: \.isNumber),
      !view.lexicon.isFunction(Tokens.fold(Array(first.unicodeScalars)[...])),
      !words.contains(where: {
        ReferenceWords.publishers.contains($0.lowercased().filter(\.isLetter))
      })
    else { return false }
    // A body is known by its letters: `CNT, quoted in Lund`.
    if words.count > 1 || author.count > 1 && author.allSatisfy(\.isUppercase) { return true }
    let key = NameReader.key(author)
    return view.table.isPerson(key)
      || resolution.namesAuthor && resolution.source.year != nil
        && resolution.source.pages != nil && !reading.words.isSmall(key)
        && !ReferenceWords.places.contains(key) && !ReferenceWords.notAuthors.contains(key)
  }
}
