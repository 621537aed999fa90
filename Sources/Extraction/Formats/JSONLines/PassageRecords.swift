// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus
import FoundationEssentials
import TextFolding

/// The passages of a work as `pamphlet export` writes them, read back.
package struct PassageRecords: Sendable {
  /// The id of the work, as exported.
  package private(set) var work = ""
  /// What is known of it.
  package private(set) var metadata = Metadata()
  /// The name of the file that it was read from, then.
  package private(set) var file = ""
  /// The passages, in order.
  package private(set) var passages: [Passage] = []
  /// Lines that are not read, and why.
  package private(set) var diagnostics: [Diagnostic] = []

  /// Reads lines of JSON, all of one work.
  ///
  /// - Parameters:
  ///   - line: The number of the first.
  ///   - fingerprint: The hash of a passage's words.
  package init(_ lines: [UInt8], line: Int, fingerprint: (String) -> UInt64) {
    let decoder = JSONDecoder()
    var labels: Set<String> = []
    for (index, bytes) in lines.split(separator: 0x0A).enumerated() {
      do {
        let record = try decoder.decode(PassageRecord.self, from: Data(bytes))
        var passage = record.passage(ordinal: passages.count)
        guard PassageRecord.isLabel(passage.label), labels.insert(passage.label).inserted else {
          throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: ""))
        }
        passage.fingerprint = fingerprint(passage.text)
        if passages.isEmpty {
          work = record.source.work
          file = record.source.file ?? ""
          metadata = record.source.metadata
        }
        passages.append(passage)
      } catch {
        diagnostics.append(
          Diagnostic(
            .error, code: "unreadable-record",
            "The line is no passage that is read: \(TextRecord.cause(error))",
            line: line + index))
      }
    }
    takeLanguage()
  }

  /// The language of most passages is the work's; the others keep theirs.
  private mutating func takeLanguage() {
    var counts: [String: Int] = [:]
    for passage in passages { if let own = passage.language { counts[own, default: 0] += 1 } }
    guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else {
      return
    }
    metadata.language = Attributed(most, .stated, rule: "json-passage")
    for index in passages.indices where passages[index].language == most {
      passages[index].language = nil
    }
  }
}

/// One passage, as it stands in a line.
struct PassageRecord: Decodable {
  struct Pages: Decodable {
    var first: String
    var last: String
    var inferred: Bool?
  }

  struct Named: Decodable {
    var name: String
    var family: String?
    var given: String?
    var real_name: String?
    var role: String?
  }

  struct Origin: Decodable {
    var work: String
    var title: String?
    var subtitle: String?
    var authors: [String]?
    var people: [Named]?
    var year: Int?
    var edition_year: Int?
    var language: String?
    var collection: String?
    var publisher: String?
    var place: String?
    var section: [String]?
    var pages: Pages?
    var paragraph: Int?
    var note: String?
    var belongs_to: String?
    var file: String?
    var url: String?
    var rights: String?
  }

  struct Note: Decodable {
    var number: String
    var offset: Int?
    var text: String
    var id: String?
    var printed: String?
    var basis: String?
  }

  struct Cited: Decodable {
    var authors: [String]?
    var title: String?
    var container: String?
    var editors: [String]?
    var volume: String?
    var issue: String?
    var pages: String?
    var division: String?
    var year: Int?
    var work: String?

    var named: NamedSource {
      NamedSource(
        authors: authors ?? [], title: title, container: container, editors: editors ?? [],
        volume: volume, issue: issue, pages: pages, division: division, year: year, work: work)
    }
  }

  struct Quoted: Decodable {
    struct Seen: Decodable {
      var rule: String
      var range: [Int]
      var passage: String?
    }

    var range: [Int]
    var text: String
    var speaker: String?
    var printed_speaker: String?
    var source: Cited?
    var via: [Cited]?
    var note: String?
    var basis: String?
    var evidence: [Seen]?
    var conflict: String?
  }

