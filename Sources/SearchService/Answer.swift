// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import HTTPTypes
import Hummingbird
import NIOCore
import PassageIndex
import SearchAPI

/// An answer on its way out.
struct Answer: Sendable {
  var status: HTTPResponse.Status = .ok
  var contentType = "application/json; charset=utf-8"
  var body = ""
  var fields: [(HTTPField.Name, String)] = []

  /// A JSON answer.
  static func json(_ body: String, etag: String? = nil) -> Answer {
    var answer = Answer(body: body)
    if let etag { answer.fields = [(.eTag, etag)] }
    answer.fields.append((.cacheControl, "no-cache"))
    return answer
  }

  /// An answer in text of another type.
  static func text(_ body: String, _ contentType: String) -> Answer {
    Answer(contentType: contentType, body: body)
  }

  /// A problem (RFC 9457).
  static func problem(_ error: IndexError, status: Int? = nil) -> Answer {
    let status = status ?? error.code.httpStatus
    var answer = Answer(
      status: .init(code: status),
      contentType: "application/problem+json",
      body: problemJSON(error, status: status)
    )
    if status == 503 { answer.fields = [(.retryAfter, "1")] }
    return answer
  }

  /// The response; without a body to a `HEAD`.
  func response(isHead: Bool) -> Response {
    var headers = HTTPFields()
    if status != .notModified {
      headers[.contentType] = contentType
      if isHead { headers[.contentLength] = String(body.utf8.count) }
    }
    headers[.xContentTypeOptions] = "nosniff"
    for (name, value) in fields { headers[name] = value }
    let isEmpty = isHead || status == .notModified
    return Response(
      status: status,
      headers: headers,
      body: isEmpty ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(string: body))
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
