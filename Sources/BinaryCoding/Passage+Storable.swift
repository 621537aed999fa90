// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

extension PageRange: Storable {
  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(
      first: try reader.readString(),
      last: try reader.readString(),
      isInferred: try reader.readBool()
    )
  }

  package func write(to writer: inout ByteWriter) {
    writer.write(first)
    writer.write(last)
    writer.write(isInferred)
  }
}

extension PassagePageBreak: Storable {
  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(offset: try reader.readInt(), page: try reader.readString())
  }

  package func write(to writer: inout ByteWriter) {
    writer.write(offset)
    writer.write(page)
  }
}

extension AttachedNote: Storable {
  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(
      number: try reader.readString(),
      offset: try reader.readOptional { (reader) throws(DamagedBytes) in try reader.readInt() },
      text: try reader.readString(),
      label: try reader.readString(),
      printed: try reader.readOptional { (reader) throws(DamagedBytes) in try reader.readString() },
      basis: try reader.readEnum(Basis.self)
    )
  }

  package func write(to writer: inout ByteWriter) {
    writer.write(number)
    writer.write(offset) { $0.write($1) }
    writer.write(text)
    writer.write(label)
    writer.write(printed) { $0.write($1) }
    writer.write(basis.rawValue)
  }
}

extension Repair: Storable {
  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(
      range: try reader.readRange(),
      printed: try reader.readString(),
      rule: try reader.readString()
    )
  }

  package func write(to writer: inout ByteWriter) {
    writer.write(range)
    writer.write(printed)
    writer.write(rule)
  }
}

extension Passage: Storable {
  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(
      work: try reader.readString(),
      label: try reader.readString(),
      kind: try reader.readEnum(Kind.self),
      text: try reader.readString(),
      ordinal: try reader.readInt(),
      section: try reader.readArray { (reader) throws(DamagedBytes) in try reader.readString() },
      openedHeadings: try reader.readInt(),
      pages: try reader.readOptional { (reader) throws(DamagedBytes) in
        try PageRange(from: &reader)
      },
      paragraph: try reader.readOptional { (reader) throws(DamagedBytes) in try reader.readInt() },
      note: try reader.readOptional { (reader) throws(DamagedBytes) in try reader.readString() },
      belongsTo: try reader.readOptional { (reader) throws(DamagedBytes) in
        try reader.readString()
      },
      notes: try reader.readArray { (reader) throws(DamagedBytes) in
        try AttachedNote(from: &reader)
      },
      quotations: try reader.readArray { (reader) throws(DamagedBytes) in
        try Quotation(from: &reader)
      },
      references: try reader.readArray { (reader) throws(DamagedBytes) in
        try Reference(from: &reader)
      },
      repairs: try reader.readArray { (reader) throws(DamagedBytes) in try Repair(from: &reader) },
      language: try reader.readOptional { (reader) throws(DamagedBytes) in try reader.readString()
      },
      anchor: try reader.readOptional { (reader) throws(DamagedBytes) in try reader.readString() },
      line: try reader.readInt(),
      fingerprint: try reader.readUnsigned()
    )
    isContents = try reader.readBool()
    pageBreaks = try reader.readArray { (reader) throws(DamagedBytes) in
      try PassagePageBreak(from: &reader)
    }
  }

  package func write(to writer: inout ByteWriter) {
    writer.write(work)
    writer.write(label)
    writer.write(kind.rawValue)
    writer.write(text)
    writer.write(ordinal)
    writer.write(section) { $0.write($1) }
    writer.write(openedHeadings)
    writer.write(pages) { $0.write($1) }
    writer.write(paragraph) { $0.write($1) }
    writer.write(note) { $0.write($1) }
    writer.write(belongsTo) { $0.write($1) }
    writer.write(notes) { $0.write($1) }
    writer.write(quotations) { $0.write($1) }
    writer.write(references) { $0.write($1) }
    writer.write(repairs) { $0.write($1) }
    writer.write(language) { $0.write($1) }
    writer.write(anchor) { $0.write($1) }
    writer.write(line)
    writer.write(fingerprint)
    writer.write(isContents)
    writer.write(pageBreaks) { $0.write($1) }
  }
}
