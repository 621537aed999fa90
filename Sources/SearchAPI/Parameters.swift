// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import IndexSchema
import QueryLanguage
package import PassageSearch

/// The parameters of a request, in order, decoded.
package typealias Parameters = [(name: String, value: String)]

/// The fields by which a search may be restricted, in requests as on the command line.
package let filterFields = [
  "author", "title", "work", "year", "decade", "language", "speaker", "cites", "section", "kind",
  "collection", "page",
]

extension SearchRequest {
  /// Reads the parameters of a search.
  ///
  /// - Throws: `IndexError(.invalidArgument)` that names the parameter.
  package init(parameters: Parameters) throws(IndexError) {
    self.init("")
    var hasQuery = false
    for (name, value) in parameters {
      switch name {
      case "q":
        guard !hasQuery else { throw IndexError(.invalidArgument, "`q` is given twice.") }
        hasQuery = true
        query = value
      case "limit": limit = try number(value, name, 0...SearchLimits.limit)
      case "offset": offset = try number(value, name, 0...SearchLimits.offset)
      case "snippet": snippetLength = try number(value, name, 40...2_000)
      case "group":
        guard value == "work" else { throw notOneOf(value, name, ["work"]) }
        groupByWork = true
      case "sort":
        guard let order = SearchOrder(rawValue: value) else {
          throw notOneOf(value, name, SearchOrder.allCases.map(\.rawValue))
        }
        self.order = order
      case "like":
        guard (1...240).contains(value.unicodeScalars.count) else {
          throw IndexError(.invalidArgument, "`like` is no id of a passage.")
        }
        like = value
      case "explain":
        guard value == "true" || value == "false" else {
          throw notOneOf(value, name, ["true", "false"])
        }
        explains = value == "true"
      case "revision":
        guard (1...40).contains(value.utf8.count) else {
          throw IndexError(.invalidArgument, "`revision` is no revision.")
        }
        revision = value
      case "facets":
        let names = value.split(separator: ",").map(String.init)
        guard names.count <= 8 else {
          throw IndexError(.invalidArgument, "At most 8 facets are counted at once.")
        }
        facets += names.filter { !facets.contains($0) }
      case _ where filterFields.contains(name):
        guard filters.count < 32 else {
          throw IndexError(.invalidArgument, "At most 32 filters are applied at once.")
        }
        guard (1...200).contains(value.unicodeScalars.count) else {
          throw IndexError(
            .invalidArgument, "`\(name)` is empty or longer than 200 characters.",
            hint: "Leave it out, or name a shorter value.")
        }
        filters.append(Filter(field: name, value: value))
      default:
        throw unknownParameter(
          name,
          known: [
            "q", "limit", "offset", "snippet", "group", "facets", "sort", "like", "explain",
            "revision",
          ] + filterFields
        )
      }
    }
  }
}

/// A whole number within bounds.
package func number(
  _ value: String,
  _ name: String,
  _ bounds: ClosedRange<Int>
) throws(IndexError) -> Int {
  guard value.utf8.count <= 9, value.utf8.allSatisfy({ $0 &- 0x30 < 10 }), let number = Int(value),
    bounds.contains(number)
  else {
    throw IndexError(
      .invalidArgument,
      "`\(name)` is “\(value.prefix(40))”.",
      hint: "It may be a whole number from \(bounds.lowerBound) to \(bounds.upperBound)."
    )
  }
  return number
}

/// The error of a value that is none of those that a parameter may have.
package func notOneOf(_ value: String, _ name: String, _ values: [String]) -> IndexError {
  IndexError(
    .invalidArgument,
    "`\(name)` is “\(value.prefix(40))”.",
    hint: "It may be \(values.map { "`\($0)`" }.joined(separator: ", "))."
  )
}

/// The error of a parameter that nobody knows.
package func unknownParameter(_ name: String, known: [String]) -> IndexError {
  IndexError(
    .invalidArgument,
    "There is no parameter “\(name.prefix(40))”.",
    hint: "The parameters are \(known.joined(separator: ", "))."
  )
}

/// The path and query of a search; a page after the first names the revision that it goes on from.
package func searchPath(
  _ request: SearchRequest,
  offset: Int,
  base: String = "/v1/search"
) -> String {
  var parts = ["q=\(percentEncoded(request.query))"]
  if request.limit != 10 { parts.append("limit=\(request.limit)") }
  if offset > 0 { parts.append("offset=\(offset)") }
  for filter in request.filters { parts.append("\(filter.field)=\(percentEncoded(filter.value))") }
  if !request.facets.isEmpty { parts.append("facets=\(request.facets.joined(separator: ","))") }
  if request.groupByWork { parts.append("group=work") }
  if request.snippetLength != 300 { parts.append("snippet=\(request.snippetLength)") }
  if request.order != .relevance { parts.append("sort=\(request.order.rawValue)") }
  if let like = request.like { parts.append("like=\(percentEncoded(like))") }
  if request.explains { parts.append("explain=true") }
  if let revision = request.revision { parts.append("revision=\(percentEncoded(revision))") }
  return "\(base)?\(parts.joined(separator: "&"))"
}

/// A string as a part of an address (RFC 3986, unreserved characters as they are).
package func percentEncoded(_ text: String) -> String {
  var bytes: [UInt8] = []
  let digits = Array("0123456789ABCDEF".utf8)
  for byte in text.utf8 {
    let isUnreserved =
      (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x2D || byte == 0x2E
      || byte == 0x5F || byte == 0x7E
    if isUnreserved {
      bytes.append(byte)
    } else {
      bytes.append(contentsOf: [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]])
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}
