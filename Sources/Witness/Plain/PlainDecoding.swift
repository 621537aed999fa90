// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc

/// Decodes text in the encoding under which its words are those that were extracted.
///
/// A witness for words, not for the encoding: of the encodings that could be meant it takes the one
/// in which most words of the beginning are accounted for.
enum PlainDecoding {
  /// Encodings of texts that are not Unicode.
  private static let encodings = [
    "WINDOWS-1252", "ISO-8859-1", "ISO-8859-15", "ISO-8859-2", "WINDOWS-1250", "WINDOWS-1251",
    "KOI8-R", "KOI8-U", "ISO-8859-5", "CP866", "CP437", "CP850", "MACINTOSH", "WINDOWS-1253",
    "ISO-8859-7", "WINDOWS-1254", "WINDOWS-1255", "WINDOWS-1256", "WINDOWS-1257", "ISO-8859-3",
    "ISO-8859-4", "ISO-8859-10", "ISO-8859-13", "ISO-8859-16", "GB18030", "BIG5", "SHIFT_JIS",
    "EUC-JP", "ISO-2022-JP", "EUC-KR", "TIS-620", "UTF-16LE", "UTF-16BE",
  ]

  /// Number of bytes that are compared.
  private static let sample = 20_000

  static func text(_ bytes: [UInt8], like accounted: AccountedText) -> String {
    if let (encoding, skipped) = mark(bytes) {
      return convert(bytes[skipped...], from: encoding)
    }
    if !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) { return text }
    var words = WordList()
    for (index, segment) in accounted.segments.enumerated() {
      words.add(segment.text, segment: index)
    }
    let known = Set(words.hashes)
    let sample = decisive(bytes)
    var best = (score: Int.min, encoding: "UTF-8")
    for encoding in ["UTF-8"] + encodings {
      var found = WordList()
      found.add(convert(sample[...], from: encoding), segment: 0)
      // Letters that are wrong divide words, which makes more of them.
      let score = 2 * found.hashes.count { known.contains($0) } - found.count
      if score > best.score { best = (score, encoding) }
    }
    return convert(bytes[...], from: best.encoding)
  }

  /// The beginning of a file in Unicode's encodings, or else the words that are not ASCII, with
  /// their neighbours.
  private static func decisive(_ bytes: [UInt8]) -> [UInt8] {
    let beginning = Array(bytes.prefix(sample))
    guard !beginning.contains(0), !beginning.contains(0x1B) else { return beginning }
    var decisive: [UInt8] = []
    var done = 0
    for index in bytes.indices where bytes[index] >= 0x80 && index >= done {
      let start = bytes[done..<index].lastIndex { $0 <= 0x20 } ?? done
      let end = bytes[index...].firstIndex { $0 <= 0x20 } ?? bytes.endIndex
      decisive.append(contentsOf: bytes[start..<min(end, index + sample)])
      decisive.append(0x20)
      done = end
      if decisive.count > sample { break }
    }
    return decisive
  }

  private static func mark(_ bytes: [UInt8]) -> (String, Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return ("UTF-8", 3) }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return ("UTF-32LE", 4) }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return ("UTF-32BE", 4) }
    if bytes.starts(with: [0xFF, 0xFE]) { return ("UTF-16LE", 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return ("UTF-16BE", 2) }
    return nil
  }

  /// Converts text to UTF-8; what is invalid becomes a space.
  static func convert(_ bytes: ArraySlice<UInt8>, from encoding: String) -> String {
    if encoding == "UTF-8" { return String(decoding: bytes, as: UTF8.self) }
    let descriptor = iconv_open("UTF-8", encoding)
    guard descriptor != UnsafeMutableRawPointer(bitPattern: -1) else { return "" }
    defer { iconv_close(descriptor) }
    var output = [CChar](repeating: 0, count: bytes.count * 4 + 16)
    let size = output.count
    let used = bytes.withUnsafeBytes { source in
      output.withUnsafeMutableBufferPointer { buffer in
        var input = UnsafeMutablePointer(
          mutating: source.baseAddress?.assumingMemoryBound(to: CChar.self))
        var place = buffer.baseAddress
        var (left, room) = (source.count, size)
        while left > 0 {
          let result = iconv(descriptor, &input, &left, &place, &room)
          guard result == -1, left > 0, room > 1, errno != E2BIG else { break }
          place?.pointee = 0x20
          place = place?.advanced(by: 1)
          room -= 1
          input = input?.advanced(by: 1)
          left -= 1
        }
        return size - room
      }
    }
    return String(decoding: output.prefix(used).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
