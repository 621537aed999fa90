// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A work that texts cite: all references to it, gathered.
package struct CitedWork: Sendable, Hashable {
  /// A form in which references name it.
  package struct Variant: Sendable, Hashable {
    /// The authors as named.
    package var authors: [String]
    /// The title as named.
    package var title: String
    /// How many references name it so.
    package var references: Int
    /// Why it is taken for this work.
    package var rule: MergeRule

    /// The form as it is printed: `E. H. Carr, The Bolshevik Revolution`.
    package var text: String { (authors + [title]).joined(separator: ", ") }
  }

  /// Why a form of a reference is taken for a work.
  package enum MergeRule: String, Sendable, Hashable {
    /// The most frequent form.
    case first
    /// The same words, in other capitals, signs or articles, by authors whose names agree.
    case sameWords = "same-words"
    /// It names no author, and only one author of the title is known.
    case onlyAuthor = "only-author"
    /// With a subtitle, or without.
    case subtitle
    /// A long title that differs by a letter or two.
    case misprint
    /// The catalogue knows both.
    case catalogue
  }

  /// The authors by their fullest names.
  package var authors: [String]
  /// The title in its most frequent form.
  package var title: String
  /// The book or journal that it stands in, in the most frequent form.
  package var container: String?
  /// The forms in which it is named, the most frequent first.
  package var variants: [Variant]
  /// The years of the editions that are named, and how often.
  package var editions: [Int: Int]
  /// The volumes that are named, and how often.
  package var volumes: [String: Int]
  /// The ids of the texts that cite it, and how often.
  package var citing: [String: Int]
  /// What it came through, and how often.
  package var through: [String: Int]
  /// The ids of the works of the library that it is.
  package var held: Set<String>

  /// How many references name it.
  package var references: Int { citing.values.reduce(0, +) }

  /// The edition that is named most often, the first of equals.
  package var edition: Int? {
    editions.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
  }

  /// Takes up what another record knows of the same work.
  package mutating func merge(_ other: CitedWork, rule: MergeRule) {
    variants += other.variants.map {
      var variant = $0
      if variant.rule == .first { variant.rule = rule }
      return variant
    }
    // Of forms that are as frequent the fullest.
    variants.sort {
      ($1.references, $1.text.count, $0.text) < ($0.references, $0.text.count, $1.text)
    }
    let length = authors.joined().count
    if other.authors.joined().count > length { authors = other.authors }
    container = container ?? other.container
    editions.merge(other.editions, uniquingKeysWith: +)
    volumes.merge(other.volumes, uniquingKeysWith: +)
    citing.merge(other.citing, uniquingKeysWith: +)
    through.merge(other.through, uniquingKeysWith: +)
    held.formUnion(other.held)
  }
}
