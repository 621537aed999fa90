// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

extension Diagnostic: Storable {
  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(
      try reader.readEnum(Severity.self),
      code: try reader.readString(),
      try reader.readString(),
      file: try reader.readOptional { (reader) throws(DamagedBytes) in try reader.readString() },
      line: try reader.readOptional { (reader) throws(DamagedBytes) in try reader.readInt() },
      offset: try reader.readOptional { (reader) throws(DamagedBytes) in try reader.readInt() }
    )
  }

  package func write(to writer: inout ByteWriter) {
    writer.write(severity.rawValue)
    writer.write(code)
    writer.write(message)
    writer.write(file) { $0.write($1) }
    writer.write(line) { $0.write($1) }
    writer.write(offset) { $0.write($1) }
  }
}
