// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TextFolding

/// The bibliographic facts about one source, independent of any citation style.
struct CitedFacts: Hashable {
  /// The kinds of source that styles treat differently.
  enum Kind {
    /// A work published on its own, with a publisher.
    case book
    /// Part of a collection.
    case part
    /// A text on its own, without a publisher.
    case paper
    /// A work known only from being mentioned.
    case named
  }

  /// Id of the bibliographic record.
  var id: String
  /// BibTeX key: made from the work's id, so that passages of one work share a record.
  var key: String
  var kind: Kind
  /// Whether it is an article of a journal or website, or a thesis.
  var isArticle = false
  var isThesis = false
  /// Whether it is known to have volumes of its own.
  var isInVolumes = false
  var authors: [Person] = []
  var editors: [Person] = []
  var translators: [Person] = []
  var title: String?
  var subtitle: String?
  var container: String?
  var volume: String?
  var publisher: String?
  var publisherPlace: String?
  /// Year in which the work first appeared.
  var year: Int?
  /// Date of the work as it is to be printed, if it says more or less than `year`.
  var date: CitedDate?
  /// Year of the edition, if different from `year`.
  var editionYear: Int?
  var url: String?
  var language: String?
  var place = CitedPlace()

  /// Creates the facts for a passage.
  init(_ work: Work, _ passage: Passage) {
    self.init(work, id: passage.id, withImprint: true)
    key = Self.key(work.id)
    place = CitedPlace(passage, headingApartFrom: work.displayTitle)
  }

  /// Creates the facts for a work as a whole.
  init(_ work: Work) {
    self.init(work, id: work.id, withImprint: true)
  }

  /// Creates the facts for a source that a text names, completed from the work if the library holds
  /// it.
  ///
  /// The publication details of the held copy are used only if the text names the same year;
  /// otherwise the text may refer to a different edition.
  init(_ source: NamedSource, id: String, held: Work?) {
    if let held {
      let metadata = held.metadata
      let edition = metadata.editionYear?.value ?? metadata.year?.value
      self.init(held, id: id, withImprint: source.year != nil && source.year == edition)
      if let named = source.year, named != edition {
        year = named
        date = nil
        editionYear = nil
      }
      if metadata.title == nil { title = source.title }
      if authors.isEmpty { authors = source.authors.map { Person(parsing: $0) } }
    } else {
      self.init(id: id, kind: .named)
      authors = source.authors.map { Person(parsing: $0) }
      title = source.title?.onOneLine
      year = source.year
      // The volume of an article is that of its journal.
      isInVolumes = source.volume != nil && source.container == nil && source.issue == nil
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
    let people = metadata.people.map(\.value.withoutCapitals)
    let form = metadata.form?.value
    let kind: Kind =
      if metadata.collection != nil, form?.standsAlone != true || metadata.publisher == nil {
        .part
      } else if form?.standsAlone ?? (metadata.publisher != nil) {
        .book
      } else {
        .paper
      }
    self.init(id: id, kind: kind)
    isArticle = form == .article
    isThesis = form == .thesis
    authors = people.filter { $0.role == .author }
    title = work.displayTitle.onOneLine
    subtitle = metadata.subtitle?.value.onOneLine
    container = metadata.collection?.value.onOneLine
    language = metadata.language?.value
    let edition = Self.edition(metadata)
    date = CitedDate(metadata)
    year = metadata.year?.value ?? (date == nil ? edition : nil)
    guard withImprint else { return }
    editors = people.filter { $0.role == .editor }
    translators = people.filter { $0.role == .translator }
    publisher = metadata.publisher?.value.onOneLine
    publisherPlace = metadata.place?.value
    url = metadata.url?.value
    if publisher != nil, metadata.year != nil, edition != year { editionYear = edition }
  }

  /// Year of the edition, unless it is only the day on which an electronic text was released.
  ///
  /// Project Gutenberg's release, and the date of a package (EPUB 3.3, 5.5.3.2) without a
  /// publisher of its own, date the file rather than a publication.
  private static func edition(_ metadata: Metadata) -> Int? {
    guard let edition = metadata.editionYear else { return nil }
    switch edition.rule {
    case "gutenberg-header": return nil
    case "epub-package":
      let publisher = metadata.publisher.map { $0.value.lowercased() }
      guard let publisher, !publisher.contains("gutenberg") else { return nil }
      return edition.value
    default: return edition.value
    }
  }

  /// Replaces characters of an id that are not allowed in a BibTeX key.
  static func key(_ id: String) -> String {
    String(
      id.map {
        ($0.isASCII && ($0.isLetter || $0.isNumber)) || "-_:.".contains($0) ? $0 : "-"
      })
  }

  /// Volume in Arabic numerals (`2` for `II`); as printed if it is not a Roman numeral.
  var volumeNumber: String? {
    volume.map { volume in RomanNumeral.smallValue(of: volume).map(String.init) ?? volume }
  }

  /// Whether a reader could find the source from these facts.
  var isCitable: Bool { title != nil || !authors.isEmpty }

  /// Title and subtitle, separated by a colon unless the title ends in `?` or `!`.
  var fullTitle: String? {
    guard let title, let subtitle else { return title }
    return title.hasSuffix("?") || title.hasSuffix("!")
      ? "\(title) \(subtitle)" : "\(title): \(subtitle)"
  }

  /// Title for use in a running reference.
  ///
  /// For a paper, the line below the title is often only a description, so the subtitle appears in
  /// records alone.
  var proseTitle: String? { kind == .paper ? title : fullTitle }

  /// Whether the title is set without quotation marks, as for a whole work.
  var isWhole: Bool { kind == .book || kind == .named }

  /// Whether the title is in italics: that of a work published on its own, which a source that is
  /// only mentioned is known to be if it has volumes.
  var standsAlone: Bool { kind == .book || isInVolumes }

  /// Sets the title: in italics, in quotation marks, or, if only mentioned, as it is.
  ///
  /// Chicago Manual of Style, 18th edition, chapter 8; MLA Handbook, 9th edition, chapter 2;
  /// Publication Manual of the APA, 7th edition, 8.14.
  func set(_ title: String) -> FormattedText {
    FormattedText(isWhole ? title : title.quoted, isItalic: standsAlone)
  }

  /// Whether the container is a website named by its host, which Chicago and APA leave upright.
  var isInSite: Bool {
    guard let container, !container.contains(where: \.isWhitespace) else { return false }
    let labels = container.split(separator: ".", omittingEmptySubsequences: false)
    return labels.count > 1 && labels.allSatisfy { $0.count > 1 }
  }

  /// Editors that take the place of authors: of a whole work that has no authors.
  var leadingEditors: [Person] { authors.isEmpty && container == nil ? editors : [] }

  /// Editors named after the title.
  var followingEditors: [Person] { leadingEditors.isEmpty ? editors : [] }

  /// Capitalizes an English title for a style; a title that is only mentioned stays as printed.
  func capitalized(_ title: String, prepositionsTo length: Int) -> String {
    guard kind != .named, language?.hasPrefix("en") ?? true else { return title }
    return headlineCapitals(title, prepositionsTo: length)
  }
}
