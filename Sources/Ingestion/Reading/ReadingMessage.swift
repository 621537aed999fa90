// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import BinaryCoding

/// What a reader's process is asked.
enum ReadingMessage {
  /// The version of the messages; parent and child are one program, so another is a fault.
  static let version: UInt64 = 1

  /// Whether the kernel filters its system calls.
  case hello
  /// Read a text: a `ReadingAnswer`.
  case read(ReadingRequest)
  /// Divide the text that was read last: an `IndexedText`.
  case divide(DivisionRequest)
  /// Open a file that holds texts: whether it does.
  case open(name: String, bytes: [UInt8])
  /// The next texts of the file that was opened last: an array of `Member`, empty behind the last.
  case next

  /// The message as bytes.
  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(Self.version)
    switch self {
    case .hello: writer.write(UInt64(0))
    case .read(let request):
      writer.write(UInt64(1))
      writer.write(request)
    case .divide(let request):
      writer.write(UInt64(2))
      writer.write(request)
    case .open(let name, let bytes):
      writer.write(UInt64(3))
      writer.write(name)
      writer.write(bytes: bytes)
    case .next: writer.write(UInt64(4))
    }
    return writer.bytes
  }

  /// Reads a message.
  init(_ bytes: [UInt8]) throws(DamagedBytes) {
    self = try decoded(bytes) { (reader) throws(DamagedBytes) in
      guard try reader.readUnsigned() == Self.version else { throw DamagedBytes() }
      return switch try reader.readUnsigned() {
      case 0: .hello
      case 1: .read(try ReadingRequest(from: &reader))
      case 2: .divide(try DivisionRequest(from: &reader))
      case 3: .open(name: try reader.readString(), bytes: try reader.readBytes())
      case 4: .next
      default: throw DamagedBytes()
      }
    }
  }
}

/// Reads a value from bytes.
func decoded<Value>(
  _ bytes: [UInt8], _ read: (inout ByteReader) throws(DamagedBytes) -> Value
) throws(DamagedBytes) -> Value {
  let result = bytes.withUnsafeBytes { bytes in
    Result { () throws(DamagedBytes) in
      var reader = ByteReader(bytes)
      return try read(&reader)
    }
  }
  return try result.get()
}

/// A value as bytes.
func encoded(_ write: (inout ByteWriter) -> Void) -> [UInt8] {
  var writer = ByteWriter()
  write(&writer)
  return writer.bytes
}
