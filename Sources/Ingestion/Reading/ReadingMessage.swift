// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import BinaryCoding

/// A request to a reader process.
enum ReadingMessage {
  /// Version of the protocol; parent and child run the same program, so a mismatch is an error.
  static let version: UInt64 = 1

  /// Asks whether a system call filter is active.
  case hello
  /// Reads a text; answered by a `ReadingAnswer`.
  case read(ReadingRequest)
  /// Divides the text read last; answered by an `IndexedText`.
  case divide(DivisionRequest)
  /// Opens a container; answered by whether it is one.
  case open(name: String, bytes: [UInt8])
  /// Returns the next members of the open container: an array of `Member`, empty after the last.
  case next

  /// The message in binary form.
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

  /// Decodes a message.
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

/// Decodes a value from bytes.
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

/// Encodes a value as bytes.
func encoded(_ write: (inout ByteWriter) -> Void) -> [UInt8] {
  var writer = ByteWriter()
  write(&writer)
  return writer.bytes
}
