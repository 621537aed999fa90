// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

extension WorkContents: Storable {
  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init()
    quotations = try reader.readInt()
    slices = try reader.readArray { (reader) throws(DamagedBytes) in
      Slice(
        label: try reader.readString(),
        page: try reader.readOptional { (reader) throws(DamagedBytes) in try reader.readString() })
    }
    headings = try reader.readArray { (reader) throws(DamagedBytes) in
      Heading(
        title: try reader.readString(), depth: try reader.readInt(),
        ordinal: try reader.readInt(), label: try reader.readString(),
        page: try reader.readOptional { (reader) throws(DamagedBytes) in try reader.readString() })
    }
  }

  package func write(to writer: inout ByteWriter) {
    writer.write(quotations)
    writer.write(slices) { writer, slice in
      writer.write(slice.label)
      writer.write(slice.page) { $0.write($1) }
    }
    writer.write(headings) { writer, heading in
      writer.write(heading.title)
      writer.write(heading.depth)
      writer.write(heading.ordinal)
      writer.write(heading.label)
      writer.write(heading.page) { $0.write($1) }
    }
  }
}
