// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Citation
package import CitationLists
import IndexSchema

/// The request to `/kept` and `/v1/kept`: passages to take away.
package struct KeptRequest: APIRequest {
  /// The ids, each with the number of the quotation that is cited, if one is: `work/p31.q2`.
  package var ids: [String] = []
  /// The style of the references.
  package var style = CitationStyle.all[0]
  /// The form in which they are taken away; `nil` for a page.
  package var format: ListFormat?
  package var visit = VisitRequest.blank

  package static let blank = KeptRequest()

  package static let table = ParameterTable<KeptRequest>(
    [id, style, formatParameter] + VisitRequest.lifted(to: \.visit))

  /// All ids, those in links too.
  package var all: [String] {
    var all: [String] = []
    for id in ids + visit.kept where !all.contains(id) && all.count < APILimits.kept {
      all.append(id)
    }
    return all
  }

  private static let ids = ParameterDescription(
    name: "id", about: "The id of a passage; up to \(APILimits.kept) may be given.",
    values: .texts(1...APILimits.id), example: "\(Example.work)/p31")

  private static let id = Parameter<KeptRequest>(
    ids,
    read: { (value, request) throws(IndexError) in
      guard request.ids.count < APILimits.kept else {
        throw IndexError(
          .invalidArgument, "More than \(APILimits.kept) ids were given.",
          hint: "Take them away in several lists.")
      }
      request.ids.append(try ids.text(value))
    },
    written: { request in
      request.ids.isEmpty ? nil : request.ids.map(APILimits.encodedID).joined(separator: "&id=")
    })

  private static let styles = ParameterDescription(
    name: "style", about: "The style of the references.",
    values: .choice(CitationStyle.all.map(\.name)), fallback: CitationStyle.all[0].name,
    example: "apa")

  private static let style = Parameter<KeptRequest>(
    styles,
    read: { (value, request) throws(IndexError) in
      guard let style = CitationStyle(named: value) else { throw styles.refusal(of: value) }
      request.style = style
    },
    written: { $0.style.name == CitationStyle.all[0].name ? nil : $0.style.name })

  private static let formats = ParameterDescription(
    name: "format", about: "The form of the list, to be saved as a file.",
    values: .choice(ListFormat.all.map(\.name)), example: "docx")

  private static let formatParameter = Parameter<KeptRequest>(
    formats,
    read: { (value, request) throws(IndexError) in
      guard let format = ListFormat.all.first(where: { $0.name == value }) else {
        throw formats.refusal(of: value)
      }
      request.format = format
    }, written: { $0.format?.name })
}
