// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus
import FoundationEssentials
import TextFolding

/// A JSON line that contains a text: `{"_id", "title", "author", "year", "text", …}`.
package enum TextRecord {
  private struct Fields: Decodable {
    var title: LooseString?
    var subtitle: LooseString?
    var author: LooseList?
    var authors: LooseList?
    var editor: LooseList?
    var editors: LooseList?
    var translator: LooseList?
    var translators: LooseList?
    var year: LooseString?
    var date: LooseString?
    var language: LooseString?
    var lang: LooseString?
    var url: LooseString?
    var rights: LooseString?
    var license: LooseString?
    var publisher: LooseString?
    var collection: LooseString?
    var format: LooseString?
    var text: LooseString?
    var body: LooseString?
    var content: LooseString?
    var contents: LooseString?
  }

  /// Extracts the text; `format` can be html, markdown or muse, and defaults to plain text.
  package static func extract(
    _ line: [UInt8], name: String, lineNumber: Int
  ) -> (text: ExtractedText, format: Format) {
    let fields: Fields
    do {
      fields = try JSONDecoder().decode(Fields.self, from: Data(line))
    } catch {
      return (
        failure("The line is not a readable JSON object: \(cause(error))", lineNumber), .text
      )
    }
    guard let body = (fields.text ?? fields.body ?? fields.content ?? fields.contents)?.value else {
      return (failure("The line has no text; it needs a member “text”.", lineNumber), .text)
    }
    let format = fields.format.flatMap { Format(named: $0.value.lowercased()) } ?? .text
    let file = SourceFile(name: name, bytes: [])
    let normal = DecodedText(Array(body.utf8)).text
    let stated = metadata(fields, line: lineNumber)
    let text = format.extract(normal, file: file, stating: stated)
    return (text, format)
  }

  private static func metadata(_ fields: Fields, line: Int) -> Metadata {
    var metadata = Metadata()
    func fact(_ value: LooseString?) -> Attributed<String>? {
      guard let text = value?.value.trimmed, !text.isEmpty else { return nil }
      return Attributed(text, .stated, rule: "json-record", evidence: text, line: line)
    }
    metadata.title = fact(fields.title)
    metadata.subtitle = fact(fields.subtitle)
    metadata.language = fact(fields.language ?? fields.lang)
    metadata.url = fact(fields.url)
    metadata.rights = fact(fields.rights ?? fields.license)
    metadata.publisher = fact(fields.publisher)
    metadata.collection = fact(fields.collection)
    if let date = (fields.year ?? fields.date)?.value {
      metadata.setDate(date, rule: "json-record", line: line)
    }
    for (names, role) in [
      (fields.authors ?? fields.author, Person.Role.author),
      (fields.editors ?? fields.editor, .editor),
      (fields.translators ?? fields.translator, .translator),
    ] {
      for name in names?.values ?? [] {
        metadata.people += Person.people(parsing: name, role: role).map {
          Attributed($0, .stated, rule: "json-record", evidence: name, line: line)
        }
      }
    }
    return metadata
  }

  private static func failure(_ message: String, _ line: Int) -> ExtractedText {
    ExtractedText(
      diagnostics: [Diagnostic(.error, code: "unreadable-record", message, line: line)])
  }

  /// A short explanation of what is wrong with a line.
  static func cause(_ error: any Error) -> String {
    guard let error = error as? DecodingError else { return "\(error)." }
    return switch error {
    case .keyNotFound(let key, _): "“\(key.stringValue)” is missing."
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "“\(context.codingPath.map(\.stringValue).joined(separator: "."))” has the wrong type."
    default: "it is not valid JSON."
    }
  }
}
