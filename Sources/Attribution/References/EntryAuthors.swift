// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import TextFolding

/// The authors at the beginning of an entry, the first of them inverted: `Lund, Anna, and Carl Berg`.
struct EntryAuthors {
  /// Names, each as `Given Family`.
  var names: [String]
  /// Index of the token after them.
  var next: Int
  /// Whether the given name is initials or a common given name.
  var isSure: Bool
  /// The year in parentheses after the names, as in APA style.
  var year: Int?

  /// The index after `———` and its stop or comma; `nil` if the entry does not begin so.
  static func dash(_ tokens: ArraySlice<Token>) -> Int? {
    let dashes = tokens.prefix {
      ["—", "–", "-", "_", "―"].contains($0.folded) && $0.kind == .sign
    }
    guard dashes.count >= 2 || dashes.first?.folded == "—" || dashes.first?.folded == "―" else {
      return nil
    }
    guard let after = tokens[dashes.endIndex...].first else { return nil }
    guard
      [".", ",", ":", "("].contains(after.folded) || after.emphasis != 0 || after.isCapital
        || SourceReader.isQuote(after)
    else { return nil }
    return dashes.endIndex
  }

  /// Reads the authors; `nil` if the tokens do not begin with an inverted name.
  static func read(
    _ tokens: ArraySlice<Token>, _ text: [Unicode.Scalar], names: NameReader
  ) -> EntryAuthors? {
    guard let first = inverted(tokens, text) else { return nil }
    var authors = EntryAuthors(names: [first.name], next: first.next, isSure: first.isSure)
    authors.takeOthers(tokens, text)
    guard authors.next < tokens.endIndex else { return nil }
    authors.takeRole(tokens)
    guard authors.next < tokens.endIndex else { return nil }
    let sign = tokens[authors.next]
    guard
      [".", ",", "(", ":"].contains(sign.folded) || authors.endsWithStop(tokens)
        || sign.emphasis != 0 || SourceReader.isQuote(sign)
    else { return nil }
    authors.takeYear(tokens)
    return authors.next < tokens.endIndex ? authors : nil
  }

  private func endsWithStop(_ tokens: ArraySlice<Token>) -> Bool {
    next > tokens.startIndex && tokens[next - 1].isSign(".")
  }

  /// `Lund, Anna`, `St. John, V.`, `LUND (Anna)`.
  static func inverted(
    _ tokens: ArraySlice<Token>, _ text: [Unicode.Scalar]
  ) -> (name: String, next: Int, isSure: Bool)? {
    guard
      let comma = tokens.prefix(6).firstIndex(where: { $0.isSign(",") || $0.isSign("(") }),
      comma > tokens.startIndex
    else { return nil }
    let family = tokens[..<comma]
    guard let start = family.first, let end = family.last,
      family.allSatisfy({
        $0.isCapital || NameWords.particles.contains($0.folded) || $0.isSign(".") || $0.isSign("’")
      }), family.contains(where: { $0.isCapital && $0.range.count > 1 }),
      !family.contains(where: { $0.isSign(".") })
        || ["st", "ste"].contains(start.folded) && family.filter({ $0.isSign(".") }).count == 1,
      end.kind == .word, isFamily(family),
      !family.contains(where: { ReferenceWords.months.contains($0.folded) }),
      family.filter({ $0.kind == .word }).count <= 3
    else { return nil }
    let isRound = tokens[comma].isSign("(")
    guard let given = given(tokens[(comma + 1)...]), given.count > 0 else { return nil }
    var next = given.next
    if isRound {
      guard next < tokens.endIndex, tokens[next].isSign(")"), given.isSure else { return nil }
      next += 1
    }
    let printed = Locators.string(start.range.lowerBound..<end.range.upperBound, text)
    let name =
      NameCapitals.lowered(Locators.string(given.range, text), acronymsBelow: 3) + " "
      + NameCapitals.lowered(printed, acronymsBelow: 3)
    return (
      name.filter { $0 != "_" && $0 != "*" }.spacedWords.joined(
        separator: " "), next, given.isSure
    )
  }

  /// Whether words can be a family name: one word, or several with a particle, `St.` or a second
  /// family name, but not a given name before it, nor a publisher or place.
  private static func isFamily(_ family: ArraySlice<Token>) -> Bool {
    let words = family.filter { $0.kind == .word }
    guard let first = words.first,
      !words.contains(where: {
        $0.folded.hasSuffix("'s") || ReferenceWords.publishers.contains($0.folded)
          || ReferenceWords.periodicals.contains($0.folded)
      })
    else { return false }
    if words.count == 1 { return !ReferenceWords.places.contains(first.folded) }
    let hasParticle =
      NameWords.particles.contains(first.folded) || first.folded == "st" || first.folded == "saint"
    return hasParticle
      || words.count == 2 && !NameWords.isGiven(first.folded)
        && !first.isInitial
  }

  /// The given name or initials: `Anna`, `A. B.`, `Jean-Paul de`.
  private static func given(
    _ tokens: ArraySlice<Token>
  ) -> (range: Range<Int>, next: Int, isSure: Bool, count: Int)? {
    guard let first = tokens.first, first.isCapital,
      // `Lexington, Ky., Smith & Palmer, 1828`
      !(ReferenceWords.states.contains(first.folded)
        && tokens.dropFirst().first?.isSign(".") == true)
    else { return nil }
    var index = tokens.startIndex
    var last = first.range.upperBound
    var count = 0
    var isSure =
      first.isInitial || NameWords.isGiven(first.folded)
      || first.folded.split(separator: "-").allSatisfy { NameWords.isGiven(String($0)) }
    while index < tokens.endIndex, count < 4 {
      let token = tokens[index]
      if token.isInitial
        || token.isCapital && token.range.count == 2
          && index + 1 < tokens.endIndex && tokens[index + 1].isSign(".")
      {
        if token.range.count == 2 { isSure = true }
        last = token.range.upperBound
        index += 1
        if index < tokens.endIndex, tokens[index].isSign(".") {
          last = tokens[index].range.upperBound
          index += 1
        }
        if index + 1 < tokens.endIndex, tokens[index].isSign("-"), tokens[index + 1].isInitial {
          index += 1
        }
      } else if token.isCapital, token.emphasis == 0 {
        // After initials, a whole word begins the title: `Lund, A. The Weavers`.
        if index > tokens.startIndex, tokens[index - 1].isSign(".") { break }
        last = token.range.upperBound
        index += 1
      } else if NameWords.particles.contains(token.folded), token.emphasis == 0, !token.isCapital {
        index += 1
        last = token.range.upperBound
        continue
      } else {
        break
      }
      count += 1
    }
    let words = tokens[..<index]
    if words.contains(where: {
      ReferenceWords.publishers.contains($0.folded)
        || ReferenceWords.places.contains($0.folded) && !isSure
        || ReferenceWords.periodicals.contains($0.folded)
    }) {
      return nil
    }
    return count == 0 ? nil : (first.range.lowerBound..<last, index, isSure, count)
  }
}
