// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// How much a stretch of a note looks like a reference: weights of named features, which a person
/// can read and change.
struct ReferenceScore {
  /// A property of the stretch that counts for or against it.
  enum Feature: String, CaseIterable {
    /// Pages, *op. cit.*, *ibid.* or `quoted in`.
    case strong
    /// A title whose type is printed: italics, quotation marks or capitals.
    case setTitle
    /// Names, and a title beside them.
    case namesAndTitle
    /// A title in the ordinary type with capitals like one.
    case plainTitle
    /// Pages without the abbreviation before them.
    case pages
    /// A year.
    case year
    /// A day or month.
    case date
    /// An author with the volume and page right behind the name.
    case numberedAuthor
    /// A volume, an issue or another division with its number.
    case division
    /// The name of a newspaper or journal.
    case periodical
    /// The book or journal that contains an article.
    case container
    /// An address on the web.
    case address
    /// `See`, `cf.` or the like at the beginning.
    case introduction
    /// A finite verb outside of the title.
    case finiteVerb
    /// Each ordinary word outside of the title beyond the fourth.
    case prose
    /// Nothing in the stretch but a title by its type, or a title with its author.
    case nothingElse
    /// No title, no names and nothing earlier that is meant.
    case nameless

    /// What the feature adds.
    var weight: Double {
      switch self {
      case .strong: 3
      case .setTitle, .namesAndTitle: 1.5
      case .plainTitle: 0.5
      case .year, .pages, .introduction, .nothingElse, .numberedAuthor: 0.75
      case .date, .division, .periodical, .container: 1
      case .address: 3
      case .finiteVerb: -1.5
      case .prose: -0.4
      case .nameless: -1.5
      }
    }
  }

  /// Least value of what is taken for a reference.
  static let threshold = 2.25

  private(set) var counts: [Feature: Int] = [:]
  /// Ordinary words outside of the title.
  private var smallWords = 0

  /// The sum of the weights.
  var value: Double {
    // In the order of declaration, so that rounding is always the same.
    Feature.allCases.reduce(0) { $0 + $1.weight * Double(counts[$1] ?? 0) }
  }

  /// Whether it is taken for a reference.
  var isReference: Bool { value >= Self.threshold }

  /// Judges the sources read from a stretch of text.
  init(
    _ sources: [ParsedSource], _ tokens: ArraySlice<Token>, text: [Unicode.Scalar], isStrong: Bool
  ) {
    guard let source = sources.first(where: { !$0.isEmpty }) else { return }
    if isStrong { counts[.strong] = 1 }
    if source.isSet || source.isArticle || Self.isCapitals(source.title) {
      counts[.setTitle] = 1
    } else if Self.isPlainTitle(source) {
      counts[.plainTitle] = 1
    }
    if !source.names.isEmpty, source.title != nil, counts[.setTitle] ?? counts[.plainTitle] != nil {
      counts[.namesAndTitle] = 1
    }
    if source.hasBareVolume, !source.pages.isEmpty, !source.names.isEmpty, source.title == nil {
      counts[.numberedAuthor] = 1
    }
    if source.year != nil { counts[.year] = 1 }
    if !isStrong, !source.pages.isEmpty { counts[.pages] = 1 }
    if source.isDated { counts[.date] = 1 }
    // `Miners' Union No. 3` is the number of something else unless a date or page is beside it.
    if source.volume != nil || source.division != nil
      || source.issue != nil
        && (source.year != nil || isStrong || source.isSet || !source.names.isEmpty)
    {
      counts[.division] = 1
    }
    if source.isPeriodical, source.title != nil { counts[.periodical] = 1 }
    if source.container != nil, source.isArticle { counts[.container] = 1 }
    if source.site != nil { counts[.address] = 1 }
    if let first = tokens.first, ReferenceWords.pointers.contains(first.folded) {
      counts[.introduction] = 1
    }
    let isLowered = !source.isSet && !source.isArticle && source.title?.first?.isLowercase == true
    if isLowered || !source.isNamed, !source.isSame, !source.isWorkBefore, source.site == nil {
      counts[.nameless] = 1
    }
    countProse(tokens)
    if counts[.setTitle] != nil || counts[.namesAndTitle] != nil, counts[.finiteVerb] == nil,
      smallWords == 0,
      tokens.count <= 24, (source.title ?? "").contains(" "),
      !tokens.contains(where: { ["note", "note's", "notes"].contains($0.folded) })
    {
      counts[.nothingElse] = 1
    }
  }

  private mutating func countProse(_ tokens: ArraySlice<Token>) {
    var isQuoted = false
    var small = 0
    for (index, token) in zip(tokens.indices, tokens) {
      if SourceReader.isQuote(token), token.folded != "'", token.folded != "’" {
        isQuoted = SourceReader.opens(token, tokens, index, isQuoted)
      }
      guard token.kind == .word, !token.isCapital, token.emphasis == 0, !isQuoted else { continue }
      // The `a` of `a. a. O.` is not the French verb.
      let isAbbreviated =
        token.range.count == 1 && index + 1 < tokens.endIndex && tokens[index + 1].isSign(".")
      if ReferenceWords.finite.contains(token.folded), !isAbbreviated {
        counts[.finiteVerb] = 1
      } else if !ReferenceWords.small.contains(token.folded),
        !ReferenceWords.page.contains(token.folded),
        !ReferenceWords.months.contains(token.folded),
        !ReferenceWords.citing.contains(token.folded),
        !ReferenceWords.volume.contains(token.folded),
        !ReferenceWords.division.contains(token.folded)
      {
        small += 1
      }
    }
    smallWords = small
    if small > 4 { counts[.prose] = small - 4 }
  }

  /// Whether a title is printed in capitals: `MOTHER EARTH`.
  static func isCapitals(_ title: String?) -> Bool {
    guard let letters = title?.filter(\.isLetter), letters.count >= 6 else { return false }
    return letters.allSatisfy { $0.isUppercase }
  }

  private static func isPlainTitle(_ source: ParsedSource) -> Bool {
    guard let title = source.title, title.first?.isLowercase != true else { return false }
    let words = title.split(separator: " ")
    return words.count <= 25
  }
}
