// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

extension NamedSource: Storable {
  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(
      authors: try reader.readArray { (reader) throws(DamagedBytes) in try reader.readString() },
      title: try reader.readOptional { (reader) throws(DamagedBytes) in try reader.readString() },
      container: try reader.readOptional { (reader) throws(DamagedBytes) in try reader.readString()
      },
      editors: try reader.readArray { (reader) throws(DamagedBytes) in try reader.readString() },
      volume: try reader.readOptional { (reader) throws(DamagedBytes) in try reader.readString() },
      issue: try reader.readOptional { (reader) throws(DamagedBytes) in try reader.readString() },
      pages: try reader.readOptional { (reader) throws(DamagedBytes) in try reader.readString() },
      division: try reader.readOptional { (reader) throws(DamagedBytes) in try reader.readString()
      },
      year: try reader.readOptional { (reader) throws(DamagedBytes) in try reader.readInt() },
      work: try reader.readOptional { (reader) throws(DamagedBytes) in try reader.readString() }
    )
  }

  package func write(to writer: inout ByteWriter) {
    writer.write(authors) { $0.write($1) }
    writer.write(title) { $0.write($1) }
    writer.write(container) { $0.write($1) }
    writer.write(editors) { $0.write($1) }
    writer.write(volume) { $0.write($1) }
    writer.write(issue) { $0.write($1) }
    writer.write(pages) { $0.write($1) }
    writer.write(division) { $0.write($1) }
    writer.write(year) { $0.write($1) }
    writer.write(work) { $0.write($1) }
  }
}

extension Evidence: Storable {
  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(
      rule: try reader.readString(),
      range: try reader.readRange(),
      passage: try reader.readOptional { (reader) throws(DamagedBytes) in try reader.readString() }
    )
  }

  package func write(to writer: inout ByteWriter) {
    writer.write(rule)
    writer.write(range)
    writer.write(passage) { $0.write($1) }
  }
}

extension Quotation: Storable {
  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(
      range: try reader.readRange(),
      text: try reader.readString(),
      speaker: try reader.readOptional { (reader) throws(DamagedBytes) in try reader.readString() },
      printedSpeaker: try reader.readOptional { (reader) throws(DamagedBytes) in
        try reader.readString()
      },
      source: try reader.readOptional { (reader) throws(DamagedBytes) in
        try NamedSource(from: &reader)
      },
      via: try reader.readArray { (reader) throws(DamagedBytes) in try NamedSource(from: &reader) },
      note: try reader.readOptional { (reader) throws(DamagedBytes) in try reader.readString() },
      basis: try reader.readEnum(Basis.self),
      confidence: try reader.readOptional { (reader) throws(DamagedBytes) in
        try reader.readDouble()
      },
      evidence: try reader.readArray { (reader) throws(DamagedBytes) in
        try Evidence(from: &reader)
      }
    )
  }

  package func write(to writer: inout ByteWriter) {
    writer.write(range)
    writer.write(text)
    writer.write(speaker) { $0.write($1) }
    writer.write(printedSpeaker) { $0.write($1) }
    writer.write(source) { $0.write($1) }
    writer.write(via) { $0.write($1) }
    writer.write(note) { $0.write($1) }
    writer.write(basis.rawValue)
    writer.write(confidence) { $0.write($1) }
    writer.write(evidence) { $0.write($1) }
  }
}

extension Reference: Storable {
  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(
      range: try reader.readRange(),
      text: try reader.readString(),
      source: try NamedSource(from: &reader),
      via: try reader.readArray { (reader) throws(DamagedBytes) in try NamedSource(from: &reader) },
      basis: try reader.readEnum(Basis.self),
      confidence: try reader.readOptional { (reader) throws(DamagedBytes) in
        try reader.readDouble()
      },
      evidence: try reader.readArray { (reader) throws(DamagedBytes) in
        try Evidence(from: &reader)
      },
      conflict: try reader.readOptional { (reader) throws(DamagedBytes) in try reader.readString() }
    )
  }

  package func write(to writer: inout ByteWriter) {
    writer.write(range)
    writer.write(text)
    writer.write(source)
    writer.write(via) { $0.write($1) }
    writer.write(basis.rawValue)
    writer.write(confidence) { $0.write($1) }
    writer.write(evidence) { $0.write($1) }
    writer.write(conflict) { $0.write($1) }
  }
}

extension AttributionSettings: Storable {
  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(
      floor: try reader.readDouble(),
      without: try reader.readArray { (reader) throws(DamagedBytes) in try reader.readString() })
  }

  package func write(to writer: inout ByteWriter) {
    writer.write(floor)
    writer.write(disabledRules) { $0.write($1) }
  }
}
