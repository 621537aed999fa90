// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import HTTPTypes
import Hummingbird
import NIOCore
import IndexSchema
import SearchAPI

/// An answer on its way out.
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
  /// Why it is not what was asked for, for the log.
  var cause: String?
  /// Whether the deadline cut it.
  var isCut = false

  /// A JSON answer that a client may keep and ask after by its tag.
  static func json(_ body: String, etag: String? = nil) -> Answer {
    var answer = Answer(body: Array(body.utf8))
    if let etag { answer.add(.eTag, etag) }
    answer.add(.cacheControl, "no-cache")
    return answer
  }

  /// A JSON answer that the deadline may have cut: then another time it may be another.
  static func json(_ body: String, etag: String?, isCut: Bool) -> Answer {
    guard isCut else { return .json(body, etag: etag) }
    var answer = Answer(body: Array(body.utf8), isCut: true)
    answer.add(.cacheControl, "no-store")
    return answer
  }

  /// An answer in text of another type.
  static func text(_ body: String, _ contentType: String) -> Answer {
    Answer(contentType: contentType, body: Array(body.utf8))
  }

  /// What the client has is still right (RFC 9110, 15.4.5).
  static func notModified(_ etag: String) -> Answer {
    var answer = Answer(status: .notModified)
    answer.add(.eTag, etag)
    answer.add(.cacheControl, "no-cache")
    return answer
  }

  /// A problem (RFC 9457).
  ///
  /// - Parameters:
  ///   - retryAfter: After how many seconds it is worth asking again.
  ///   - isLogged: Whether one that is not the client's fault is written to the log.
  static func problem(
    _ error: IndexError, status: Int? = nil, retryAfter: Int = 1, isLogged: Bool = true
  ) -> Answer {
    let status = status ?? error.code.httpStatus
    var answer = Answer(
      status: .init(code: status),
      contentType: "application/problem+json",
      body: Array(problemJSON(error, status: status).utf8)
    )
    if status == 503 { answer.add(.retryAfter, String(retryAfter)) }
    if status >= 500, isLogged {
      answer.cause = [error.code.rawValue, error.message, error.underlying].compactMap(\.self)
        .joined(separator: ": ")
    }
    return answer
  }

  /// Adds a header field.
  mutating func add(_ name: HTTPField.Name, _ value: String) {
    fields.append(Field(name: name, value: value))
  }

  /// The response; without a body to a `HEAD`.
  func response(isHead: Bool) -> Response {
    var headers = HTTPFields()
    if status != .notModified {
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

/// The tag of an answer: the same for the same question to the same revision.
///
/// Weak (RFC 9110, 8.8.1), for the time that a search took is not the same twice.
func entityTag(revision: String, question: String) -> String {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325  // FNV-1a
  for byte in question.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
  return "W/\"\(revision)-\(String(hash, radix: 36))\""
}

/// Whether the condition `If-None-Match` names a tag, or any (RFC 9110, 13.1.2).
func isNamed(_ tag: String, byIfNoneMatch condition: String?) -> Bool {
  guard let condition else { return false }
  func opaque(_ tag: some StringProtocol) -> String {
    tag.hasPrefix("W/") ? String(tag.dropFirst(2)) : String(tag)
  }
  let tags = condition.split(separator: ",").map { $0.trimmed }
  return tags == ["*"] || tags.contains { opaque($0) == opaque(tag) }
}

extension Substring {
  /// Without the spaces and tabs at both ends.
  var trimmed: Substring {
    let isBlank = { (character: Character) in character == " " || character == "\t" }
    var rest = drop(while: isBlank)
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    return rest
  }
}