  var id: String
  var kind: String
  var text: String
  var source: Origin
  var notes: [Note]?
  var quotations: [Quoted]?
  var citations: [Quoted]?

  /// Whether a label is one that Pamphlet gives: `p31.2`, `n6-2`.
  static func isLabel(_ label: String) -> Bool {
    (1...40).contains(label.utf8.count)
      && label.utf8.allSatisfy {
        ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x2E || $0 == 0x2D
      }
  }

  /// The passage that the line is.
  func passage(ordinal: Int) -> Passage {
    let length = text.unicodeScalars.count
    func range(_ bounds: [Int], within limit: Int) -> Range<Int> {
      guard bounds.count == 2, bounds[0] >= 0, bounds[0] <= bounds[1], bounds[1] <= limit else {
        return 0..<0
      }
      return bounds[0]..<bounds[1]
    }
    func range(_ bounds: [Int]) -> Range<Int> { range(bounds, within: length) }
    func evidence(_ seen: [Quoted.Seen]?) -> [Evidence] {
      (seen ?? []).map { seen in
        // What stands in another passage is not measured by this one.
        Evidence(
          rule: seen.rule,
          range: range(seen.range, within: seen.passage == nil ? length : Int(Int32.max)),
          passage: seen.passage)
      }
    }
    func basis(_ name: String?) -> Basis { name.flatMap(Basis.init) ?? .inferred }
    func label(_ id: String) -> String { id.split(separator: "/").last.map(String.init) ?? id }
    var passage = Passage(
      work: source.work, label: label(id), kind: Passage.Kind(rawValue: kind) ?? .body, text: text,
      ordinal: ordinal, section: source.section ?? [],
      pages: source.pages.map {
        PageRange(first: $0.first, last: $0.last, isInferred: $0.inferred ?? false)
      },
      paragraph: source.paragraph, note: source.note, belongsTo: source.belongs_to.map(label))
    passage.notes = (notes ?? []).map { note in
      AttachedNote(
        number: note.number, offset: note.offset, text: note.text,
        label: note.id.map(label) ?? "n\(note.number)", printed: note.printed,
        basis: basis(note.basis))
    }
    passage.quotations = (quotations ?? []).map { quoted in
      Quotation(
        range: range(quoted.range), text: quoted.text, speaker: quoted.speaker,
        printedSpeaker: quoted.printed_speaker, source: quoted.source?.named,
        via: (quoted.via ?? []).map(\.named), note: quoted.note,
        basis: basis(quoted.basis), evidence: evidence(quoted.evidence))
    }
    passage.references = (citations ?? []).map { cited in
      Reference(
        range: range(cited.range), text: cited.text,
        source: cited.source?.named ?? NamedSource(), via: (cited.via ?? []).map(\.named),
        basis: basis(cited.basis), evidence: evidence(cited.evidence), conflict: cited.conflict)
    }
    if let hash = source.url?.firstIndex(of: "#"), let url = source.url {
      passage.anchor = String(url[url.index(after: hash)...])
    }
    passage.language = source.language
    return passage
  }
}

extension PassageRecord.Origin {
  /// What is known of the work.
  var metadata: Metadata {
    var metadata = Metadata()
    func fact<Value>(_ value: Value?) -> Attributed<Value>? {
      value.map { Attributed($0, .stated, rule: "json-passage") }
    }
    metadata.title = fact(title)
    metadata.subtitle = fact(subtitle)
    metadata.year = fact(year)
    metadata.editionYear = fact(edition_year)
    metadata.collection = fact(collection)
    metadata.publisher = fact(publisher)
    metadata.place = fact(place)
    metadata.rights = fact(rights)
    metadata.url = fact(url.map { String($0.prefix { $0 != "#" }) })
    let people = people?.map { named in
      Person(
        name: named.name, family: named.family, given: named.given,
        role: named.role.flatMap(Person.Role.init) ?? .author, realName: named.real_name)
    }
    metadata.people = (people ?? (authors ?? []).map { Person(parsing: $0) }).compactMap {
      fact($0)
    }
    return metadata
  }
}
