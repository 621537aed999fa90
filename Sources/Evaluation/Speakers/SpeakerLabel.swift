// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import FoundationEssentials

/// A quotation of which somebody has said who speaks.
///
/// Three shapes of lines are read: a place in a file (`file`, `start`, `end`, in code points); first
/// words beside a reference (`file`, `quotes`, `citation`); and a text of its own (`paragraphs`,
/// `quote`). In all, `speaker` is the speaker, or null if the text tells nobody; or there is one for
/// each of the quotes.
struct SpeakerLabel {
  enum Place {
    case offsets(Range<Int>)
    case words(String, citation: String)
    case paragraphs([String], quote: String, language: String?)
  }

  var id: String
  /// Name of the file; empty for a text of its own.
  var file: String
  var place: Place
  /// The speaker and other names that are as right; empty if nobody is.
  var names: [String]
  /// Whether these are somebody's words and not a title, a term or a scare quote.
  var isSpeech: Bool
  /// Whether a reader of the text could know the speaker.
  var isDecidable: Bool

  /// Whether a name is that of the speaker.
  var verdict: SpeakerVerdict {
    guard case .words = place else { return SpeakerVerdict(names) }
    return SpeakerVerdict(names, byFamily: true)
  }

  /// One speaker, or one for each of several quotes.
  private enum Speakers: Decodable {
    case one(String)
    case each([String?])

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let name = try? value.decode(String.self) {
        self = .one(name)
      } else {
        self = .each(try value.decode([String?].self))
      }
    }

    subscript(number: Int) -> String? {
      switch self {
      case .one(let name): name
      case .each(let names): number < names.count ? names[number] : nil
      }
    }
  }

  private struct Line: Decodable {
    var id: String?
    var file: String?
    var what: String?
    var split: String?
    var start: Int?
    var end: Int?
    var quotes: [String]?
    var citation: String?
    var paragraphs: [String]?
    var quote: String?
    var language: String?
    var speaker: Speakers?
    var aliases: [String]?
    var `class`: String?
    var speech: Bool?
    var decidable: Bool?
    var unscored: Bool?
    var unnamed: Bool?
  }

  /// Reads labels, one JSON object per line; references, parts kept back and what is in doubt are
  /// left out.
  static func labels(_ text: String) throws -> [SpeakerLabel] {
    var labels: [SpeakerLabel] = []
    for (number, line) in text.split(whereSeparator: \.isNewline).enumerated() {
      let line = try JSONDecoder().decode(Line.self, from: Data(line.utf8))
      guard line.what ?? "quotation" == "quotation", line.split ?? "dev" == "dev",
        line.unscored != true, line.unnamed != true
      else { continue }
      for (position, place) in places(line).enumerated() {
        let names = line.speaker?[position].map { [$0] + (line.aliases ?? []) } ?? []
        labels.append(
          SpeakerLabel(
            id: line.id ?? "\(number + 1)", file: line.file ?? "", place: place, names: names,
            isSpeech: line.speech ?? line.class.map { $0 == "speech" } ?? true,
            isDecidable: line.decidable ?? !names.isEmpty))
      }
    }
    return labels
  }

  private static func places(_ line: Line) -> [Place] {
    if let start = line.start, let end = line.end {
      return start < end ? [.offsets(start..<end)] : []
    }
    if let paragraphs = line.paragraphs, let quote = line.quote {
      return [.paragraphs(paragraphs, quote: quote, language: line.language)]
    }
    guard let citation = line.citation, line.speaker != nil else { return [] }
    return (line.quotes ?? []).map { .words($0, citation: citation) }
  }
}
