// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CZlib
import HTTPTypes

/// Compresses answers for clients that accept it (RFC 9110, 8.4.1.3).
enum Compression {
  /// The smallest body that is worth it: what fits into a packet takes no longer uncompressed.
  private static let least = 1_400
  /// The compression level: a page of 100 kB takes about a millisecond.
  private static let level: Int32 = 5

  /// Whether a client accepts gzip.
  static func isAccepted(_ field: String?) -> Bool {
    (field ?? "").split(separator: ",").contains { part in
      let fields = part.split(separator: ";").map(\.trimmed)
      guard let name = fields.first?.lowercased(), name == "gzip" || name == "*" else {
        return false
      }
      return !fields.dropFirst().contains { $0.filter { $0 != " " } == "q=0" }
    }
  }

  /// Compresses the body of an answer in text, if that makes it smaller.
  static func compress(_ answer: inout Answer) {
    let type = answer.contentType
    let isText = [
      "text/", "application/json", "application/problem+json", "application/atom", "image/svg",
    ]
    .contains(where: type.hasPrefix)
    guard isText, answer.body.count >= least, let body = gzip(answer.body),
      body.count < answer.body.count
    else { return }
    answer.body = body
    answer.add(.contentEncoding, "gzip")
    if !answer.fields.contains(where: { $0.name == .vary }) { answer.add(.vary, "Accept-Encoding") }
  }

  /// The bytes in the format of gzip (RFC 1952); `nil` if memory is short.
  static func gzip(_ bytes: [UInt8]) -> [UInt8]? {
    var stream = z_stream()
    let format = Int32(15 + 16)  // The largest window, with the header of gzip.
    guard
      deflateInit2_(
        &stream, level, Z_DEFLATED, format, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { deflateEnd(&stream) }
    let bound = Int(deflateBound(&stream, UInt(bytes.count)))
    var source = bytes
    let packed = [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      count = source.withUnsafeMutableBufferPointer { source in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(clamping: source.count)
        stream.next_out = buffer.baseAddress
        stream.avail_out = UInt32(clamping: bound)
        return deflate(&stream, Z_FINISH) == Z_STREAM_END ? Int(stream.total_out) : 0
      }
    }
    return packed.isEmpty ? nil : packed
  }
}
