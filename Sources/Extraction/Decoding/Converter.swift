// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc

/// Converts text to UTF-8 using the system's iconv.
enum Converter {
  struct Conversion {
    var utf8: [UInt8]
    /// Offset of the first invalid byte; `nil` if all bytes are valid.
    var firstInvalid: Int?
    var invalidCount = 0
  }

  /// Whether iconv supports an encoding.
  static func isKnown(_ encoding: String) -> Bool {
    guard let descriptor = open(encoding) else { return false }
    iconv_close(descriptor)
    return true
  }

  private static func open(_ encoding: String) -> iconv_t? {
    let descriptor = iconv_open("UTF-8", encoding)
    return descriptor == UnsafeMutableRawPointer(bitPattern: -1) ? nil : descriptor
  }

  /// Converts text, replacing each invalid byte by U+FFFD.
  static func convert(_ bytes: ArraySlice<UInt8>, from encoding: String) -> Conversion {
    guard let descriptor = open(encoding) else {
      return Conversion(utf8: Array(bytes), firstInvalid: nil)
    }
    defer { iconv_close(descriptor) }
    var conversion = Conversion(utf8: [], firstInvalid: nil)
    conversion.utf8.reserveCapacity(bytes.count + bytes.count / 8)
    var buffer = [CChar](repeating: 0, count: 65_536)
    /// Converts what is left of the input, or, without any, writes the letter that iconv keeps
    /// because a mark may follow it (Windows-1255, Windows-1258).
    func step(_ input: inout UnsafeMutablePointer<CChar>?, _ left: inout Int, flushes: Bool) -> Int
    {
      buffer.withUnsafeMutableBufferPointer { buffer in
        var output = buffer.baseAddress
        var room = buffer.count
        let result =
          flushes
          ? iconv(descriptor, nil, nil, &output, &room)
          : iconv(descriptor, &input, &left, &output, &room)
        let failure = errno
        buffer.withMemoryRebound(to: UInt8.self) {
          conversion.utf8.append(contentsOf: $0.prefix($0.count - room))
        }
        return result == -1 ? Int(failure) : 0
      }
    }
    bytes.withUnsafeBytes { source in
      var input = UnsafeMutablePointer<CChar>(
        mutating: source.baseAddress?.assumingMemoryBound(to: CChar.self)
      )
      var left = source.count
      while left > 0 {
        let failure = step(&input, &left, flushes: false)
        guard failure == EILSEQ || failure == EINVAL, left > 0 else { continue }
        _ = step(&input, &left, flushes: true)
        conversion.firstInvalid = conversion.firstInvalid ?? bytes.count - left
        conversion.invalidCount += 1
        conversion.utf8.append(contentsOf: [0xEF, 0xBF, 0xBD])
        input = input?.advanced(by: 1)
        left -= 1
      }
      _ = step(&input, &left, flushes: true)
    }
    return conversion
  }
}
