// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A cited work with all references to it.
package struct CitedWork: Sendable, Hashable {
  /// A form in which references name the work.
  package struct Variant: Sendable, Hashable {
    /// The authors as printed.
    package var authors: [String]
    /// The title as printed.
    package var title: String
    /// The number of references in this form.
    package var references: Int
    /// Why the form is assigned to this work.
    package var rule: MergeRule

    /// The form as printed: `E. H. Carr, The Bolshevik Revolution`.
    package var text: String { (authors + [title]).joined(separator: ", ") }
  }

  /// Why a form of reference is assigned to a work.
  package enum MergeRule: String, Sendable, Hashable {
    /// The most frequent form.
    case first
    /// The same words with different capitals, punctuation or articles, by authors whose names are
    /// compatible.
    case sameWords = "same-words"
    /// The form names no author, and only one author of the title is known.
    case onlyAuthor = "only-author"
    /// With or without the subtitle.
    case subtitle
    /// A long title that differs by one or two letters.
    case misprint
    /// The catalogue lists both.
    case catalogue
  }

  /// The authors with their fullest names.
  package var authors: [String]
  /// The title in its most frequent form.
  package var title: String
  /// The book or journal that contains the work, in its most frequent form.
  package var container: String?
  /// The forms of reference, the most frequent first.
  package var variants: [Variant]
  /// The number of references to each edition, by year.
  package var editions: [Int: Int]
  /// The number of references to each volume.
  package var volumes: [String: Int]
  /// The number of references in each citing text, by id.
  package var citing: [String: Int]
  /// The number of references through each intermediate source.
  package var through: [String: Int]
  /// The ids of the work in the library.
  package var held: Set<String>

  /// The total number of references.
  package var references: Int { citing.values.reduce(0, +) }

  /// The most frequently cited edition; the earliest in case of a tie.
  package var edition: Int? {
    editions.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
  }

  /// A work with the names of another, to which nothing refers yet.
  static func unnamed(like other: CitedWork) -> CitedWork {
    CitedWork(
      authors: other.authors, title: other.title, container: nil,
      variants: [
        Variant(authors: other.authors, title: other.title, references: 0, rule: .first)
      ],
      editions: [:], volumes: [:], citing: [:], through: [:], held: [])
  }

  /// Adds references in the same form.
  mutating func add(_ other: CitedWork) {
    variants[0].references += other.variants[0].references
    container = container ?? other.container
    editions.merge(other.editions, uniquingKeysWith: +)
    volumes.merge(other.volumes, uniquingKeysWith: +)
    citing.merge(other.citing, uniquingKeysWith: +)
    through.merge(other.through, uniquingKeysWith: +)
    held.formUnion(other.held)
  }

  /// Adds the data of another record of the same work.
  package mutating func merge(_ other: CitedWork, rule: MergeRule) {
    variants += other.variants.map {
      var variant = $0
      if variant.rule == .first { variant.rule = rule }
      return variant
    }
    // Equally frequent forms are sorted by completeness.
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
