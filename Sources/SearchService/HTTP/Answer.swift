// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Answers
import HTTPTypes
import Hummingbird
import IndexSchema
import NIOCore
import ReaderPages
import SearchAPI

/// A response before it is sent.
struct Answer: Sendable, Equatable {
  /// A header field.
  struct Field: Sendable, Equatable {
    var name: HTTPField.Name
    var value: String
  }

  var status: HTTPResponse.Status = .ok
  var contentType = "application/json; charset=utf-8"
  var body: [UInt8] = []
  var fields: [Field] = []
  /// The reason for an error, for the log.
  var cause: String?
  /// The error, if it occurred in this process; `nil` if it came from a worker.
  var error: IndexError?
  /// Whether the deadline cut the answer short.
  var isCut = false

  /// An object as JSON; if the deadline may have cut it short it is not cached, because it may
  /// differ next time.
  static func json(_ object: some APIObject, isCut: Bool = false) -> Answer {
    var answer = Answer(body: Array(object.json.utf8), isCut: isCut)
    answer.add(.cacheControl, isCut ? "no-store" : "no-cache")
    return answer
  }

  /// A JSON document that does not change while the daemon runs.
  static func document(_ json: String) -> Answer {
    var answer = Answer(body: Array(json.utf8))
    answer.add(.cacheControl, "no-cache")
    return answer
  }

  /// A text answer of another media type.
  static func text(_ body: String, _ contentType: String) -> Answer {
    Answer(contentType: contentType, body: Array(body.utf8))
  }

  /// A file of the pages, whose address changes with its content.
  static func asset(_ asset: Asset) -> Answer { lasting(asset.text, asset.type) }

  /// A file that clients may keep for a year.
  static func lasting(_ text: String, _ contentType: String) -> Answer {
    var answer = Answer.text(text, contentType)
    answer.add(.cacheControl, "public, max-age=31536000, immutable")
    return answer
  }

  /// The client's copy is still valid (RFC 9110, 15.4.5).
  static func notModified(_ etag: String) -> Answer {
    var answer = Answer(status: .notModified)
    answer.add(.eTag, etag)
    answer.add(.cacheControl, "no-cache")
    return answer
  }

  /// What was asked for has another address now (RFC 9110, 15.4.9).
  ///
  /// Clients ask again each time: an id that was given up can be taken back.
  static func moved(to address: String) -> Answer {
    var answer = Answer(status: .permanentRedirect)
    answer.add(.location, address)
    answer.add(.cacheControl, "no-cache")
    return answer
  }

  /// A problem (RFC 9457).
  ///
  /// - Parameters:
  ///   - retryAfter: The number of seconds after which a retry is worthwhile.
  ///   - isLogged: Whether to log a problem that is not the client's fault.
  static func problem(
    _ error: IndexError, status: Int? = nil, retryAfter: Int = 1, isLogged: Bool = true
  ) -> Answer {
    let problem = Problem(error, status: status)
    var answer = Answer(
      status: .init(code: problem.status),
      contentType: "application/problem+json",
      body: Array(problem.json.utf8)
    )
    answer.error = error
    if problem.status == 503 { answer.add(.retryAfter, String(retryAfter)) }
    if !problem.isOfRequest, isLogged { answer.cause = cause(problem.error) }
    return answer
  }

  /// The log message of an error.
  static func cause(_ error: IndexError) -> String {
    [error.code.rawValue, error.message, error.underlying].compactMap(\.self)
      .joined(separator: ": ")
  }

  /// Adds a header field.
  mutating func add(_ name: HTTPField.Name, _ value: String) {
    fields.append(Field(name: name, value: value))
  }

  /// The HTTP response; without a body for `HEAD`.
  func response(isHead: Bool) -> Response {
    var headers = HTTPFields()
    if status != .notModified, status != .noContent {
      headers[.contentType] = contentType
      if isHead { headers[.contentLength] = String(body.count) }
    }
    headers[.xContentTypeOptions] = "nosniff"
    for field in fields { headers[field.name] = field.value }
    let isEmpty = isHead || status == .notModified
    return Response(
      status: status,
      headers: headers,
      body: isEmpty ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: body))
    )
  }
}

extension Substring {
  /// The text without leading and trailing spaces and tabs.
  var trimmed: Substring {
    let isBlank = { (character: Character) in character == " " || character == "\t" }
    var rest = drop(while: isBlank)
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    return rest
  }
}
