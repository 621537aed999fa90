// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TextFolding

/// What a reference to one source is made of, in the order in which no style yet has put it.
struct CitedFacts {
  /// What the source is known to be, so far as styles set it differently.
  enum Kind {
    /// A work that stands by itself and has a publisher.
    case book
    /// A part of a collection.
    case part
    /// A text by itself.
    case paper
    /// A work of which only a name is known.
    case named
  }

  /// The id of its record.
  var id: String
  /// The key of its BibTeX record: the id of the work, so that two passages of it share one.
  var key: String
  var kind: Kind
  var authors: [Person] = []
  var editors: [Person] = []
  var translators: [Person] = []
  var title: String?
  var subtitle: String?
  var container: String?
  var volume: String?
  var publisher: String?
  var publisherPlace: String?
  /// The year in which the work appeared.
  var year: Int?
  /// The year of the edition, where it is another.
  var editionYear: Int?
  var url: String?
  var language: String?
  var place = CitedPlace()

  /// The facts of a passage.
  init(_ work: Work, _ passage: Passage) {
    self.init(work, id: passage.id, withImprint: true)
    key = Self.key(work.id)
    place = CitedPlace(passage, headingApartFrom: work.displayTitle)
  }

  /// The facts of a source that a text names, with those of the work itself if the library holds it.
  ///
  /// The imprint of the copy that is held is left out where the text names another year, or none and
  /// so perhaps another edition.
  init(_ source: NamedSource, id: String, held: Work?) {
    if let held {
      let metadata = held.metadata
      let edition = metadata.editionYear?.value ?? metadata.year?.value
      self.init(held, id: id, withImprint: source.year != nil && source.year == edition)
      if let named = source.year, named != edition {
        year = named
        editionYear = nil
      }
      if metadata.title == nil { title = source.title }
      if authors.isEmpty { authors = source.authors.map { Person(parsing: $0) } }
    } else {
      self.init(id: id, kind: .named)
      authors = source.authors.map { Person(parsing: $0) }
      title = source.title?.onOneLine
      year = source.year
    }
    volume = source.volume
    place.pages = source.pages.map { PageNumbers(parsing: $0) }
  }

  private init(id: String, kind: Kind) {
    self.id = id
    self.kind = kind
    key = Self.key(id)
  }

  private init(_ work: Work, id: String, withImprint: Bool) {
    let metadata = work.metadata
    let people = metadata.people.map(\.value)
    self.init(
      id: id, kind: metadata.collection != nil ? .part : metadata.publisher != nil ? .book : .paper)
    authors = people.filter { $0.role == .author }
    title = work.displayTitle.onOneLine
    subtitle = metadata.subtitle?.value.onOneLine
    container = metadata.collection?.value.onOneLine
    language = metadata.language?.value
    year = metadata.year?.value ?? metadata.editionYear?.value
    guard withImprint else { return }
    editors = people.filter { $0.role == .editor }
    translators = people.filter { $0.role == .translator }
    publisher = metadata.publisher?.value.onOneLine
    publisherPlace = metadata.place?.value
    url = metadata.url?.value
    if publisher != nil, metadata.year != nil, metadata.editionYear?.value != year {
      editionYear = metadata.editionYear?.value
    }
  }

  /// An id with the signs left out that end a key.
  private static func key(_ id: String) -> String {
    String(
      id.map {
        ($0.isASCII && ($0.isLetter || $0.isNumber)) || "-_:.".contains($0) ? $0 : "-"
      })
  }

  /// The volume as a number, `2` for `II`; as it is named if it is not a Roman numeral.
  var volumeNumber: String? {
    volume.map { volume in RomanNumeral.smallValue(of: volume).map(String.init) ?? volume }
  }

  /// Whether there is anything by which a reader could find it.
  var isCitable: Bool { title != nil || !authors.isEmpty }

  /// The title with its subtitle; no colon stands behind a `?` or `!`.
  var fullTitle: String? {
    guard let title, let subtitle else { return title }
    return title.hasSuffix("?") || title.hasSuffix("!")
      ? "\(title) \(subtitle)" : "\(title): \(subtitle)"
  }

  /// The title as prose names it.
  ///
  /// The line below the title of a paper is as often a description, and is left to the records.
  var proseTitle: String? { kind == .paper ? title : fullTitle }

  /// Whether the title stands by itself, and not in quotation marks.
  var isWhole: Bool { kind == .book || kind == .named }

  /// Editors stand where authors would, if there are none and the whole is cited.
  var leadingEditors: [Person] { authors.isEmpty && container == nil ? editors : [] }

  /// The editors that are named behind a title.
  var followingEditors: [Person] { leadingEditors.isEmpty ? editors : [] }

  /// A title as a style capitalises it in English; one that a text names stays as it is named.
  func capitalized(_ title: String, prepositionsTo length: Int) -> String {
    guard kind != .named, language?.hasPrefix("en") ?? true else { return title }
    return headlineCapitals(title, prepositionsTo: length)
  }
}
