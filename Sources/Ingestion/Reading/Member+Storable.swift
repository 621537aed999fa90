// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import BinaryCoding
import Corpus
package import Extraction

extension Member: Storable {
  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(
      name: try reader.readString(),
      key: try reader.readOptionalString(),
      line: try reader.readOptional { (reader) throws(DamagedBytes) in try reader.readInt() },
      content: try Content(from: &reader))
  }

  package func write(to writer: inout ByteWriter) {
    writer.write(name)
    writer.write(key) { $0.write($1) }
    writer.write(line) { $0.write($1) }
    writer.write(content)
  }
}

extension Member.Content: Storable {
  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    switch try reader.readUnsigned() {
    case 0: self = .file(try reader.readBytes())
    case 1: self = .text(try reader.readBytes())
    case 2: self = .passages(try reader.readBytes())
    case 3: self = .failure(try Diagnostic(from: &reader))
    default: throw DamagedBytes()
    }
  }

  package func write(to writer: inout ByteWriter) {
    switch self {
    case .file(let bytes):
      writer.write(UInt64(0))
      writer.write(bytes: bytes)
    case .text(let bytes):
      writer.write(UInt64(1))
      writer.write(bytes: bytes)
    case .passages(let bytes):
      writer.write(UInt64(2))
      writer.write(bytes: bytes)
    case .failure(let diagnostic):
      writer.write(UInt64(3))
      writer.write(diagnostic)
    }
  }
}
